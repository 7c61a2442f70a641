import { describe, expect, it } from 'vitest';
import { median, pairedRatio, trainFigure } from './figures.ts';

const slice = (images: number, seconds = 1) => ({ images, seconds });

describe('figures of a bench', () => {
  it('takes medians of odd and even numbers of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no values');
  });

  it('compares slices pair by pair, so that a slow while on the machine changes nothing', () => {
    const ours = [slice(200), slice(20), slice(60)];
    const theirs = [slice(100), slice(10), slice(300)];
    expect(pairedRatio(ours, theirs)).toBe(2); // pairs 2, 2 and 0.2; the medians of either side alone would give 0.6
    expect(() => pairedRatio(ours, [])).toThrow('3 slices beside 0');
  });

  it('has the fields of a line in their order, and null without a yardstick', () => {
    const about = { network: 'overhead', backend: 'wasm', threads: 1, yardstick: 'keras' };
    const figure = trainFigure(about, [slice(1000, 2)], [slice(250, 1)], 2e6, 100);
    expect(JSON.stringify(figure)).toBe(
      '{"bench":"train","network":"overhead","backend":"wasm","threads":1,"images_per_s":500,"yardstick":"keras","yardstick_images_per_s":250,"ratio":2,"gflops":1,"peak_gflops":100}',
    );
    expect(trainFigure(about, [slice(10)], null, 1, 1)).toMatchObject({ yardstick_images_per_s: null, ratio: null });
  });
});
