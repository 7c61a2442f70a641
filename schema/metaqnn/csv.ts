/** One field of a CSV file and where it begins; lines and columns count from 1. */
export interface CsvField {
  text: string;
  line: number;
  column: number;
}

/** The text is not CSV. */
export class CsvError extends Error {}

/**
 * Reads comma-separated values with quotes (RFC 4180): rows of fields, empty lines left out. Lines end with LF or CRLF.
 * @throws CsvError for a quote that is not closed, or text after a closing quote
 */
export function readCsv(text: string): CsvField[][] {
  const field = /"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?/y;
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let place = { line: 1, start: 0 };
  for (let at = 0; at < text.length || row.length > 0; ) {
    const from = { line: place.line, column: at - place.start + 1 };
    field.lastIndex = at;
    const [whole, quoted, plain = ''] = field.exec(text)!;
    if (quoted === undefined && text[at] === '"') throw new CsvError(`line ${from.line}, column ${from.column}: the quote is not closed`);
    row.push({ text: quoted?.replaceAll('""', '"') ?? plain, ...from });
    const breaks = whole.split('\n').length - 1;
    if (breaks > 0) place = { line: place.line + breaks, start: at + whole.lastIndexOf('\n') + 1 };
    at += whole.length;
    if (text[at] === ',') {
      at++;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (at < text.length && text[at] !== '\n') {
      const found = `line ${place.line}, column ${at - place.start + 1}: ${JSON.stringify(text[at])}`;
      throw new CsvError(`${found} after a field; allowed: a comma or the end of the line`);
    }
    at++;
    place = { line: place.line + 1, start: at };
    if (row.length > 1 || row[0]!.text !== '') rows.push(row);
    row = [];
  }
  return rows;
}
