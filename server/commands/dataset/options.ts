import { CommandError, type readOptions } from '../command.ts';
import type { CommandDatasetFragment } from '../operations.generated.ts';

const text = { type: 'string' } as const;
/** Of `npm run dataset`. */
export const OPTIONS = {
  name: text,
  'smallest-side': text,
  crop: { type: 'boolean' },
  validation: text,
  test: text,
  broken: text,
  unit: text,
  vocabulary: text,
  source: text,
  licence: text,
  deviation: text,
  'salt-and-pepper': text,
  seed: text,
  server: text,
} as const;

export type DatasetOptions = NonNullable<ReturnType<typeof readOptions<typeof OPTIONS>>>;

/** A number that the platform checks further. @throws CommandError that names the option */
export function readShare(option: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (given?.trim() === '' || !Number.isFinite(value)) throw new CommandError(`--${option}: ${JSON.stringify(given)}; allowed is a number`);
  return value;
}

export function readSeed(given: string | undefined): number {
  const value = readShare('seed', given, 1);
  if (!Number.isInteger(value)) throw new CommandError(`--seed: ${JSON.stringify(given)}; allowed is a whole number`);
  return value;
}

/** `MNIST                 06b0d1f124c4  28 x 28 x 1, 10 classes, 60000 + 10000 + 0`, as columns. */
export function describe(dataset: CommandDatasetFragment): string {
  const { name, contentHash, kind, height, width, channels, classes, manySizes, trainCount, validationCount, testCount } = dataset;
  const size =
    kind === 'TEXT'
      ? `text of ${dataset.vocabularySize} different ${dataset.textUnit?.toLowerCase()}`
      : `${manySizes ? 'many sizes from ' : ''}${height} x ${width} x ${channels}, ${classes.length} classes`;
  return `${name.padEnd(24)}  ${contentHash.slice(0, 12)}  ${size}, ${[trainCount, validationCount, testCount].join(' + ')}`;
}
