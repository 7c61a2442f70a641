import type { Search } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { nameFiles, releaseFiles } from '../files/unwanted.ts';
import type { CommitStepInput } from '../resolvers.generated.ts';
import { storedFile } from './report-trial.ts';

/** Keeps what a round of ENAS gave beside its proposal, on a locked search: its figures, and the shared weights in the place of those before. */
export async function keepRound(tx: Transaction, search: Search, { checkpointFileId, round }: CommitStepInput): Promise<void> {
  if (checkpointFileId == null && round == null) return;
  if (search.plan.controller.kind !== 'ENAS') {
    const field = round == null ? 'checkpointFileId' : 'round';
    throw new Refused(refuse(field, `given for ${search.plan.controller.kind}; allowed: for ENAS`, 'NOT_ALLOWED'));
  }
  if (round != null) {
    for (const [name, value] of Object.entries(round))
      if (!Number.isFinite(value)) throw new Refused(refuse(`round.${name}`, `${value}; allowed: finite numbers`, 'NOT_ALLOWED'));
    await tx.query(
      'INSERT INTO enas_round (search_id, round, figures) VALUES ($1, $2, $3) ON CONFLICT (search_id, round) DO UPDATE SET figures = excluded.figures',
      [search.id, round.round, JSON.stringify(round)],
    );
  }
  if (checkpointFileId == null) return;
  const fileId = await storedFile(tx, search.teamId, 'checkpointFileId', checkpointFileId, 'application/octet-stream');
  await tx.query('UPDATE search SET checkpoint_file_id = $2 WHERE id = $1', [search.id, fileId]);
  const before = search.checkpointFileId;
  if (before !== null && before !== fileId) await releaseFiles(tx, [before]);
  await nameFiles(tx, [fileId]);
}
