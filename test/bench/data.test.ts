import { expect, test } from 'vitest';
import { dataFigure } from './data.ts';
import { bench } from './main.ts';

test('the figure of reading: medians, and the median of the paired ratios', () => {
  const slices = (...images: number[]) => images.map((each) => ({ images: each, seconds: 2 }));
  const dataset = { name: 'Small', image: { height: 10, width: 10, channels: 1 } };
  expect(dataFigure(dataset, 'training', slices(2000, 4000, 40_000), slices(200, 500, 2000))).toEqual({
    ...{ bench: 'data', dataset: 'Small', batch: 128, images_per_s: 2000, megabytes_per_s: 0.2 },
    ...{ yardstick: 'training', yardstick_images_per_s: 250, ratio: 10 },
  });
});

test.each([
  ['--dataset', 'MNIST'],
  ['--repeat', '0'],
  ['--threads', 'x'],
  ['--backend', 'gpu'],
])('%s %s is refused', async (option, value) => {
  expect(await bench(['data', option, value])).toBe(1);
});
