import { DataProblem } from './problem.ts';

export interface LabelTable {
  classes: string[];
  /** Whether some picture has not exactly one class. */
  multiLabel: boolean;
  rows: { path: string; labels: number[]; line: number }[];
}

/**
 * Reads a table of labels (CSV, RFC 4180, UTF-8), whose first column is the file. Either one column a class, with 0 or 1, or a second
 * column with the names of the classes between semicolons. @throws DataProblem with the line
 */
export function readLabels(bytes: Uint8Array, file: string): LabelTable {
  const [header, ...lines] = parseCsv(decodeText(bytes, file), file);
  if (!header || header.cells.length < 2) throw new DataProblem(file, 'line 1: at least two columns are needed, the file and its classes');
  if (lines.length === 0) throw new DataProblem(file, 'it has a header only');
  const width = header.cells.length;
  const seen = new Map<string, number>();
  for (const { cells, line } of lines) {
    if (cells.length !== width) throw new DataProblem(file, `line ${line}: ${cells.length} cells; the header has ${width}`);
    const before = seen.get(cells[0]!);
    if (before) throw new DataProblem(file, `line ${line}: ${JSON.stringify(cells[0])} is in line ${before} already`);
    seen.set(cells[0]!, line);
  }
  const { classes, labels } = width === 2 ? byName(lines, file) : byColumn(header.cells.slice(1), lines, file);
  const rows = lines.map(({ cells, line }, i) => ({ path: cells[0]!.replace(/^\.\//, ''), labels: labels[i]!, line }));
  return { classes, multiLabel: rows.some((row) => row.labels.length !== 1), rows };
}

interface Line {
  cells: string[];
  line: number;
}

function byName(lines: Line[], file: string): { classes: string[]; labels: number[][] } {
  const named = lines.map(({ cells }) => [...new Set(cells[1]!.split(';').map((name) => name.trim()))].filter(Boolean));
  const classes = [...new Set(named.flat())].sort(new Intl.Collator('en', { numeric: true }).compare);
  if (classes.length < 2) throw new DataProblem(file, `${classes.length} classes; at least two are needed`);
  const place = new Map(classes.map((name, i) => [name, i]));
  return { classes, labels: named.map((names) => names.map((name) => place.get(name)!).sort((a, b) => a - b)) };
}

function byColumn(classes: string[], lines: Line[], file: string): { classes: string[]; labels: number[][] } {
  const twice = classes.find((name, i) => classes.indexOf(name) !== i || name === '');
  if (twice !== undefined)
    throw new DataProblem(file, `line 1: the class ${JSON.stringify(twice)} is ${twice === '' ? 'without a name' : 'there twice'}`);
  const labels = lines.map(({ cells, line }) =>
    cells.slice(1).flatMap((cell, i) => {
      if (cell !== '0' && cell !== '1')
        throw new DataProblem(file, `line ${line}, ${classes[i]}: ${JSON.stringify(cell)}; allowed are 0 and 1`);
      return cell === '1' ? [i] : [];
    }),
  );
  return { classes, labels };
}

/** UTF-8, without a byte order mark. @throws DataProblem that says where it is not */
export function decodeText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DataProblem(file, `byte ${firstWrong(bytes)}: it is not UTF-8; save it in this encoding`, { cause });
  }
}

/** Where decoding breaks: by halves, since the decoder does not say. */
function firstWrong(bytes: Uint8Array): number {
  let sound = 0;
  let broken = bytes.length;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    try {
      // a character that is cut at the end is no fault yet
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      broken = middle;
    }
  }
  // back to where the character began
  while (!decodes(bytes.subarray(0, sound))) sound--;
  return sound;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parseCsv(text: string, file: string): Line[] {
  const lines: Line[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) throw new DataProblem(file, `line ${line}: a quote is not closed, or lies within a cell`);
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end === ',') {
      // a comma at the very end begins one more, empty cell
      if (cell.lastIndex === text.length) cells.push('');
      else continue;
    }
    if (cells.length > 1 || cells[0] !== '') lines.push({ cells, line: begun });
    cells = [];
    begun = line;
  }
  return lines;
}
