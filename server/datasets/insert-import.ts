import { builtInDatasets, builtInTexts } from '../../schema/datasets.ts';
import type { DataSource } from '../database/data-source.ts';
import { DatasetImport } from '../database/entities.ts';
import { transaction } from '../database/transaction.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { UserError } from '../resolvers.generated.ts';

/** Imports of a team that may be on their way at once: each may have gigabytes on disk. */
const AT_ONCE = 5;

/** What is wrong with the name of a dataset to be. */
export function checkName(name: string): UserError | null {
  if ([...builtInDatasets, ...builtInTexts].some((known) => known.name.toLowerCase() === name.trim().toLowerCase()))
    return refuse('name', `${JSON.stringify(name.trim())} comes with the platform: choose another name`, 'CONFLICT');
  return checkText('name', name, 1, 80);
}

type NewImport = Pick<
  DatasetImport,
  'teamId' | 'createdBy' | 'name' | 'fileName' | 'size' | 'conversion' | 'status' | 'derivedFrom' | 'source' | 'licence'
>;

/** Writes a new import and tells the team's feed. @throws Refused where too many are on their way */
export function insertImport(database: DataSource, entry: NewImport): Promise<DatasetImport> {
  return transaction(database, async (tx) => {
    // of two at once the second counts the first: the team's row is the lock
    await tx.query('SELECT id FROM team WHERE id = $1 FOR NO KEY UPDATE', [entry.teamId]);
    const [open] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM dataset_import WHERE team_id = $1 AND status IN ('RECEIVING', 'CONVERTING')`,
      [entry.teamId],
    );
    if (open!.count >= AT_ONCE)
      throw new Refused(
        refuse(null, `${open!.count} imports are on their way; at most ${AT_ONCE} may be: finish or cancel one`, 'TOO_LARGE'),
      );
    const [added] = await tx.entities(
      DatasetImport,
      `INSERT INTO dataset_import (id, team_id, created_by, name, file_name, size, conversion, status, derived_from, source, licence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING *`,
      [
        newId(),
        entry.teamId,
        entry.createdBy,
        entry.name,
        entry.fileName,
        entry.size,
        JSON.stringify(entry.conversion),
        entry.status,
        entry.derivedFrom,
        entry.source,
        entry.licence,
      ],
    );
    await appendEvents(tx, entry.teamId, [{ kind: 'DATASET_IMPORT_CHANGED', memberId: entry.createdBy, datasetImportId: added!.id }]);
    return added!;
  });
}
