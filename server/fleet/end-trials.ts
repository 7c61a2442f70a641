import type { Metric } from '../../schema/plans/metrics.ts';
import { rewards } from '../../schema/plans/rewards.ts';
import { usesRungs } from '../../schema/plans/rungs.ts';
import { type Lease, type Search, Trial } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';
import { predictedReward } from '../predictions/keep.ts';
import type { TrialFailureInput, TrialPhases, TrialPhasesInput } from '../resolvers.generated.ts';
import { advance } from '../searches/advance.ts';
import { endJob } from './jobs.ts';

/** A trial that ends: its lease is locked and open, its search is locked. */
export interface EndedTrial {
  lease: Lease;
  failure: TrialFailureInput | null;
  /** For a prediction that was reported. */
  stoppedEarly: boolean;
  phases: TrialPhasesInput;
}

/** A longer message of a failure is cut. */
const LONGEST_MESSAGE = 2_000;

/**
 * Ends trials of one search, in as many statements as for one: rewards of those that are done are computed here, from the metrics they
 * reported; one that was stopped early has the reward that it predicted; failures are results with a reason.
 */
export async function endTrials(tx: Transaction, search: Search, ended: readonly EndedTrial[]): Promise<NewEvent[]> {
  if (ended.length === 0) return [];
  await tx.query(`UPDATE lease SET ended_at = now(), outcome = 'COMPLETED', progress = NULL WHERE id = ANY($1)`, [
    ended.map(({ lease }) => lease.id),
  ]);
  const trials = await updateTrials(tx, ended);
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  const ofSearch = trials.filter(({ purpose }) => purpose === 'SEARCH');
  await endCandidates(tx, search, ofSearch);
  const finished = ended.map(({ lease }): NewEvent => {
    const { id, candidateId } = byId.get(lease.trialId!)!;
    return { kind: 'TRIAL_FINISHED', searchId: search.id, candidateId, trialId: id, workerId: lease.workerId };
  });
  return ofSearch.length > 0 ? [...finished, ...(await advance(tx, search.id))] : finished;
}

type Seconds = Readonly<Record<string, number>>;
const NO_PHASES: Partial<TrialPhases> = {};

const total = (phases: Seconds) => Object.values(phases).reduce((sum, seconds) => sum + seconds, 0);

const added = (phases: Seconds, before: Seconds): Seconds => ({
  ...before,
  ...Object.fromEntries(Object.entries(phases).map(([name, seconds]) => [name, seconds + (before[name] ?? 0)])),
});

/** Phases are added to those of the rungs below. */
async function updateTrials(tx: Transaction, ended: readonly EndedTrial[]): Promise<Trial[]> {
  // the fence counts how often a trial was begun: at first there is nothing to add to
  const again = ended.filter(({ lease }) => lease.fence > 1).map(({ lease }) => lease.trialId);
  const rows =
    again.length > 0
      ? await tx.query<{ id: string; phases: Partial<TrialPhases> | null }>('SELECT id, phases FROM trial WHERE id = ANY($1)', [again])
      : [];
  const rungs = new Map(rows.map(({ id, phases }) => [id, phases]));
  const before = ended.map(({ lease }) => {
    const { earlier: _, other = 0, __typename: __, ...phases } = rungs.get(lease.trialId!) ?? NO_PHASES;
    return { other, phases };
  });
  return tx.entities(
    Trial,
    `UPDATE trial SET status = ended.status, failure_reason = ended.reason, failure_message = ended.message, finished_at = now(),
       seconds = trial.seconds + ended.took,
       phases = ended.phases || jsonb_build_object('earlier', greatest(0, trial.seconds - ended.below), 'other', ended.other + greatest(0, ended.took - ended.told))
     FROM (
       SELECT *, greatest(0, extract(epoch FROM now() - granted_at))::float8 AS took
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::float8[], $8::float8[], $9::float8[])
         AS new (id, status, reason, message, phases, granted_at, told, below, other)
     ) AS ended
     WHERE trial.id = ended.id RETURNING trial.*`,
    [
      ended.map(({ lease }) => lease.trialId),
      ended.map(({ failure, stoppedEarly }) => (failure ? 'FAILED' : stoppedEarly ? 'STOPPED_EARLY' : 'DONE')),
      ended.map(({ failure }) => failure?.reason ?? null),
      ended.map(({ failure }) => failure?.message.slice(0, LONGEST_MESSAGE) ?? null),
      ended.map(({ phases }, i) => JSON.stringify(added(phases, before[i]!.phases))),
      ended.map(({ lease }) => lease.grantedAt),
      ended.map(({ phases }) => total(phases)),
      before.map(({ phases, other }) => total(phases) + other),
      before.map(({ other }) => other),
    ],
  );
}

