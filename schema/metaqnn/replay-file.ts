import type { Architecture, ImageShape } from '../networks/architecture.ts';
import { NotationError, parseNotation } from '../networks/notation.ts';
import { NotAllowed, type Space } from '../spaces/space.ts';
import { CsvError, type CsvField, readCsv } from './csv.ts';

/** One sampled network of a replay file. */
export interface ReplayRow {
  /** Where its row begins in the file, from 1. */
  line: number;
  network: Architecture;
  /** The net string without white space: equal for equal networks of the original. */
  net: string;
  /** Fraction of the validation images: that of the first row with the same net string. */
  accuracy: number;
  /** At which it was drawn; null where the file does not say. */
  epsilon: number | null;
}

export interface ReplayFile {
  /** In the order of the file. */
  rows: ReplayRow[];
  /** What is wrong with the rows that are left out: line, column, value and what is allowed. */
  problems: string[];
}

/** The file cannot be read as a replay file at all. */
export class ReplayFileError extends Error {}

const REQUIRED = ['net', 'accuracy_best_val'];

/**
 * Reads a replay file of the public MetaQNN program: CSV with a header, one row for every network that was sampled, the columns in any
 * order; of them `net`, `accuracy_best_val` and, where it is there, `epsilon` are used. A row that is wrong, or whose network the space
 * refuses, is a problem and is left out; a network that comes up again has the accuracy of its first row, as in the original.
 * @throws ReplayFileError without such a header, or where the text is not CSV
 */
export function readReplayFile(text: string, space: Space, input: ImageShape): ReplayFile {
  const [header, ...lines] = readRows(text.replace(/^\uFEFF/, ''));
  if (!header) throw new ReplayFileError(`the file is empty; allowed: a replay file with the columns ${REQUIRED.join(' and ')}`);
  const names = header.map((field) => field.text.trim());
  for (const name of REQUIRED) {
    if (!names.includes(name)) throw new ReplayFileError(`line 1: no column ${name}; found: ${names.join(', ').slice(0, 200)}`);
  }
  const accuracies = new Map<string, number>();
  const file: ReplayFile = { rows: [], problems: [] };
  for (const fields of lines) {
    try {
      const row = readRow(names, fields, space, input);
      const accuracy = accuracies.get(row.net) ?? row.accuracy;
      accuracies.set(row.net, accuracy);
      file.rows.push({ ...row, accuracy });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      file.problems.push(error.message);
    }
  }
  return file;
}

class BadRow extends Error {}

function readRows(text: string): CsvField[][] {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvError) throw new ReplayFileError(error.message);
    throw error;
  }
}

function readRow(names: string[], fields: CsvField[], space: Space, input: ImageShape): ReplayRow {
  const { line } = fields[0]!;
  if (fields.length !== names.length) throw new BadRow(`line ${line}: ${fields.length} fields; allowed: ${names.length}, one a column`);
  const net = fields[names.indexOf('net')]!;
  const network = readNetwork(net, space, input);
  const epsilon = fields[names.indexOf('epsilon')];
  return {
    line,
    network,
    net: net.text.replace(/\s+/g, ''),
    accuracy: readFraction('accuracy_best_val', fields[names.indexOf('accuracy_best_val')]!),
    epsilon: epsilon && epsilon.text.trim() !== '' ? readFraction('epsilon', epsilon) : null,
  };
}

function readNetwork(net: CsvField, space: Space, input: ImageShape): Architecture {
  try {
    const network = parseNotation(net.text, { input, padding: 'same' });
    space.walk(network);
    return network;
  } catch (error) {
    if (!(error instanceof NotationError || error instanceof NotAllowed)) throw error;
    throw bad('net', net, error.message);
  }
}

function readFraction(name: string, field: CsvField): number {
  const value = Number(field.text);
  if (field.text.trim() === '' || !(value >= 0 && value <= 1)) throw bad(name, field, 'allowed: a number from 0 to 1');
  return value;
}

function bad(name: string, { text, line, column }: CsvField, reason: string): BadRow {
  return new BadRow(`line ${line}, column ${column} (${name}): ${JSON.stringify(text.slice(0, 200))}: ${reason}`);
}
