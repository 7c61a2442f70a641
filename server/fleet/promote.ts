import { rungEpochs, usesRungs } from '../../schema/plans/rungs.ts';
import type { Search } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import type { ProposalInput } from '../resolvers.generated.ts';

/** What a step says of rungs: read, checked and written. */

/** A training of a rung. */
export interface Climb {
  /** From 0. */
  rung: number;
  epochs: number;
  /** Of a promotion: where the candidate stands. Null: a new network. */
  from: { candidateId: string; epochs: number } | null;
}

/**
 * The climbs of a step's proposals, in their order; null for a search without rungs, whose proposals must not name any.
 * @throws Refused for epochs that no rung has, and for candidates that can't be promoted: unknown, in training, failed, or trained so far already
 */
export async function readClimbs(tx: Transaction, search: Search, proposals: readonly ProposalInput[]): Promise<Climb[] | null> {
  const { controller, training } = search.plan;
  if (!usesRungs(controller.kind)) {
    for (const [i, proposal] of proposals.entries())
      for (const name of ['epochs', 'promotes'] as const)
        if (proposal[name] != null) {
          const message = `${proposal[name]}; allowed: nothing for ${controller.kind}, which has no rungs`;
          throw new Refused(refuse(`proposals.${i}.${name}`, message, 'NOT_ALLOWED'));
        }
    return null;
  }
  const rungs = rungEpochs(controller.fidelity, training.epochs);
  const standing = await standingOf(tx, search.id, proposals);
  return proposals.map(({ epochs, promotes }, i) => {
    const rung = rungs.indexOf(epochs ?? Number.NaN);
    if (rung < 0)
      throw new Refused(refuse(`proposals.${i}.epochs`, `${epochs ?? 'missing'}; allowed: ${rungs.join(', ')}, the rungs`, 'NOT_ALLOWED'));
    if (promotes == null) return { rung, epochs: rungs[rung]!, from: null };
    const found = standing.get(promotes);
    const why = whyNot(found, rungs[rung]!);
    if (why) throw new Refused(refuse(`proposals.${i}.promotes`, `candidate ${promotes} ${why}`, 'NOT_ALLOWED'));
    // of one step, too, a candidate can be promoted once
    standing.set(promotes, { ...found!, status: 'QUEUED' });
    return { rung, epochs: rungs[rung]!, from: { candidateId: found!.id, epochs: found!.epochs } };
  });
}

interface Standing {
  id: string;
  status: string;
  reward: number | null;
  /** That it was trained to. */
  epochs: number;
}

function whyNot(candidate: Standing | undefined, epochs: number): string | null {
  if (!candidate) return 'is not in the search; allowed: one that has a reward';
  const { status, reward } = candidate;
  if (status !== 'DONE' || reward === null)
    return `is ${status}${reward === null ? ' and has no reward' : ''}; allowed: one that is DONE and has one`;
  return candidate.epochs < epochs
    ? null
    : `was trained for ${candidate.epochs} epochs; allowed: one that was trained for fewer than ${epochs}`;
}

/** By number: candidates that are to be promoted. */
async function standingOf(tx: Transaction, searchId: string, proposals: readonly ProposalInput[]): Promise<Map<number, Standing>> {
  const numbers = proposals.flatMap(({ promotes }) => (promotes == null ? [] : [promotes]));
  if (numbers.length === 0) return new Map();
  const rows = await tx.query<Standing & { number: number }>(
    `SELECT candidate.id, candidate.number, candidate.status, candidate.reward,
       (SELECT max(epochs) FROM job WHERE job.candidate_id = candidate.id AND job.reward IS NOT NULL) AS epochs
     FROM candidate WHERE search_id = $1 AND number = ANY($2)`,
    [searchId, numbers],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/**
 * Writes the jobs of a step, and queues the trials of promoted candidates again: they go on from their checkpoints.
 * @param created ids of the step's new candidates, in order
 * @returns ids of candidates and trials that were promoted
 */
export async function insertJobs(
  tx: Transaction,
  search: Search,
  climbs: readonly Climb[],
  created: readonly string[],
): Promise<{ candidateId: string; trialId: string }[]> {
  if (climbs.length === 0) return [];
  let next = 0;
  const candidates = climbs.map(({ from }) => from?.candidateId ?? created[next++]!);
  await tx.query(
    `INSERT INTO job (search_id, number, candidate_id, rung, epochs, from_epochs)
     SELECT $1, $2::int + position, candidate_id, rung, epochs, from_epochs
     FROM unnest($3::uuid[], $4::int[], $5::int[], $6::int[]) WITH ORDINALITY AS new (candidate_id, rung, epochs, from_epochs, position)`,
    [
      search.id,
      search.proposed + search.promoted,
      candidates,
      climbs.map(({ rung }) => rung),
      climbs.map(({ epochs }) => epochs),
      climbs.map(({ from }) => from?.epochs ?? 0),
    ],
  );
  const promoted = climbs.flatMap(({ from, epochs }) => (from ? [{ id: from.candidateId, epochs }] : []));
  if (promoted.length === 0) return [];
  const trials = await tx.query<{ id: string; candidate_id: string }>(
    `UPDATE trial SET status = 'QUEUED', epochs = climb.epochs, attempt = 0, losses = 0, queued_at = now(), finished_at = NULL
     FROM unnest($1::uuid[], $2::int[]) AS climb (candidate_id, epochs)
     WHERE trial.candidate_id = climb.candidate_id AND trial.purpose = 'SEARCH' RETURNING trial.id, trial.candidate_id`,
    [promoted.map(({ id }) => id), promoted.map(({ epochs }) => epochs)],
  );
  await tx.query(`UPDATE candidate SET status = 'QUEUED' WHERE id = ANY($1)`, [promoted.map(({ id }) => id)]);
  return trials.map(({ id, candidate_id }) => ({ candidateId: candidate_id, trialId: id }));
}
