import { expect, test } from 'vitest';
import { type Prediction, timeLeftFigure } from './time-left-figure.ts';

/** A search of 100 s, a candidate every ten seconds; each prediction is off by its factor. */
const search = (factors: number[]): Prediction[] =>
  factors.map((factor, ended) => {
    const seconds = factor * (100 - 10 * ended);
    return { ended, at: 10 * ended, seconds, low: 0.8 * seconds, high: 1.2 * seconds };
  });

test('what is right has no error', () => {
  const figure = timeLeftFigure(search(new Array(11).fill(1)), 100);
  expect(figure).toMatchObject({ seconds: 100, median_error: 0, worst_error: 0, in_range: 1 });
  expect(figure.after_five).toEqual({ after: 5, predicted_s: 50, low_s: 40, high_s: 60, actual_s: 50, ratio: 1 });
});

test('errors count from the fifth candidate on, until next to nothing is left', () => {
  const figure = timeLeftFigure(search([9, 9, 9, 9, 9, 1.1, 0.7, 1.3, 1.25, 0.95, 9]), 100);
  expect(figure.median_error).toBe(0.25);
  expect(figure.worst_error).toBe(0.3);
  expect(figure.worst.after).toBe(6);
  expect(figure.after_half.after).toBe(5);
  // within 0.8 to 1.2 of the truth / ratio: 1.1 and 0.95 and 1.25 (1 / 1.25 = 0.8), not 0.7 and 1.3
  expect(figure.in_range).toBe(0.6);
});

test('a search that is too short is refused', () => {
  expect(() => timeLeftFigure(search([1, 1, 1]), 100)).toThrow('five candidates');
});
