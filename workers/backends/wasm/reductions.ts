/** How many numbers are passed over four columns at a time: they stay in the processor's nearest memory. */
const BLOCK = 2048;

/**
 * Adds up the rows of a matrix, as the gradient of a bias does; wasm's own sum transposes the matrix first. Four columns at once, in
 * registers: sums kept in an array are three times slower. They are summed as doubles.
 *
 * @param x    [rows, columns]
 * @param sums [columns]; gets the result
 */
export function sumRows(x: Float32Array, sums: Float32Array): void {
  const columns = sums.length;
  const totals = new Float64Array(columns);
  const step = Math.max(1, Math.floor(BLOCK / columns)) * columns;
  for (let start = 0; start < x.length; start += step) {
    const end = Math.min(x.length, start + step);
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = start + column; i < end; i += columns) {
        a += x[i]!;
        b += x[i + 1]!;
        c += x[i + 2]!;
        d += x[i + 3]!;
      }
      totals[column] = totals[column]! + a;
      totals[column + 1] = totals[column + 1]! + b;
      totals[column + 2] = totals[column + 2]! + c;
      totals[column + 3] = totals[column + 3]! + d;
    }
    for (; column < columns; column++) {
      let sum = 0;
      for (let i = start + column; i < end; i += columns) sum += x[i]!;
      totals[column] = totals[column]! + sum;
    }
  }
  sums.set(totals);
}

/** The axes to be summed are the first ones, and the last one stays. */
export function sumsRows(axes: readonly number[], rank: number): boolean {
  return axes.length > 0 && axes.length < rank && [...axes].sort((a, b) => a - b).every((axis, index) => axis === index);
}
