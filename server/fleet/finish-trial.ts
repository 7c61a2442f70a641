import type { Metric as MetricValue } from '../../schema/plans/metrics.ts';
import { rewards } from '../../schema/plans/rewards.ts';
import { usesRungs } from '../../schema/plans/rungs.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Lease, Search } from '../database/entities.ts';
import { Trial } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { predictedReward } from '../predictions/keep.ts';
import type { FinishTrialInput, TrialPhases } from '../resolvers.generated.ts';
import { advance } from '../searches/advance.ts';
import { endLease, holdLease } from './hold.ts';
import { endJob } from './jobs.ts';
import { retrySmaller } from './out-of-memory.ts';

/** A longer message of a failure is cut. */
const LONGEST_MESSAGE = 2_000;

/**
 * Ends a trial. Failures are results with a reason, and the search goes on, but a trial that ran out of memory gets one more chance with half
 * the batch; the rewards of a trial that is done are computed here, from
 * the metrics it reported. One that was stopped early has the reward that it predicted. A repetition after success is answered as success.
 * @throws Refused LEASE_LOST under an old fence; OUT_OF_RANGE for phases that are no times
 */
export async function finishTrial(database: DataSource, input: FinishTrialInput): Promise<Trial> {
  for (const [name, seconds] of Object.entries(input.phases)) {
    if (!Number.isFinite(seconds) || seconds < 0)
      throw new Refused(refuse(`phases.${name}`, `${seconds}; allowed: seconds, 0 or more`, 'OUT_OF_RANGE'));
  }
  return transaction(database, async (tx) => {
    const { lease, search, completed } = await holdLease(tx, input, { lockSearch: true });
    if (!lease.trialId) throw new Refused(refuse('leaseId', 'this is the lease of a step; allowed: of a trial', 'NOT_ALLOWED'));
    if (!completed) {
      await endLease(tx, lease.id, 'COMPLETED');
      const again = input.failure?.reason === 'OUT_OF_MEMORY' ? await retrySmaller(tx, lease, search) : null;
      await appendEvents(tx, lease.teamId, again ?? (await endTrial(tx, lease, search, input)));
    }
    return tx.manager.findOneByOrFail(Trial, { id: lease.trialId });
  });
}

async function endTrial(
  tx: Transaction,
  lease: Lease,
  search: Search,
  { failure, stoppedEarly, phases }: FinishTrialInput,
): Promise<NewEvent[]> {
  const status = failure ? 'FAILED' : stoppedEarly ? 'STOPPED_EARLY' : 'DONE';
  // of the rungs below
  const { phases: rungs } = await tx.manager.findOneByOrFail(Trial, { id: lease.trialId! });
  const { earlier: _, other = 0, __typename: __, ...before } = rungs ?? NO_PHASES;
  const [trial] = await tx.entities(
    Trial,
    `UPDATE trial SET status = $2, failure_reason = $3, failure_message = $4, finished_at = now(), seconds = trial.seconds + took.seconds,
       phases = $5::jsonb || jsonb_build_object('earlier', greatest(0, trial.seconds - $8), 'other', $9 + greatest(0, took.seconds - $7))
     FROM (SELECT greatest(0, extract(epoch FROM now() - $6::timestamptz))::float8 AS seconds) AS took
     WHERE id = $1 RETURNING trial.*`,
    [
      lease.trialId,
      status,
      failure?.reason ?? null,
      failure?.message.slice(0, LONGEST_MESSAGE) ?? null,
      JSON.stringify(added(phases, before)),
      lease.grantedAt,
      total(phases),
      total(before) + other,
      other,
    ],
  );
  const about = { searchId: search.id, candidateId: trial!.candidateId, trialId: trial!.id, workerId: lease.workerId };
  const finished: NewEvent = { kind: 'TRIAL_FINISHED', ...about };
  if (trial!.purpose !== 'SEARCH') return [finished];
  await endCandidate(tx, trial!, search, status);
  return [finished, ...(await advance(tx, search.id))];
}

type Seconds = Readonly<Record<string, number>>;
const NO_PHASES: Partial<TrialPhases> = {};

const total = (phases: Seconds) => Object.values(phases).reduce((sum, seconds) => sum + seconds, 0);

const added = (phases: Seconds, before: Seconds): Seconds => ({
  ...before,
  ...Object.fromEntries(Object.entries(phases).map(([name, seconds]) => [name, seconds + (before[name] ?? 0)])),
});

/** How a trial of a search ends. */
type Outcome = 'DONE' | 'STOPPED_EARLY' | 'FAILED';

/** What a candidate was measured at stands among its rewards; the reward of one that was stopped is the predicted one, which nobody measured. */
async function endCandidate(tx: Transaction, trial: Trial, search: Search, status: Outcome): Promise<void> {
  const found = status === 'DONE' ? await computeRewards(tx, trial.id) : [];
  const measured = found.find(({ kind }) => kind === search.plan.reward)?.value ?? null;
  const reward = status === 'STOPPED_EARLY' ? await predictedReward(tx, trial.candidateId) : measured;
  await tx.query('DELETE FROM reward WHERE candidate_id = $1', [trial.candidateId]);
  await tx.query(
    `INSERT INTO reward (candidate_id, search_id, kind, value)
     SELECT $1, $2, kind, value FROM unnest($3::text[], $4::float8[]) AS new (kind, value)`,
    [trial.candidateId, search.id, found.map(({ kind }) => kind), found.map(({ value }) => value)],
  );
  await keepFinalMetrics(tx, trial, status);
  await tx.query(
    `UPDATE candidate SET status = $2, reward = $3,
       seconds = (SELECT sum(seconds) FROM trial WHERE candidate_id = $1 AND purpose = 'SEARCH')
     WHERE id = $1`,
    [trial.candidateId, status, reward],
  );
  if (usesRungs(search.plan.controller.kind)) await endJob(tx, trial.candidateId, reward);
}

/** Validation metrics of the last epoch that has them, for lists and plots; those of an earlier training go. */
async function keepFinalMetrics(tx: Transaction, trial: Trial, status: Outcome): Promise<void> {
  await tx.query('DELETE FROM final_metric WHERE candidate_id = $1', [trial.candidateId]);
  if (status !== 'DONE') return;
  await tx.query(
    `INSERT INTO final_metric (candidate_id, search_id, name, value)
     SELECT DISTINCT ON (name) $1::uuid, $2::uuid, name, value FROM metric
     WHERE trial_id = $3 AND split = 'VALIDATION' ORDER BY name, epoch DESC`,
    [trial.candidateId, trial.searchId, trial.id],
  );
}

/** Every formulation that the trial's validation metrics give a finite number for. */
async function computeRewards(tx: Transaction, trialId: string): Promise<{ kind: string; value: number }[]> {
  const metrics = await tx.query<MetricValue>(
    `SELECT name, split, epoch, value FROM metric WHERE trial_id = $1 AND split = 'VALIDATION' ORDER BY epoch`,
    [trialId],
  );
  return Object.entries(rewards(metrics)).flatMap(([kind, value]) => (value !== null && Number.isFinite(value) ? [{ kind, value }] : []));
}
