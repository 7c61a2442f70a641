import {
  type Architecture,
  CELL_OPERATIONS,
  type Cell,
  type CellInput,
  type CellSum,
  type Dag,
  type DagLayer,
  type DagOperation,
  type ImageShape,
  MACRO_OPERATIONS,
  type Macro,
  type MacroLayer,
} from './architecture.ts';
import { NotationError, Reader } from './reader.ts';

/*
 * How people write the networks of NAS and ENAS. Layers are numbered from 1 in the order in which they stand.
 *
 *     DAG | C(36,3x5,1), S(48,7x7,2), A(3,1)@0+1 | SM(10)
 *
 * A network of NAS: `C(filters,height x width,stride)`, separable `S`, average and max pooling `A(size,stride)`, `P(size,stride)`. `@` names
 * whom a layer reads, 0 being the image; without it a layer reads the one before.
 *
 *     MACRO(32) | C3, S5, P3+0+1 | SM(10)
 *
 * A network of ENAS's macro search of 32 filters: `+` names the skip connections of a layer, 0 being the stem.
 *
 *     CELL(16,2) | I(0)+S3(1), A3(1)+P3(2) | I(0)+I(1), S5(0)+S3(2) | SM(10)
 *
 * A network of ENAS's micro search of 16 filters and 2 normal cells of each size: nodes of the normal cell, then of the reduction cell; 0 and 1
 * are the cells before, nodes begin with 2. A node reads its earlier input first.
 */

export type GraphNetwork = Dag | Macro | Cell;

export const isGraphNotation = (text: string): boolean => /^\s*(DAG|MACRO|CELL)\b/.test(text);

export const isGraph = (architecture: Architecture): architecture is GraphNetwork =>
  architecture.family === 'dag' || architecture.family === 'macro' || architecture.family === 'cell';

export function printGraph(network: GraphNetwork): string {
  const ending = `SM(${network.classes})`;
  switch (network.family) {
    case 'dag':
      return `DAG | ${network.layers.map(printDagLayer).join(', ')} | ${ending}`;
    case 'macro':
      return `MACRO(${network.filters}) | ${network.layers.map(printMacroLayer).join(', ')} | ${ending}`;
    case 'cell':
      return `CELL(${network.filters},${network.repetitions}) | ${printCell(network.normal)} | ${printCell(network.reduction)} | ${ending}`;
  }
}

export function printOperation(operation: DagOperation): string {
  switch (operation.type) {
    case 'convolution':
    case 'separable': {
      const { filters, height, width, stride } = operation;
      return `${operation.type === 'convolution' ? 'C' : 'S'}(${filters},${height}x${width},${stride})`;
    }
    default:
      return `${operation.type === 'averagePool' ? 'A' : 'P'}(${operation.size},${operation.stride})`;
  }
}

function printDagLayer({ operation, inputs }: DagLayer, i: number): string {
  const reads = inputs.length === 1 && inputs[0] === i ? '' : `@${inputs.join('+')}`;
  return `${printOperation(operation)}${reads}`;
}

export const printMacroLayer = ({ operation, skips }: MacroLayer): string => [operation, ...skips].join('+');
export const printCellInput = ({ operation, from }: CellInput): string => `${operation}(${from})`;
export const printCell = (nodes: readonly CellSum[]): string => nodes.map((node) => node.map(printCellInput).join('+')).join(', ');

/** @throws NotationError naming the character and what is allowed there. */
export function parseGraph(text: string, input: ImageShape): GraphNetwork {
  const reader = new Reader(text);
  switch (reader.word()) {
    case 'DAG':
      return { family: 'dag', input: { ...input }, layers: part(reader, dagLayer), classes: ending(reader) };
    case 'MACRO': {
      const [filters] = numbers(reader, 'MACRO(filters)', 1) as [number];
      return { family: 'macro', input: { ...input }, filters, layers: part(reader, macroLayer), classes: ending(reader) };
    }
    default: {
      const [filters, repetitions] = numbers(reader, 'CELL(filters,repetitions)', 2) as [number, number];
      const [normal, reduction] = [part(reader, cellSum), part(reader, cellSum)];
      return { family: 'cell', input: { ...input }, filters, repetitions, normal, reduction, classes: ending(reader) };
    }
  }
}

/** `|` and a list, each entry given how many stand before it. */
function part<T>(reader: Reader, read: (reader: Reader, before: number) => T): T[] {
  reader.expect('|', '"|" and a list');
  const list = [read(reader, 0)];
  while (reader.take(',')) list.push(read(reader, list.length));
  return list;
}

