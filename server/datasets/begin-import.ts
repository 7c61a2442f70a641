import { VOCABULARY_SIZE } from '../../schema/datasets/words.ts';
import type { DataSource } from '../database/data-source.ts';
import type { DatasetImport } from '../database/entities.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import type { ImportDatasetInput, UserError } from '../resolvers.generated.ts';
import type { Conversion } from './convert.ts';
import { checkName, insertImport } from './insert-import.ts';
import { LIMITS } from './limits.ts';

type Defaulted = 'crop' | 'validationShare' | 'testShare' | 'seed' | 'skippedShare' | 'textUnit' | 'vocabularySize';
type Filled = ImportDatasetInput & Required<Pick<ImportDatasetInput, Defaulted>>;

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
  const { name, fileName, size, source, licence } = input;
  return insertImport(database, {
    ...{ teamId, createdBy: memberId, name: name.trim(), fileName, size, derivedFrom: null, status: 'RECEIVING' },
    ...{ source: source?.trim() || null, licence: licence?.trim() || null, conversion: conversionOf(input) },
  });
}

const conversionOf = ({ smallestSide, crop, validationShare, testShare, seed, skippedShare, ...text }: Filled): Conversion => ({
  smallestSide: smallestSide ?? null,
  crop,
  shares: { validation: validationShare, test: testShare, seed },
  skippedShare,
  text: { unit: text.textUnit, vocabularySize: text.vocabularySize },
});

function checkImport(input: Filled): UserError[] {
  const { name, fileName, size, smallestSide, validationShare, testShare, seed, skippedShare } = input;
  const problems: UserError[] = [];
  const note = (problem: UserError | null) => problem && problems.push(problem);
  const within = (field: string, value: number, min: number, max: number) => {
    if (!(value >= min && value <= max)) note(refuse(field, `${value}; allowed are ${min} to ${max}`, 'OUT_OF_RANGE'));
  };
  note(checkName(name));
  note(checkText('fileName', fileName, 1, 255));
  if (!/^[1-9]\d{0,18}$/.test(size)) note(refuse('size', `${size}; allowed are 1 to ${LIMITS.uploadBytes}`, 'OUT_OF_RANGE'));
  else if (BigInt(size) > BigInt(LIMITS.uploadBytes))
    note(refuse('size', `${size} bytes; at most ${LIMITS.uploadBytes} are allowed`, 'TOO_LARGE'));
  note(checkText('source', input.source ?? '', 0, 500));
  note(checkText('licence', input.licence ?? '', 0, 200));
  if (smallestSide != null) within('smallestSide', smallestSide, 4, 512);
  within('validationShare', validationShare, 0.01, 0.5);
  within('testShare', testShare, 0, 0.5);
  if (validationShare + testShare > 0.9)
    note(refuse('testShare', `${validationShare + testShare} with validationShare; at most 0.9 is allowed`, 'OUT_OF_RANGE'));
  within('seed', seed, 0, 2 ** 31 - 1);
  within('skippedShare', skippedShare, 0, 0.5);
  within('vocabularySize', input.vocabularySize, VOCABULARY_SIZE.least, VOCABULARY_SIZE.most);
  return problems;
}
