import { builtInDatasets } from '../../schema/datasets.ts';
import type { DataSource } from '../database/data-source.ts';
import { DatasetImport } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { ImportDatasetInput, UserError } from '../resolvers.generated.ts';
import type { Conversion } from './convert.ts';
import { LIMITS } from './limits.ts';

/** Imports of a team that may be on their way at once: each may have gigabytes on disk. */
const AT_ONCE = 5;

type Filled = ImportDatasetInput & Required<Pick<ImportDatasetInput, 'crop' | 'validationShare' | 'testShare' | 'seed' | 'skippedShare'>>;

/** Notes that bytes will come. @throws Refused with everything that is wrong */
export async function beginImport(
  database: DataSource,
  teamId: string,
  memberId: string | null,
  given: ImportDatasetInput,
): Promise<DatasetImport> {
  // the schema has filled in the defaults
  const input = given as Filled;
  const problems = checkImport(input);
  if (problems.length > 0) throw new Refused(...problems);
  const { query, entities } = queries(database);
  const [open] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM dataset_import WHERE team_id = $1 AND status IN ('RECEIVING', 'CONVERTING')`,
    [teamId],
  );
  if (open!.count >= AT_ONCE)
    throw new Refused(
      refuse(null, `${open!.count} imports are on their way; at most ${AT_ONCE} may be: finish or cancel one`, 'TOO_LARGE'),
    );
  const [entry] = await entities(
    DatasetImport,
    `INSERT INTO dataset_import (id, team_id, created_by, name, file_name, size, conversion, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'RECEIVING') RETURNING *`,
    [newId(), teamId, memberId, input.name.trim(), input.fileName, input.size, JSON.stringify(conversionOf(input))],
  );
  return entry!;
}

const conversionOf = ({ smallestSide, crop, validationShare, testShare, seed, skippedShare }: Filled): Conversion => ({
  smallestSide: smallestSide ?? null,
  crop,
  shares: { validation: validationShare, test: testShare, seed },
  skippedShare,
});

function checkImport(input: Filled): UserError[] {
  const { name, fileName, size, smallestSide, validationShare, testShare, seed, skippedShare } = input;
  const problems: UserError[] = [];
  const note = (problem: UserError | null) => problem && problems.push(problem);
  const within = (field: string, value: number, min: number, max: number) => {
    if (!(value >= min && value <= max)) note(refuse(field, `${value}; allowed are ${min} to ${max}`, 'OUT_OF_RANGE'));
  };
  note(checkText('name', name, 1, 80));
  if (builtInDatasets.some((known) => known.name.toLowerCase() === name.trim().toLowerCase()))
    note(refuse('name', `${JSON.stringify(name.trim())} comes with the platform: choose another name`, 'CONFLICT'));
  note(checkText('fileName', fileName, 1, 255));
  if (!/^[1-9]\d{0,18}$/.test(size)) note(refuse('size', `${size}; allowed are 1 to ${LIMITS.uploadBytes}`, 'OUT_OF_RANGE'));
  else if (BigInt(size) > BigInt(LIMITS.uploadBytes))
    note(refuse('size', `${size} bytes; at most ${LIMITS.uploadBytes} are allowed`, 'TOO_LARGE'));
  if (smallestSide != null) within('smallestSide', smallestSide, 4, 512);
  within('validationShare', validationShare, 0.01, 0.5);
  within('testShare', testShare, 0, 0.5);
  if (validationShare + testShare > 0.9)
    note(refuse('testShare', `${validationShare + testShare} with validationShare; at most 0.9 is allowed`, 'OUT_OF_RANGE'));
  within('seed', seed, 0, 2 ** 31 - 1);
  within('skippedShare', skippedShare, 0, 0.5);
  return problems;
}