function ending(reader: Reader): number {
  reader.expect('|', '"," or "|" and SM(classes)');
  const position = reader.position;
  if (reader.word() !== 'SM') throw new NotationError('the classifier was expected; allowed: SM(classes)', position);
  const [classes] = numbers(reader, 'SM(classes)', 1) as [number];
  reader.expectEnd('the end');
  return classes;
}

const DAG_FORMS = 'C(filters,height x width,stride), S(filters,height x width,stride), A(size,stride), P(size,stride)';

function dagLayer(reader: Reader, before: number): DagLayer {
  const position = reader.position;
  const name = reader.word();
  if (!['C', 'S', 'A', 'P'].includes(name))
    throw new NotationError(`a layer was expected, found ${name || reader.found()}; allowed: ${DAG_FORMS}`, position);
  const operation = name === 'C' || name === 'S' ? convolution(reader, name) : pool(reader, name);
  if (!reader.take('@')) return { operation, inputs: [before] };
  return { operation, inputs: rising(reader, 0, before) };
}

function convolution(reader: Reader, name: string): DagOperation {
  const form = `${name}(filters,height x width,stride)`;
  reader.expect('(', form);
  const filters = number(reader, form);
  reader.expect(',', form);
  const height = number(reader, form);
  reader.expect('x', form);
  const width = number(reader, form);
  reader.expect(',', form);
  const stride = number(reader, form);
  reader.expect(')', form);
  return { type: name === 'C' ? 'convolution' : 'separable', filters, height, width, stride };
}

function pool(reader: Reader, name: string): DagOperation {
  const [size, stride] = numbers(reader, `${name}(size,stride)`, 2) as [number, number];
  return { type: name === 'A' ? 'averagePool' : 'maxPool', size, stride };
}

function macroLayer(reader: Reader, before: number): MacroLayer {
  const operation = named(reader, MACRO_OPERATIONS);
  return { operation, skips: reader.take('+') ? rising(reader, 0, before - 1) : [] };
}

function cellSum(reader: Reader, before: number): CellSum {
  const position = reader.position;
  const first = cellInput(reader, before);
  reader.expect('+', 'two inputs with + between them');
  const second = cellInput(reader, before);
  if (orderOf(first) > orderOf(second)) {
    const wanted = [second, first].map(printCellInput).join('+');
    throw new NotationError(`${[first, second].map(printCellInput).join('+')} is not in order; allowed: ${wanted}`, position);
  }
  return [first, second];
}

/** Sums have one way of being written: inputs rise by whom they read, then by CELL_OPERATIONS. */
export const orderOf = ({ from, operation }: CellInput): number => from * CELL_OPERATIONS.length + CELL_OPERATIONS.indexOf(operation);

function cellInput(reader: Reader, before: number): CellInput {
  const operation = named(reader, CELL_OPERATIONS);
  reader.expect('(', `${operation}(number)`);
  const from = reading(reader, 0, before + 1);
  reader.expect(')', `${operation}(number)`);
  return { from, operation };
}

function named<T extends string>(reader: Reader, allowed: readonly T[]): T {
  const position = reader.position;
  const name = reader.word() + reader.digits();
  const found = allowed.find((each) => each === name);
  if (!found) throw new NotationError(`${name || reader.found()} is no operation; allowed: ${allowed.join(', ')}`, position);
  return found;
}

/** Numbers with + between them, each larger than the one before. */
function rising(reader: Reader, low: number, high: number): number[] {
  const list = [reading(reader, low, high)];
  while (reader.take('+')) list.push(reading(reader, list.at(-1)! + 1, high));
  return list;
}

function reading(reader: Reader, low: number, high: number): number {
  const position = reader.position;
  const digits = reader.digits();
  const value = Number(digits);
  if (digits !== '' && value >= low && value <= high && String(value) === digits) return value;
  const range = high < low ? 'no number here' : `a whole number from ${low} to ${high}`;
  throw new NotationError(`${digits || reader.found()} is not a layer that can be read; allowed: ${range}`, position);
}

function numbers(reader: Reader, form: string, count: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) {
    reader.expect(i === 0 ? '(' : ',', form);
    list.push(number(reader, form));
  }
  reader.expect(')', form);
  return list;
}

function number(reader: Reader, form: string): number {
  const position = reader.position;
  const digits = reader.digits();
  const value = Number(digits);
  if (digits === '' || value < 1 || !Number.isSafeInteger(value) || String(value) !== digits)
    throw new NotationError(`${digits || reader.found()} in ${form}; allowed: a whole number from 1`, position);
  return value;
}
