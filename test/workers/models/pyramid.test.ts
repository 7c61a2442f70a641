import type * as tfjs from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Chain } from '../../../schema/networks/architecture.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import type { TF } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { buildClassifier } from '../../../workers/models/classifier.ts';
import { spatialPyramid } from '../../../workers/models/pyramid.ts';

let tf: TF;
beforeAll(async () => {
  tf = (await openBackend({ threads: 1 })).tf;
});

/** The largest number of a part, found pixel by pixel: a pixel belongs to part i of n when it overlaps [i s / n, (i + 1) s / n). */
function expected(values: number[][][], levels: number): number[] {
  const height = values.length;
  const width = values[0]!.length;
  const inside = (pixel: number, part: number, parts: number, side: number) =>
    (pixel + 1) * parts > part * side && pixel * parts < (part + 1) * side;
  const result: number[] = [];
  for (let level = 0; level < levels; level++) {
    const n = 2 ** level;
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++)
        for (let channel = 0; channel < values[0]![0]!.length; channel++) {
          const part = values.flatMap((row, y) =>
            inside(y, r, n, height) ? row.filter((_, x) => inside(x, c, n, width)).map((pixel) => pixel[channel]!) : [],
          );
          result.push(Math.max(...part));
        }
  }
  return result;
}

test.each([
  [4, 4, 3],
  [5, 9, 3],
  [7, 4, 2],
  [6, 6, 1],
])('of a %i x %i map, %i levels', (height, width, levels) => {
  const x = tf.randomUniform([2, height, width, 3], -1, 1, 'float32', 5) as tfjs.Tensor4D;
  const pyramid = spatialPyramid(tf, x, levels);
  expect(pyramid.arraySync()).toEqual((x.arraySync() as number[][][][]).map((image) => expected(image, levels)));
});

test('one network takes pictures of many sizes, and its gradients reach every parameter', () => {
  const text = 'C(4,3,1), C(6,5,1), SPP(3), FC(8), FC(8), SM(2)';
  const chain = parseNotation(text, { input: { height: 8, width: 8, channels: 3 }, padding: 'same' }) as Chain;
  const network = buildClassifier(tf, chain);
  expect(network.parameters.reduce((sum, { variable }) => sum + variable.size, 0)).toBe(networkShape(chain).parameters);
  for (const { variable } of network.parameters) variable.assign(tf.randomUniform(variable.shape, -0.5, 0.5, 'float32', 3));
  for (const [height, width] of [
    [8, 8],
    [9, 13],
    [20, 8],
  ] as const) {
    const images = tf.randomUniform([2, height, width, 3], 0, 1, 'float32', 7) as tfjs.Tensor4D;
    const variables = network.parameters.map(({ variable }) => variable);
    const { value, grads } = tf.variableGrads(() => tf.sum(tf.square(network.logits(images))), variables);
    expect(Number.isFinite(value.dataSync()[0])).toBe(true);
    expect(Object.keys(grads).length).toBe(variables.length);
    expect(network.logits(images).shape).toEqual([2, 2]);
  }
});
