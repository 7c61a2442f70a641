import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ReplayFile, ReplayFileError, readReplayFile } from '../schema/metaqnn/replay-file.ts';
import { thesisController } from '../schema/plans/presets/presets.ts';
import type { DataShape } from '../schema/spaces/limits.ts';
import { makeSpace } from '../schema/spaces/make.ts';
import { spacePresets } from '../schema/spaces/presets.ts';
import type { Space } from '../schema/spaces/space.ts';
import { closeTable, emptyTable, openTable, Q_COLUMNS, tableRows, touchWalk, updateGreedy, updateOriginal } from './controllers/q-table.ts';

/** Chains of 28 x 28 images and ten classes: the data of the public program's example. */
const MNIST: DataShape = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
const SPACES = Object.entries(spacePresets).flatMap(([name, limits]) => (limits.kind === 'CHAIN' ? [name] : []));

const HELP = `Prints the Q-table that a replay file of the public MetaQNN program gives, in that program's columns.

  npm run q-values -- --space metaqnn-mnist --replay FILE [options]

  --space NAME     which networks are allowed: ${SPACES.join(', ')}
  --replay FILE    the file; each row updates the table once, in the order of the file
  --greedy         eq. 11.1, Q <- max(Q, reward), instead of the Bellman equation
  --alpha X        learning rate, 0 to 1 (default ${thesisController.learningRate}); not with --greedy
  --gamma X        discount, 0 to 1 (default ${thesisController.discount}); not with --greedy
  --initial X      value of an action that was never taken (default ${thesisController.initialValue}; 0 with --greedy)
  --help           this text

A row that is wrong, or whose network the space does not allow, changes nothing and is named on the error output; the exit code is 1 then.`;

const OPTIONS = {
  space: { type: 'string' },
  replay: { type: 'string' },
  greedy: { type: 'boolean' },
  alpha: { type: 'string' },
  gamma: { type: 'string' },
  initial: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface QValueOptions {
  greedy: boolean;
  alpha: number;
  gamma: number;
  initial: number;
}

/** What one can mend. */
class Mistake extends Error {}

/** The command `npm run q-values`; leaves an exit code. */
export async function main(args: string[]): Promise<void> {
  try {
    process.exitCode = qValues(args);
  } catch (error) {
    console.error(error instanceof Mistake || error instanceof ReplayFileError ? error.message : error);
    process.exitCode = 1;
  }
}

function qValues(args: string[]): number {
  const given = readArguments(args);
  if (given.help) {
    console.log(HELP);
    return 0;
  }
  if (given.replay === undefined) throw new Mistake('--replay: missing; give a replay file (--help says more)');
  const space = spaceOf(given.space);
  for (const name of ['alpha', 'gamma'] as const)
    if (given.greedy && given[name] !== undefined) throw new Mistake(`--${name}: not allowed with --greedy, which has none`);
  const { learningRate, discount, initialValue } = thesisController;
  const options: QValueOptions = {
    greedy: given.greedy ?? false,
    alpha: readNumber('alpha', given.alpha, 0, 1) ?? learningRate,
    gamma: readNumber('gamma', given.gamma, 0, 1) ?? discount,
    initial: readNumber('initial', given.initial, -1e9, 1e9) ?? (given.greedy ? 0 : initialValue),
  };
  const file = readReplayFile(readText(given.replay), space, MNIST.image);
  for (const row of qRows(file, space, options)) process.stdout.write(`${row.join(',')}\n`);
  for (const problem of file.problems) console.error(`${given.replay}: ${problem}`);
  return file.problems.length > 0 ? 1 : 0;
}

/** Header and rows of the table after one update a row of the file, in its order. */
export function qRows(file: ReplayFile, space: Space, { greedy, alpha, gamma, initial }: QValueOptions): string[][] {
  const table = openTable(emptyTable());
  for (const { network, accuracy } of file.rows) {
    const walk = touchWalk(table, space, network, initial);
    if (greedy) updateGreedy(table, walk, accuracy);
    else updateOriginal(table, walk, accuracy, alpha, gamma);
  }
  const networks = file.rows.map(({ network }) => network);
  return [Q_COLUMNS, ...tableRows(closeTable(table), space, networks)];
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new Mistake(`${(error as Error).message.split(/\. |\n/)[0]}; --help lists the options`);
  }
}

function spaceOf(name: string | undefined): Space {
  const allowed = `allowed: ${SPACES.join(', ')}`;
  if (name === undefined) throw new Mistake(`--space: missing; ${allowed}`);
  if (!SPACES.includes(name)) throw new Mistake(`--space: ${JSON.stringify(name)}; ${allowed}`);
  return makeSpace(spacePresets[name as keyof typeof spacePresets], MNIST);
}

function readNumber(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new Mistake(`--${name}: ${JSON.stringify(text)}; allowed is a number from ${min} to ${max}`);
  return value;
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new Mistake(`${path}: this is not UTF-8 text`);
    throw new Mistake(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
