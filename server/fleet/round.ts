import type { Search } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { nameFiles, releaseFiles } from '../files/unwanted.ts';
import type { CommitStepInput, EnasRoundInput } from '../resolvers.generated.ts';
import { storedFile } from './report-trial.ts';

/**
 * Keeps what a round of ENAS gave beside its proposal, on a locked search as it was before the step: its figures, and the shared weights in the place of
 * those before. A round has one proposal, and its number; without its weights nobody could go on from the state.
 */
export async function keepRound(tx: Transaction, search: Search, { proposals, checkpointFileId, round }: CommitStepInput): Promise<void> {
  const { kind } = search.plan.controller;
  if (kind !== 'ENAS') {
    const field = round == null ? 'checkpointFileId' : 'round';
    if (round != null || checkpointFileId != null) throw new Refused(refuse(field, `given for ${kind}; allowed: for ENAS`, 'NOT_ALLOWED'));
    return;
  }
  if (proposals.length === 0 && round == null && checkpointFileId == null) return;
  if (proposals.length !== 1) throw new Refused(refuse('proposals', `${proposals.length}; allowed: one a round of ENAS`, 'OUT_OF_RANGE'));
  if (round == null) throw missing('round', 'what the round gave');
  if (checkpointFileId == null) throw missing('checkpointFileId', 'the shared weights that the state belongs to');
  checkFigures(round, search.proposed + 1);
  await tx.query('INSERT INTO enas_round (search_id, round, figures) VALUES ($1, $2, $3)', [search.id, round.round, JSON.stringify(round)]);
  const fileId = await storedFile(tx, search.teamId, 'checkpointFileId', checkpointFileId, 'application/octet-stream');
  await tx.query('UPDATE search SET checkpoint_file_id = $2 WHERE id = $1', [search.id, fileId]);
  const before = search.checkpointFileId;
  if (before !== null && before !== fileId) await releaseFiles(tx, [before]);
  await nameFiles(tx, [fileId]);
}

const missing = (field: string, what: string) => new Refused(refuse(field, `missing; allowed: ${what}`, 'REQUIRED'));

function checkFigures(round: EnasRoundInput, number: number): void {
  const refused = (name: string, allowed: string, code: 'NOT_ALLOWED' | 'OUT_OF_RANGE') =>
    new Refused(refuse(`round.${name}`, `${round[name as keyof EnasRoundInput]}; allowed: ${allowed}`, code));
  for (const [name, value] of Object.entries(round)) if (!Number.isFinite(value)) throw refused(name, 'finite numbers', 'NOT_ALLOWED');
  if (round.round !== number) throw refused('round', `${number}, the one after those that are known`, 'OUT_OF_RANGE');
  if (round.distinct < 0 || round.distinct > 1) throw refused('distinct', 'a share from 0 to 1', 'OUT_OF_RANGE');
  for (const name of ['entropy', 'trainSeconds', 'policySeconds', 'deriveSeconds'] as const)
    if (round[name] < 0) throw refused(name, '0 or more', 'OUT_OF_RANGE');
}
