import { describe, expect, test } from 'vitest';
import { accuracy, addToConfusion, classScores, macroF1, makeConfusion } from '../../../workers/training/metrics.ts';

describe('metrics from a confusion matrix', () => {
  // Rows are the truth: 4 images of class 0 (3 found, 1 taken for 1), 2 of class 1 (1 taken for 0), 4 of class 2 (2 taken for 1).
  const confusion = { classes: 3, counts: Float64Array.of(3, 1, 0, 1, 1, 0, 0, 2, 2) };

  test('accuracy is the diagonal over all', () => {
    expect(accuracy(confusion)).toBe(0.6);
  });

  test('precision, recall and F1 by hand', () => {
    const [a, b, c] = classScores(confusion);
    expect(a).toEqual({ precision: 3 / 4, recall: 3 / 4, f1: 3 / 4 });
    expect(b!.precision).toBe(1 / 4);
    expect(b!.recall).toBe(1 / 2);
    expect(b!.f1).toBeCloseTo((2 * (1 / 4) * (1 / 2)) / (1 / 4 + 1 / 2), 12);
    expect(c!.precision).toBe(1);
    expect(c!.recall).toBe(1 / 2);
    expect(c!.f1).toBeCloseTo(2 / 3, 12);
    expect(macroF1([a!, b!, c!])).toBeCloseTo((3 / 4 + 1 / 3 + 2 / 3) / 3, 12);
  });

  test('macro F1 sees the class that accuracy hides', () => {
    // 99 images of class 0, one of class 1, and a classifier that always says 0.
    const lazy = { classes: 2, counts: Float64Array.of(99, 0, 1, 0) };
    expect(accuracy(lazy)).toBe(0.99);
    expect(macroF1(classScores(lazy))).toBeCloseTo((2 * 99) / (2 * 99 + 1) / 2, 12);
  });

  test('a class that neither occurs nor is predicted has F1 0', () => {
    expect(classScores({ classes: 2, counts: Float64Array.of(5, 0, 0, 0) })[1]).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  test('counts the first rows of a batch only, ties go to the lower class', () => {
    const counted = makeConfusion(2);
    addToConfusion(counted, Uint8Array.of(0, 1, 1, 0), Float32Array.of(2, 1, 0, 3, 5, 5, 9, 9), 3);
    expect([...counted.counts]).toEqual([1, 0, 1, 1]);
  });
});
