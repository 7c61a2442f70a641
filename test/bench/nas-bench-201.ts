import { readFileSync } from 'node:fs';
import type { Space } from '../../schema/spaces/space.ts';
import type { TabularProblem } from './tabular.ts';

/** Of NAS-Bench-201 (Dong & Yang 2020), in the order of its programs. */
export const OPERATIONS = ['none', 'skip_connect', 'nor_conv_1x1', 'nor_conv_3x3', 'avg_pool_3x3'] as const;
type Operation = (typeof OPERATIONS)[number];

/** Edges into nodes 1, 2 and 3, from the nodes before: where each edge comes from. */
const SOURCES = [[0], [0, 1], [0, 1, 2]] as const;
const EDGES = SOURCES.flat().length;
export const CELLS = OPERATIONS.length ** EDGES;

/** `|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|avg_pool_3x3~2|`. */
export function printCell(operations: readonly Operation[]): string {
  let edge = 0;
  return SOURCES.map((sources) => `|${sources.map((from) => `${operations[edge++]}~${from}`).join('|')}|`).join('+');
}

const PATTERN = new RegExp(`^${SOURCES.map((sources) => `\\|${sources.map((from) => `(\\w+)~${from}`).join('\\|')}\\|`).join('\\+')}$`);

/** @throws RangeError that says what is wrong and what is allowed */
export function parseCell(text: string): Operation[] {
  const found = PATTERN.exec(text);
  if (!found) throw new RangeError(`${JSON.stringify(text)}; allowed: a cell like ${printCell(new Array<Operation>(EDGES).fill('none'))}`);
  return found.slice(1).map((name) => {
    const operation = OPERATIONS.find((each) => each === name);
    if (!operation) throw new RangeError(`${JSON.stringify(name)} in ${JSON.stringify(text)}; allowed: ${OPERATIONS.join(', ')}`);
    return operation;
  });
}

/**
 * Its cells as a decision process: an operation for one edge after the other. A state's key is the edge and the operation before, as a chain's is the depth
 * and the layer before. There is nothing to train: a network is its cell's string.
 */
export const cells: Space<readonly Operation[], Operation> = {
  // a search for a cell, which is all that the kind says to a controller
  kind: 'MICRO',
  factored: true,
  initial: () => [],
  actions: (taken) => (taken.length < EDGES ? [...OPERATIONS] : []),
  next: (taken, operation) => [...taken, operation],
  stateKey: (taken) => `${taken.length},${taken.at(-1) ?? 'start'}`,
  actionKey: (taken, operation) => `${taken.length + 1},${operation}`,
  notation: printCell,
  architecture() {
    throw new RangeError('a cell of NAS-Bench-201 is known by its figures alone; allowed: its notation');
  },
  walk() {
    throw new RangeError('a cell of NAS-Bench-201 is known by its figures alone; allowed: its notation');
  },
  count: () => BigInt(CELLS),
};

/** Fields of a row beside the data sets' accuracies. */
const ARCHITECTURE = 'architecture';
const SECONDS = 'seconds';

/**
 * A complete table of the cells' accuracies, in percent. JSON lines: `{"architecture": "|…|", "cifar10": 91.2, "seconds": 700}`; or CSV with the same names in
 * its first row. Every other field is a data set.
 *
 * @param dataset whose accuracy is the reward; null for the first field that is one
 * @throws RangeError with row, field, value and what is allowed
 */
export function parseTable(text: string, dataset: string | null): { rewards: Map<string, number>; dataset: string } {
  const rows = text.trimStart().startsWith('{') ? jsonRows(text) : csvRows(text);
  const rewards = new Map<string, number>();
  let chosen = dataset;
  for (const { row, fields } of rows) {
    const fault = (field: string, value: unknown, allowed: string) =>
      new RangeError(`row ${row}, ${field}: ${value === undefined ? 'missing' : JSON.stringify(value)}; allowed: ${allowed}`);
    const datasets = Object.keys(fields).filter((name) => name !== ARCHITECTURE && name !== SECONDS);
    chosen ??= datasets[0] ?? null;
    if (chosen === null || !datasets.includes(chosen))
      throw fault(chosen ?? 'cifar10', undefined, `one of ${datasets.join(', ') || 'none'}`);
    const architecture = fields[ARCHITECTURE];
    if (typeof architecture !== 'string') throw fault(ARCHITECTURE, architecture, 'the string of a cell');
    let cell: string;
    try {
      cell = printCell(parseCell(architecture));
    } catch (error) {
      throw new RangeError(`row ${row}, ${ARCHITECTURE}: ${(error as Error).message}`);
    }
    if (rewards.has(cell)) throw fault(ARCHITECTURE, cell, 'each cell once');
    for (const name of datasets) if (!isPercent(fields[name])) throw fault(name, fields[name], 'a number from 0 to 100');
    const seconds = fields[SECONDS];
    if (seconds !== undefined && !(typeof seconds === 'number' && seconds >= 0)) throw fault(SECONDS, seconds, 'a number from 0');
    rewards.set(cell, (fields[chosen] as number) / 100);
  }
  if (rewards.size !== CELLS) throw new RangeError(`${rewards.size} rows; allowed: ${CELLS}, one for each cell`);
  return { rewards, dataset: chosen! };
}

const isPercent = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 100;

interface Row {
  /** Line of the file, from 1. */
  row: number;
  fields: Record<string, unknown>;
}

const linesOf = (text: string) => text.split(/\r?\n/).flatMap((line, i) => (line.trim() === '' ? [] : [{ row: i + 1, line }]));

function* jsonRows(text: string): Generator<Row> {
  for (const { row, line } of linesOf(text)) {
    let fields: unknown;
    try {
      fields = JSON.parse(line);
    } catch {
      throw new RangeError(`row ${row}: ${JSON.stringify(line.slice(0, 60))}; allowed: an object in JSON`);
    }
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      throw new RangeError(`row ${row}: ${JSON.stringify(fields)}; allowed: an object in JSON`);
    yield { row, fields: fields as Record<string, unknown> };
  }
}

function* csvRows(text: string): Generator<Row> {
  const [header, ...lines] = linesOf(text);
  const names = header?.line.split(',').map((name) => name.trim()) ?? [];
  for (const { row, line } of lines) {
    const values = line.split(',').map((value) => value.trim());
    if (values.length !== names.length)
      throw new RangeError(`row ${row}: ${values.length} values; allowed: ${names.length}, as the first row names`);
    const read = (name: string, value: string) =>
      name === ARCHITECTURE || value === '' || Number.isNaN(Number(value)) ? value : Number(value);
    yield { row, fields: Object.fromEntries(names.map((name, i) => [name, read(name, values[i]!)])) };
  }
}

/** Makes a table of the official file, which only Python can read. */
export const CONVERTER = 'test/bench/nas_bench_201.py';

/** @throws RangeError for a file that is no complete table; Error where it cannot be read */
export function nasBench201(file: string, dataset: string | null): TabularProblem {
  if (/\.pth?$/.test(file))
    throw new RangeError(
      `${file}: a pickle of PyTorch; allowed: the table that python ${CONVERTER} makes of it, with the package nas_201_api`,
    );
  const table = parseTable(readFileSync(file, 'utf8'), dataset);
  const best = [...table.rewards.values()].reduce((a, b) => Math.max(a, b));
  return { name: `NAS-Bench-201 ${table.dataset}`, space: cells as Space, rewards: table.rewards, best, rewardAfter: null };
}
