import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crossValidate } from '../../../workers/prediction/cross-validate.ts';
import { FOREST, forest, judgedForest } from '../../../workers/prediction/forest.ts';
import { ols } from '../../../workers/prediction/ols.ts';
import { chanceAbove, exceededWith } from '../../../workers/prediction/student.ts';
import { svr } from '../../../workers/prediction/svr.ts';

/** What scikit-learn and SciPy say; see scikit.py. */
const scikit = JSON.parse(readFileSync(new URL('./scikit.json', import.meta.url), 'utf8')) as {
  train: number[][];
  target: number[];
  test: number[][];
  truth: number[];
  ols: number[];
  olsLeftOut: number[];
  olsFew: number[];
  svr: { C: number; gamma: number; epsilon: number; predicted: number[] }[];
  tree: number[];
  forestR2: number[];
  student: { t: number; freedom: number; above: number }[];
  exceeded: { chance: number; freedom: number; t: number }[];
};
const { train, target, truth } = scikit;

/** The largest difference of two lists. */
const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((each, i) => Math.abs(each - b[i]!)));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const r2 = (predicted: readonly number[]) => {
  const squares = (of: (i: number) => number) => truth.reduce((sum, _, i) => sum + of(i) ** 2, 0);
  return 1 - squares((i) => truth[i]! - predicted[i]!) / squares((i) => truth[i]! - mean(truth));
};

describe('ordinary least squares', () => {
  test('predicts what scikit-learn predicts', () => {
    expect(apart(scikit.test.map(ols(train, target, 1)), scikit.ols)).toBeLessThan(1e-9);
  });

  test('more inputs than rows: the weights of the smallest norm, as scikit-learn', () => {
    expect(apart(scikit.test.map(ols(train.slice(0, 6), target.slice(0, 6), 1)), scikit.olsFew)).toBeLessThan(1e-9);
  });

  test('an input that is constant or there twice changes nothing', () => {
    const wider = (input: readonly number[]) => [...input, 5, input[0]!];
    const predict = ols(train.map(wider), target, 1);
    expect(
      apart(
        scikit.test.map((input) => predict(wider(input))),
        scikit.ols,
      ),
    ).toBeLessThan(1e-9);
  });

  test('cross-validation with as many folds as rows leaves out one at a time', () => {
    const residuals = crossValidate(ols, train, target, 1, target.length);
    const expected = target.map((each, i) => each - scikit.olsLeftOut[i]!);
    expect(apart(residuals, expected)).toBeLessThan(1e-9);
  });
});

describe('support vector regression', () => {
  test.each(scikit.svr)('C $C, gamma $gamma, epsilon $epsilon: as LIBSVM within its tolerance', ({ C, gamma, epsilon, predicted }) => {
    const found = scikit.test.map(svr({ cost: C, gamma, epsilon })(train, target, 1));
    // in units of the target, whose deviation is about 5
    expect(apart(found, predicted)).toBeLessThan(5e-3);
    expect(r2(found)).toBeCloseTo(r2(predicted), 4);
  });

  test('rows that are there twice are no trouble', () => {
    const twice = svr({ cost: 10, gamma: 0.1, epsilon: 0.1 })([...train, ...train], [...target, ...target], 1);
    const other = svr({ cost: 20, gamma: 0.1, epsilon: 0.1 })(train, target, 1);
    expect(apart(scikit.test.map(twice), scikit.test.map(other))).toBeLessThan(5e-3);
  });

  test('targets that are all the same are predicted as they are', () => {
    const constant = svr({ cost: 1, gamma: 0.1, epsilon: 0.1 })(
      train,
      train.map(() => 0.3),
      1,
    );
    expect(constant(scikit.test[0]!)).toBeCloseTo(0.3, 12);
  });
});

describe('random forest', () => {
  test('one tree on all rows and inputs is the tree of scikit-learn', () => {
    const tree = forest({ trees: 1, inputs: 1, smallest: 20, bootstrap: false })(train, target, 1);
    expect(apart(scikit.test.map(tree), scikit.tree)).toBeLessThan(1e-9);
  });

  test('100 trees predict unseen rows as well as forests of scikit-learn', () => {
    const found = Array.from({ length: 10 }, (_, seed) => r2(scikit.test.map(forest()(train, target, seed))));
    const [least, most] = [Math.min(...scikit.forestR2), Math.max(...scikit.forestR2)];
    const margin = most - least;
    for (const each of found) {
      expect(each).toBeGreaterThan(least - margin);
      expect(each).toBeLessThan(most + margin);
    }
    expect(Math.abs(mean(found) - mean(scikit.forestR2))).toBeLessThan(margin / 2);
  });

  test('out-of-bag residuals are about as large as the error on unseen rows, and much larger than on learned ones', () => {
    const { predict, residuals } = judgedForest(train, target, 1);
    const root = (errors: readonly number[]) => Math.sqrt(mean(errors.map((error) => error ** 2)));
    const unseen = root(scikit.test.map((input, i) => truth[i]! - predict(input)));
    const learned = root(train.map((input, i) => target[i]! - predict(input)));
    expect(root(residuals) / unseen).toBeGreaterThan(0.75);
    expect(root(residuals) / unseen).toBeLessThan(1.33);
    expect(learned).toBeLessThan(0.7 * unseen);
  });

  test('the same seed gives the same forest, another seed another', () => {
    const predicted = (seed: number) => scikit.test.map(forest(FOREST)(train, target, seed));
    expect(predicted(3)).toEqual(predicted(3));
    expect(predicted(3)).not.toEqual(predicted(4));
  });
});

describe("Student's t", () => {
  test.each(scikit.student)('above $t with $freedom degrees of freedom', ({ t, freedom, above }) => {
    expect(chanceAbove(t, freedom) / above).toBeCloseTo(1, 10);
  });
  test.each(scikit.exceeded)('exceeded with $chance, $freedom degrees of freedom', ({ chance, freedom, t }) => {
    expect(exceededWith(chance, freedom) / t).toBeCloseTo(1, 9);
  });
});
