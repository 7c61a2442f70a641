import type { Program } from '../backends/backend.ts';

/** A function of a program with one input whose first dimension is `batch`, and whose first output has as many rows. */
export interface RowFunction {
  name: string;
  input: string;
  batch: number;
}

/**
 * Runs such a function on any number of rows, in batches, the last filled up with zeros. `turn` is awaited between them.
 * @param values rows of `width` numbers each
 * @returns the first output, row by row
 */
export async function runRows<T extends Float32Array | Int32Array>(
  program: Program,
  { name, input, batch }: RowFunction,
  values: T,
  width: number,
  turn: () => Promise<void> = async () => {},
): Promise<Float32Array> {
  const rows = values.length / width;
  const padded = values.slice(0, 0).constructor as new (length: number) => T;
  let all = new Float32Array(0);
  for (let start = 0; start < rows; start += batch) {
    const count = Math.min(batch, rows - start);
    const given = new padded(batch * width);
    given.set(values.subarray(start * width, (start + count) * width));
    const made = (await program.run(name, { [input]: given }))[0]!;
    const length = made.length / batch;
    if (start === 0) all = new Float32Array(rows * length);
    all.set(made.subarray(0, count * length), start * length);
    await turn();
  }
  return all;
}
