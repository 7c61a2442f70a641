import type { DataSource } from '../database/data-source.ts';
import { Lease, Search } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse, unknown } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { parseId } from '../ids.ts';
import type { EndedTrialInput, MetricInput, RefusedTrial, UserError } from '../resolvers.generated.ts';
import { endTrials } from './end-trials.ts';
import { checkPhases } from './finish-trial.ts';
import { isCompleted, searchColumns } from './hold.ts';
import { MOST_LEASES } from './limits.ts';
import { checkMetrics, keepMetrics } from './metrics.ts';

/** As the schema's defaults complete it. */
export type Ended = EndedTrialInput & { metrics: MetricInput[] };

/**
 * Ends several trials of one search in one transaction, each with its last metrics. What is wrong with one keeps none of the others from
 * ending. A repetition after success is answered as success.
 * @returns those that were refused, LEASE_LOST under an old fence, and why
 * @throws Refused for a list that is too long, or of several searches
 */
export async function finishTrials(database: DataSource, teamId: string, trials: Ended[]): Promise<RefusedTrial[]> {
  if (trials.length < 1 || trials.length > MOST_LEASES)
    throw new Refused(refuse('trials', `${trials.length}; allowed: 1 to ${MOST_LEASES}`, 'OUT_OF_RANGE'));
  return transaction(database, async (tx) => {
    const refused: RefusedTrial[] = [];
    const ids = trials.map(({ leaseId }) => parseId('Lease', leaseId));
    const search = await lockSearch(tx, teamId, ids);
    const leases = search
      ? await tx.entities(Lease, 'SELECT * FROM lease WHERE id = ANY($1) AND search_id = $2 ORDER BY id FOR UPDATE', [ids, search.id])
      : [];
    const found = new Map(leases.map((lease) => [lease.id, lease]));
    const open: { lease: Lease; input: Ended }[] = [];
    for (const [i, input] of trials.entries()) {
      const lease = found.get(ids[i] ?? '');
      const problems = lease ? check(lease, input) : [unknown('leaseId', input.leaseId)];
      if (problems === 'COMPLETED') continue;
      if (problems.length > 0) refused.push({ leaseId: input.leaseId, userErrors: problems });
      else open.push({ lease: lease!, input });
    }
    if (!search || open.length === 0) return refused;
    const told = open.filter(({ lease, input }) => input.sequence > lease.sequence && input.metrics.length > 0);
    await keepMetrics(
      tx,
      told.map(({ lease, input }) => ({ trialId: lease.trialId!, metrics: input.metrics })),
    );
    const ended = open.map(({ lease, input }) => ({ lease, failure: input.failure ?? null, stoppedEarly: false, phases: input.phases }));
    const events = await endTrials(tx, search, ended);
    const withMetrics = new Set(told.map(({ lease }) => lease.trialId));
    await appendEvents(
      tx,
      search.teamId,
      events.flatMap((event): NewEvent[] =>
        event.kind === 'TRIAL_FINISHED' && withMetrics.has(event.trialId ?? null)
          ? [{ ...event, kind: 'METRICS_REPORTED', workerId: null }, event]
          : [event],
      ),
    );
    return refused;
  });
}

/** The one search of these leases, locked before them; null when none is the team's. */
async function lockSearch(tx: Transaction, teamId: string, leaseIds: (string | null)[]): Promise<Search | null> {
  const searches = await tx.entities(
    Search,
    `SELECT ${searchColumns(tx)} FROM search WHERE id IN (SELECT search_id FROM lease WHERE id = ANY($1) AND team_id = $2) ORDER BY id FOR UPDATE`,
    [leaseIds, teamId],
  );
  if (searches.length > 1) throw new Refused(refuse('trials', `of ${searches.length} searches; allowed: of one`, 'NOT_ALLOWED'));
  return searches[0] ?? null;
}

function check(lease: Lease, input: Ended): UserError[] | 'COMPLETED' {
  if (!lease.trialId) return [refuse('leaseId', 'this is the lease of a step; allowed: of a trial', 'NOT_ALLOWED')];
  try {
    if (isCompleted(lease, input.fence)) return 'COMPLETED';
  } catch (error) {
    if (error instanceof Refused) return error.userErrors;
    throw error;
  }
  const problems = [...checkPhases(input.phases), ...checkMetrics('metrics', input.metrics)];
  if (input.failure?.reason === 'OUT_OF_MEMORY')
    problems.push(refuse('failure.reason', 'OUT_OF_MEMORY; allowed: others; finishTrial may give it another chance', 'NOT_ALLOWED'));
  return problems;
}
