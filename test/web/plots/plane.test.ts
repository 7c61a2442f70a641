import { expect, it } from 'vitest';
import { axisOf, place } from '../../../web/plots/plane.ts';

it('an axis holds all values, and its labels are round numbers inside it', () => {
  for (const [values, count] of [
    [[0.0871, 0.0912, 0.0899], 6],
    [[-5, 5], 4],
    [[3e9, 4.2e12], 5],
    [[-1e-7, 2e-7], 3],
  ] as const) {
    const { low, high, ticks, step } = axisOf(values, count);
    expect(low).toBeLessThan(Math.min(...values));
    expect(high).toBeGreaterThan(Math.max(...values));
    expect(ticks.length).toBeGreaterThanOrEqual(1);
    expect(ticks.length).toBeLessThanOrEqual(count + 2);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(low);
      expect(tick).toBeLessThanOrEqual(high);
      expect(Math.abs(tick / step - Math.round(tick / step))).toBeLessThan(1e-6);
    }
    expect([1, 2, 5, 10]).toContain(Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9)));
  }
});

it('one value, none, and all alike still have an axis', () => {
  expect(axisOf([], 4)).toMatchObject({ low: -0.04, high: 1.04 });
  for (const value of [0, 7, -3]) {
    const { low, high } = axisOf([value, value], 4);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
});

it('places run from one end to the other, in either direction', () => {
  const axis = { low: 0, high: 10, ticks: [], step: 1 };
  expect([0, 5, 10].map((value) => place(axis, value, 50, 250))).toEqual([50, 150, 250]);
  expect([0, 5, 10].map((value) => place(axis, value, 300, 100))).toEqual([300, 200, 100]);
});
