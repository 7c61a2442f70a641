import type { DataSource } from '../database/data-source.ts';
import { Dataset, type DatasetImport } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { Refused, refuse, unknown } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { PerturbDatasetInput, UserError } from '../resolvers.generated.ts';
import type { Imports } from './imports.ts';
import { checkName, insertImport } from './insert-import.ts';
import type { Perturbation } from './perturb.ts';

type Filled = PerturbDatasetInput & Perturbation;

/** Begins to make a dataset of another one and noise. @throws Refused with everything that is wrong */
export async function beginDerived(
  database: DataSource,
  imports: Imports,
  teamId: string,
  memberId: string | null,
  given: PerturbDatasetInput,
): Promise<DatasetImport> {
  // the schema has filled in the defaults
  const input = given as Filled;
  const [from] = await queries(database).entities(Dataset, 'SELECT * FROM dataset WHERE id = $1 AND (team_id = $2 OR team_id IS NULL)', [
    parseId('Dataset', input.datasetId),
    teamId,
  ]);
  if (!from) throw new Refused(unknown('datasetId', input.datasetId));
  const name = (input.name ?? nameOf(from, input)).trim();
  const problems = check(input, from, name);
  if (problems.length > 0) throw new Refused(...problems);
  const { deviation, saltAndPepper, seed } = input;
  const entry = await insertImport(database, {
    ...{ teamId, createdBy: memberId, name, fileName: from.name, size: '0', status: 'CONVERTING', derivedFrom: from.id },
    ...{ source: from.source, licence: from.licence, conversion: { deviation, saltAndPepper, seed } },
  });
  imports.convert(entry);
  return entry;
}

/** E.g. `MNIST with noise 0.02, seed 1`. */
function nameOf({ name }: Dataset, { deviation, saltAndPepper, seed }: Perturbation): string {
  const kinds = [deviation > 0 && `noise ${deviation}`, saltAndPepper > 0 && `salt and pepper ${saltAndPepper}`].filter(Boolean);
  const ending = ` with ${kinds.join(', ')}, seed ${seed}`;
  return [...name].slice(0, 80 - ending.length).join('') + ending;
}

function check({ deviation, saltAndPepper, seed }: Perturbation, from: Dataset, name: string): UserError[] {
  const problems: UserError[] = [];
  const note = (problem: UserError | null) => problem && problems.push(problem);
  const within = (field: string, value: number, min: number, max: number) => {
    if (!(value >= min && value <= max)) note(refuse(field, `${value}; allowed are ${min} to ${max}`, 'OUT_OF_RANGE'));
  };
  note(checkName(name));
  if (from.kind !== 'IMAGES') note(refuse('datasetId', `${from.name} is text; noise is for pictures`, 'NOT_ALLOWED'));
  within('deviation', deviation, 0, 1);
  within('saltAndPepper', saltAndPepper, 0, 1);
  if (deviation === 0 && saltAndPepper === 0)
    note(refuse('deviation', '0, and saltAndPepper is 0 too; allowed is noise of at least one kind', 'OUT_OF_RANGE'));
  within('seed', seed, 0, 2 ** 31 - 1);
  return problems;
}
