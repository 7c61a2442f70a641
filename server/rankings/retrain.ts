import { checkPlan } from '../../schema/plans/check.ts';
import { completeTraining } from '../../schema/plans/plan.ts';
import { MOST_RETRAINED, retrainPlan } from '../../schema/rankings/retrain.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, Search, SearchSpace } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import type { RetrainCandidatesInput, RetrainInput } from '../resolvers.generated.ts';
import { insertSearch } from '../searches/create.ts';
import { largestMemory, readTraining } from '../searches/input.ts';
import { orderOf } from './order.ts';

/**
 * Begins a search that trains chosen networks of `searchId` again, in the order in which they were chosen: on the same dataset, from the same
 * space, under a plan made from the search's.
 * @throws Refused with what is wrong, before anything is written
 */
export async function retrain(database: DataSource, searchId: string, memberId: string | null, input: RetrainInput): Promise<Search> {
  const { manager } = database;
  const parent = await manager.findOneByOrFail(Search, { id: searchId });
  const dataset = await manager.findOneByOrFail(Dataset, { id: parent.datasetId });
  const { limits } = await manager.findOneByOrFail(SearchSpace, { id: parent.spaceId });
  const { networks, what } = await chosen(database, parent, input.candidates);
  const name = input.name ?? defaultName(what, parent.name);
  const plan = retrainPlan({ ...parent.plan, training: completeTraining(parent.plan.training) }, networks, {
    training: input.training ? readTraining(input.training) : undefined,
    reward: input.reward ?? undefined,
    seed: input.seed ?? undefined,
  });
  const { trainCount, validationCount } = dataset;
  const memoryBytes = await largestMemory(database, parent.teamId);
  const named = checkText('name', name, 1, 120);
  const problems = checkPlan(plan, { limits, data: shapeOf(dataset), trainCount, validationCount, memoryBytes });
  if (named || problems.length > 0)
    throw new Refused(...(named ? [named] : []), ...problems.map(({ field, message, code }) => refuse(place(field), message, code)));
  return transaction(database, (tx) =>
    insertSearch(tx, {
      teamId: parent.teamId,
      memberId,
      name,
      datasetId: parent.datasetId,
      spaceId: parent.spaceId,
      plan,
      retrainOf: parent.id,
    }),
  );
}

/** Fields of the plan that the input has; all else is about the candidates. */
function place(field: string): string {
  const inside = field.replace(/^plan\./, '');
  return /^(training|reward|seed)\b/.test(inside) ? inside : 'candidates';
}

const defaultName = (what: string, name: string) => `${[...`${what} of ${name}`].slice(0, 108).join('')}, retrained`;

/** Notations, in order, and what they are in words. */
async function chosen(
  database: DataSource,
  { id, plan }: Search,
  { top, picked, numbers }: RetrainCandidatesInput,
): Promise<{ networks: string[]; what: string }> {
  const { query } = queries(database);
  if (top) {
    const order = await orderOf(database, id, top.by ?? { reward: plan.reward });
    if (order.length === 0)
      throw new Refused(refuse('candidates.top', 'no candidate has this measure; allowed: a measure that some have', 'EMPTY'));
    const best = within('candidates.top.count', order.slice(0, top.count));
    return { networks: best.map(({ notation }) => notation), what: `Top ${best.length}` };
  }
  if (picked != null) {
    if (!picked) throw new Refused(refuse('candidates.picked', 'false; allowed: true, or another choice', 'NOT_ALLOWED'));
    const rows = await query<{ notation: string }>(
      `SELECT notation FROM candidate WHERE search_id = $1 AND EXISTS (
         SELECT FROM annotation WHERE annotation.candidate_id = candidate.id AND annotation.verdict = 'PICKED') ORDER BY number`,
      [id],
    );
    if (rows.length === 0) throw new Refused(refuse('candidates.picked', 'nobody has picked a candidate of this search yet', 'EMPTY'));
    return { networks: within('candidates.picked', rows).map(({ notation }) => notation), what: `${rows.length} picked` };
  }
  // exactly one is given (@oneOf)
  return { networks: await byNumber(database, id, within('candidates.numbers', numbers!)), what: `${numbers!.length} chosen` };
}

async function byNumber(database: DataSource, searchId: string, numbers: readonly number[]): Promise<string[]> {
  if (numbers.length === 0) throw new Refused(refuse('candidates.numbers', 'the list is empty; allowed: at least one number', 'EMPTY'));
  const rows = await queries(database).query<{ number: number; notation: string }>(
    'SELECT number, notation FROM candidate WHERE search_id = $1 AND number = ANY($2)',
    [searchId, numbers],
  );
  const found = new Map(rows.map(({ number, notation }) => [number, notation]));
  return numbers.map((number, i) => {
    const notation = found.get(number);
    if (notation === undefined) throw new Refused(refuse(`candidates.numbers.${i}`, `${number} is no candidate of this search`, 'UNKNOWN'));
    if (numbers.indexOf(number) !== i)
      throw new Refused(refuse(`candidates.numbers.${i}`, `${number} is there twice; allowed: each candidate once`, 'CONFLICT'));
    return notation;
  });
}

function within<T>(field: string, list: readonly T[]): readonly T[] {
  if (list.length <= MOST_RETRAINED) return list;
  throw new Refused(refuse(field, `${list.length} candidates; allowed: at most ${MOST_RETRAINED}`, 'TOO_LARGE'));
}
