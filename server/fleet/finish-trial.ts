import type { DataSource } from '../database/data-source.ts';
import { Trial } from '../database/entities.ts';
import { transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import type { FinishTrialInput, TrialPhasesInput, UserError } from '../resolvers.generated.ts';
import { endTrials } from './end-trials.ts';
import { endLease, holdLease } from './hold.ts';
import { retrySmaller } from './out-of-memory.ts';

/**
 * Ends a trial. Failures are results with a reason, and the search goes on, but a trial that ran out of memory gets one more chance with half
 * the batch; the rewards of a trial that is done are computed here, from
 * the metrics it reported. One that was stopped early has the reward that it predicted. A repetition after success is answered as success.
 * @throws Refused LEASE_LOST under an old fence; OUT_OF_RANGE for phases that are no times
 */
export async function finishTrial(database: DataSource, input: FinishTrialInput): Promise<Trial> {
  const problems = checkPhases(input.phases);
  if (problems.length > 0) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    const { lease, search, completed } = await holdLease(tx, input, { lockSearch: true });
    if (!lease.trialId) throw new Refused(refuse('leaseId', 'this is the lease of a step; allowed: of a trial', 'NOT_ALLOWED'));
    if (!completed) {
      const again = input.failure?.reason === 'OUT_OF_MEMORY' ? await retrySmaller(tx, lease, search) : null;
      if (again) await endLease(tx, lease.id, 'COMPLETED');
      const { failure = null, stoppedEarly = false, phases } = input;
      await appendEvents(tx, lease.teamId, again ?? (await endTrials(tx, search, [{ lease, failure, stoppedEarly, phases }])));
    }
    return tx.manager.findOneByOrFail(Trial, { id: lease.trialId });
  });
}

export function checkPhases(phases: TrialPhasesInput): UserError[] {
  return Object.entries(phases)
    .filter(([, seconds]) => !Number.isFinite(seconds) || seconds < 0)
    .map(([name, seconds]) => refuse(`phases.${name}`, `${seconds}; allowed: seconds, 0 or more`, 'OUT_OF_RANGE'));
}
