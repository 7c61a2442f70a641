import { describe, expect, test } from 'vitest';
import { epsilonAt, scaleSchedule } from '../../../schema/plans/epsilon.ts';
import { thesisEpsilon } from '../../../schema/plans/presets/presets.ts';

describe('epsilon schedule', () => {
  test('keeps the published one at its own budget', () => {
    expect(scaleSchedule(thesisEpsilon, 2700)).toEqual(thesisEpsilon);
  });

  test('270 candidates are a tenth of every step', () => {
    expect(scaleSchedule(thesisEpsilon, 270).map((step) => step.candidates)).toEqual([150, 10, 10, 10, 15, 15, 15, 15, 15, 15]);
  });

  test.each([2700, 270, 75, 24, 12, 1, 10_000])('the total of %i is exact, and every step within one candidate of its share', (budget) => {
    const scaled = scaleSchedule(thesisEpsilon, budget);
    expect(scaled.reduce((sum, step) => sum + step.candidates, 0)).toBe(budget);
    for (const [i, step] of scaled.entries()) {
      expect(step.epsilon).toBe(thesisEpsilon[i]!.epsilon);
      expect(Math.abs(step.candidates - (thesisEpsilon[i]!.candidates * budget) / 2700)).toBeLessThan(1);
    }
  });

  test('a budget of 24 has every step', () => {
    expect(scaleSchedule(thesisEpsilon, 24).map((step) => step.candidates)).toEqual([13, 1, 1, 1, 1, 2, 1, 1, 2, 1]);
  });

  test('is read by the number of the distinct network', () => {
    const counts = new Map<number, number>();
    const scaled = scaleSchedule(thesisEpsilon, 75);
    for (let n = 1; n <= 75; n++) counts.set(epsilonAt(scaled, n), (counts.get(epsilonAt(scaled, n)) ?? 0) + 1);
    expect([...counts]).toEqual(scaled.map((step) => [step.epsilon, step.candidates]));
    expect(epsilonAt(scaled, 76)).toBe(0.1);
  });

  test('a schedule without candidates is refused', () => {
    expect(() => scaleSchedule([], 10)).toThrow('epsilon: the schedule has no candidates');
  });
});
