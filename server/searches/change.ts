import { CHANGEABLE, type Changeable, type PlanChange, pathOf, valueAt, whyNot, withValue } from '../../schema/plans/change.ts';
import { checkPlan } from '../../schema/plans/check.ts';
import { completeController } from '../../schema/plans/controller.ts';
import { completeTraining, type Plan } from '../../schema/plans/plan.ts';
import { checkPrediction, completePrediction } from '../../schema/plans/prediction.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, type Search, SearchSpace } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { Refused, refuse } from '../errors.ts';
import type { NewEvent } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { UserError } from '../resolvers.generated.ts';
import { finishIfOver } from './advance.ts';
import { secondsOf } from './clock.ts';
import { largestMemory } from './input.ts';
import { goOn, type Steering, steer } from './steer.ts';

/**
 * Changes the plan of a search that runs, waits or is paused; a finished one goes on when its budget is raised. What is changed holds from the next step
 * on: a step under way is taken back, so that the state with `observed` results that proposed all candidates before `fromNumber` is the last under the
 * old plan. Epsilon is read off the schedule as it is scaled to the new budget.
 * @throws Refused with everything that is wrong; then nothing is changed
 */
export function changeSearch(database: DataSource, who: Steering, change: PlanChange): Promise<Search> {
  return steer(database, who, async (tx, search) => {
    const before: Plan = {
      ...search.plan,
      controller: completeController(search.plan.controller),
      training: completeTraining(search.plan.training),
      prediction: search.plan.prediction && completePrediction(search.plan.prediction),
    };
    const problems: UserError[] = [];
    const changes: { field: Changeable; before: unknown; after: unknown }[] = [];
    let plan = before;
    const paths = new Map<Changeable, string>();
    for (const field of CHANGEABLE) {
      const after = field === 'prediction' && change.prediction ? completePrediction(change.prediction) : change[field];
      if (after === undefined) continue;
      const path = pathOf(field, plan.controller);
      if (path === null) {
        problems.push(refuse(field, whyNot(field, plan.controller), 'NOT_ALLOWED'));
        continue;
      }
      paths.set(field, path);
      const old = valueAt(plan, path);
      if (JSON.stringify(old) === JSON.stringify(after)) continue;
      changes.push({ field, before: old, after });
      plan = withValue(plan, path, after);
    }
    problems.push(...(await problemsOf(tx, search, plan, paths)), ...stateProblems(search, plan, change));
    if (problems.length > 0) throw new Refused(...problems);
    if (changes.length === 0) return [];
    await tx.query('UPDATE search SET plan = $2, outlook = NULL, collapse = NULL WHERE id = $1', [search.id, JSON.stringify(plan)]);
    // a step under way was taken under the old plan
    await tx.query(`UPDATE lease SET ended_at = now(), outcome = 'RELEASED' WHERE search_id = $1 AND kind = 'STEP' AND ended_at IS NULL`, [
      search.id,
    ]);
    for (const each of changes)
      await tx.query(
        `INSERT INTO search_change (id, search_id, member_id, from_number, observed, field, before, after)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          newId(),
          search.id,
          who.memberId,
          search.proposed + 1,
          search.observed,
          each.field,
          JSON.stringify(each.before),
          JSON.stringify(each.after),
        ],
      );
    if (search.finishedAt) await goOn(tx, search.id);
    const changed: NewEvent = { kind: 'SEARCH_CHANGED', searchId: search.id };
    return [changed, ...(await finishIfOver(tx, search.id))];
  });
}

/** What createSearch would say of the changed settings, at the fields of the change. */
async function problemsOf(tx: Transaction, search: Search, plan: Plan, paths: ReadonlyMap<Changeable, string>): Promise<UserError[]> {
  const dataset = await tx.manager.findOneByOrFail(Dataset, { id: search.datasetId });
  const { limits } = await tx.manager.findOneByOrFail(SearchSpace, { id: search.spaceId });
  const { trainCount, validationCount, multiLabel } = dataset;
  const memoryBytes = await largestMemory(tx.manager.connection, search.teamId);
  const found = checkPlan(plan, { limits, data: shapeOf(dataset), trainCount, validationCount, multiLabel, memoryBytes });
  const problems = found.flatMap(({ field, message, code }) => {
    for (const [name, path] of paths)
      if (field === path || field.startsWith(`${path}.`)) return [refuse(name + field.slice(path.length), message, code)];
    return [];
  });
  // a training that cannot be stopped so cannot be changed now: it is said where it was asked for
  const unfit = paths.has('prediction') ? checkPrediction(plan).filter(({ field }) => field.startsWith('plan.training.')) : [];
  return [
    ...problems,
    ...unfit.map(({ field, message, code }) =>
      refuse('prediction', `given where the plan's ${field.split('.').at(-1)} are ${message}`, code),
    ),
  ];
}

/** What the search's own state forbids. */
function stateProblems(search: Search, plan: Plan, { candidates }: PlanChange): UserError[] {
  if (candidates !== undefined && candidates < search.proposed) {
    return [
      refuse('candidates', `${candidates}; allowed: from ${search.proposed}, the candidates that are proposed already`, 'OUT_OF_RANGE'),
    ];
  }
  if (search.status === 'STOPPED' || search.status === 'FAILED')
    return [
      refuse('searchId', `the search is ${search.status}; allowed: searches that were not ended by hand and have not failed`, 'CONFLICT'),
    ];
  if (search.status !== 'FINISHED') return [];
  if (search.exhausted)
    return [refuse('searchId', 'the space holds no more networks; allowed: searches that could propose more', 'CONFLICT')];
  if (plan.budget.seconds !== null && secondsOf(search) >= plan.budget.seconds)
    return [refuse('searchId', 'the time of the search is used up; allowed: searches with time left', 'CONFLICT')];
  if (plan.budget.candidates <= search.proposed)
    return [refuse('candidates', `the search has finished; allowed: from ${search.proposed + 1}, with which it goes on`, 'REQUIRED')];
  return [];
}
