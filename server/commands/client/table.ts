/** Columns with their titles above them, numbers to the right, the last column to the left. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

export const formatFigure = (value: number | null | undefined): string =>
  value == null ? '' : Math.abs(value) < 1e-3 && value !== 0 ? value.toExponential(1) : value.toPrecision(4);

/**
 * How far a figure is from the thesis's: relative to it, (here - thesis) / thesis. Null where there is none. Where the thesis says "about" a
 * power of ten, the relative difference says as little, and the factor is printed instead.
 */
export function difference(here: number | null | undefined, thesis: number | null | undefined): number | null {
  return here == null || thesis == null ? null : (here - thesis) / thesis;
}

export function formatDifference(here: number | null | undefined, thesis: number | null | undefined): string {
  const relative = difference(here, thesis);
  if (relative === null) return '';
  if (thesis! < 1e-3) return `x ${(here! / thesis!).toPrecision(2)}`;
  return `${relative < 0 ? '-' : '+'}${(100 * Math.abs(relative)).toFixed(1)}%`;
}