/**
 * What an earlier training of a candidate gave goes. What was measured stands among its rewards; the reward of one that was stopped is the
 * predicted one, which nobody measured.
 */
async function endCandidates(tx: Transaction, search: Search, trials: readonly Trial[]): Promise<void> {
  if (trials.length === 0) return;
  const done = trials.filter(({ status }) => status === 'DONE');
  const metrics = await validationMetrics(tx, done);
  const found = rewardsOf(done, metrics);
  const own = new Map(found.filter(({ kind }) => kind === search.plan.reward).map(({ candidateId, value }) => [candidateId, value]));
  for (const { status, candidateId } of trials) {
    const reward = status === 'STOPPED_EARLY' ? await predictedReward(tx, candidateId) : null;
    if (reward !== null) own.set(candidateId, reward);
  }
  const ids = trials.map(({ candidateId }) => candidateId);
  // the fence counts how often a trial was begun
  const again = trials.filter(({ fence }) => fence > 1).map(({ candidateId }) => candidateId);
  if (again.length > 0)
    for (const table of ['reward', 'final_metric']) await tx.query(`DELETE FROM ${table} WHERE candidate_id = ANY($1)`, [again]);
  const finals = finalsOf(done, metrics);
  await tx.query(
    `WITH rewarded AS (
       INSERT INTO reward (candidate_id, search_id, kind, value)
       SELECT candidate_id, $1, kind, value FROM unnest($2::uuid[], $3::text[], $4::float8[]) AS new (candidate_id, kind, value)
     ), measured AS (
       INSERT INTO final_metric (candidate_id, search_id, name, value)
       SELECT candidate_id, $1, name, value FROM unnest($5::uuid[], $6::text[], $7::float8[]) AS new (candidate_id, name, value)
     )
     UPDATE candidate SET status = ended.status, reward = ended.reward,
       seconds = (SELECT sum(seconds) FROM trial WHERE candidate_id = candidate.id AND purpose = 'SEARCH')
     FROM unnest($8::uuid[], $9::text[], $10::float8[]) AS ended (id, status, reward) WHERE candidate.id = ended.id`,
    [
      ...[search.id, found.map(({ candidateId }) => candidateId), found.map(({ kind }) => kind), found.map(({ value }) => value)],
      ...[finals.map(({ candidateId }) => candidateId), finals.map(({ name }) => name), finals.map(({ value }) => value)],
      ...[ids, trials.map(({ status }) => status), trials.map(({ candidateId }) => own.get(candidateId) ?? null)],
    ],
  );
  if (usesRungs(search.plan.controller.kind)) for (const id of ids) await endJob(tx, id, own.get(id) ?? null);
}

/** Of each trial by id, in order of epochs. */
async function validationMetrics(tx: Transaction, trials: readonly Trial[]): Promise<Map<string, Metric[]>> {
  const metrics = new Map(trials.map(({ id }): [string, Metric[]] => [id, []]));
  if (trials.length === 0) return metrics;
  const rows = await tx.query<Metric & { trial_id: string }>(
    `SELECT trial_id, name, split, epoch, value FROM metric WHERE trial_id = ANY($1) AND split = 'VALIDATION' ORDER BY epoch`,
    [trials.map(({ id }) => id)],
  );
  for (const { trial_id, ...metric } of rows) metrics.get(trial_id)!.push(metric);
  return metrics;
}

/** Every formulation that a trial's validation metrics give a finite number for. */
function rewardsOf(trials: readonly Trial[], metrics: ReadonlyMap<string, Metric[]>) {
  return trials.flatMap(({ id, candidateId }) =>
    Object.entries(rewards(metrics.get(id)!)).flatMap(([kind, value]) =>
      value !== null && Number.isFinite(value) ? [{ candidateId, kind, value }] : [],
    ),
  );
}

/** Each metric in the last epoch that has it, for lists and plots. */
function finalsOf(trials: readonly Trial[], metrics: ReadonlyMap<string, Metric[]>) {
  return trials.flatMap(({ id, candidateId }) => {
    const last = new Map(metrics.get(id)!.map(({ name, value }) => [name, value]));
    return [...last].map(([name, value]) => ({ candidateId, name, value }));
  });
}
