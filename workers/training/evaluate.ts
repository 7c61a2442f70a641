import { Random } from '../../schema/random.ts';
import type { FunctionSpec, InputValues, Program } from '../backends/backend.ts';
import { takeBatches } from '../datasets/batches.ts';
import type { Clock } from './clock.ts';
import { drawSeeds } from './randomness.ts';

/**
 * Calls a function of a program on images, batch by batch: its inputs are rows of resident sets and what is drawn. `each` gets the
 * outputs, of which only the first `rows.length` rows are of images. What is drawn depends on seed and epoch only.
 */
export async function eachBatch(
  program: Program,
  { name, inputs }: { name: string; inputs: FunctionSpec['inputs'] },
  images: Uint32Array,
  { seed, epoch }: { seed: number; epoch: number },
  clock: Clock,
  each: (outputs: Float32Array[], rows: Int32Array) => void,
): Promise<void> {
  const drawn = Object.keys(inputs).filter((input) => 'draw' in inputs[input]!);
  const streams = new Map(drawn.map((input) => [input, Random.of(seed, 'evaluation', epoch, input)]));
  const size = Object.values(inputs).reduce((rows, input) => ('of' in input ? input.rows : rows), 0);
  let start = 0;
  while (start < images.length) {
    await clock.duringAsync('evaluation', async () => {
      const { rows, counts } = takeBatches(images, start, size, 1);
      const values: InputValues = {};
      for (const [input, spec] of Object.entries(inputs)) values[input] = 'of' in spec ? rows : drawSeeds(1, streams.get(input)!);
      each(await program.run(name, values), rows.subarray(0, counts[0]));
      start += counts[0]!;
    });
    await clock.breathe();
  }
}

/** Means over images of a function's outputs, each of one number an image, under these names. */
export async function meansOf(
  program: Program,
  called: Parameters<typeof eachBatch>[1],
  names: readonly string[],
  images: Uint32Array,
  moment: { seed: number; epoch: number },
  clock: Clock,
): Promise<Record<string, number>> {
  const sums = names.map(() => 0);
  await eachBatch(program, called, images, moment, clock, (outputs, rows) => {
    for (const [term] of names.entries()) for (let i = 0; i < rows.length; i++) sums[term]! += outputs[term]![i]!;
  });
  return Object.fromEntries(names.map((name, term) => [name, sums[term]! / images.length]));
}
