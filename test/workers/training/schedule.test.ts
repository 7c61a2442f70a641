import { describe, expect, test } from 'vitest';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { optimizerSpec, priorWeight, scheduled } from '../../../workers/training/schedule.ts';

const { optimizer, loss } = defaultPlan('VARIATIONAL').training;
const at = (epoch: number, step = 0) => ({ epoch, step, steps: 10, epochs: 20 });

describe('learning rate', () => {
  test('STEP is multiplied by decay after every decayEvery epochs', () => {
    const plan = { ...optimizer, schedule: 'STEP' as const, decay: 0.2, decayEvery: 5 };
    for (const [epoch, factor] of [
      [1, 1],
      [5, 1],
      [6, 0.2],
      [10, 0.2],
      [11, 0.04],
    ] as const)
      expect(scheduled(plan, at(epoch))).toBeCloseTo(0.001 * factor, 12);
    expect(scheduled({ ...plan, schedule: 'CONSTANT', decayEvery: null }, at(20))).toBe(0.001);
  });

  test('COSINE has the whole rate at first, half of it in the middle, and ends near 0', () => {
    const plan = { ...optimizer, schedule: 'COSINE' as const };
    expect(scheduled(plan, at(1))).toBe(0.001);
    expect(scheduled(plan, at(11))).toBeCloseTo(0.0005, 12);
    expect(scheduled(plan, at(6))).toBeCloseTo(0.0005 * (1 + Math.SQRT1_2), 12);
    // one update of 200 before the end: 1 - cos(pi / 200) is about (pi / 200)^2 / 2
    expect(scheduled(plan, at(20, 9))).toBeCloseTo(0.0005 * ((Math.PI / 200) ** 2 / 2), 10);
  });

  test('COSINE with restarts begins anew after 10 and 30 epochs, as in ENAS, and goes down to the lowest rate between (Pham et al. 2018)', () => {
    const cnn = { ...optimizer, schedule: 'COSINE' as const, learningRate: 0.05, restartEvery: 10, restartFactor: 2, lowestShare: 0.02 };
    for (const epoch of [1, 11, 31]) expect(scheduled(cnn, at(epoch))).toBe(0.05);
    for (const epoch of [6, 21]) expect(scheduled(cnn, at(epoch))).toBeCloseTo((0.05 + 0.001) / 2, 12);
    for (const epoch of [10, 30]) expect(scheduled(cnn, at(epoch, 9))).toBeCloseTo(0.001, 4);
    expect(scheduled({ ...cnn, restartEvery: null, restartFactor: 1 }, at(20, 9))).toBeCloseTo(0.001, 5);
  });

  test('a warm-up rises in a straight line, update by update, to the whole rate; the cosine begins after it', () => {
    const plan = { ...optimizer, schedule: 'COSINE' as const, warmUpEpochs: 1.5 };
    const rates = [at(1), at(1, 1), at(1, 9), at(2, 4), at(2, 5)].map((moment) => scheduled(plan, moment) / 0.001);
    [1 / 15, 2 / 15, 10 / 15, 1, 1].forEach((rate, i) => {
      expect(rates[i]).toBeCloseTo(rate, 12);
    });
    expect(scheduled(plan, at(2, 6))).toBeLessThan(0.001);
  });
});

test('the prior of a warm-up of 10 epochs is weighed 0.1, 0.2, ... 1 (eq. 7.14), then with beta', () => {
  const weights = Array.from({ length: 12 }, (_, i) => priorWeight({ ...loss, beta: 1, warmUpEpochs: 10 }, i + 1));
  [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1].forEach((weight, i) => {
    expect(weights[i]).toBeCloseTo(weight, 12);
  });
  expect(priorWeight({ ...loss, beta: 50 }, 1)).toBe(50);
});

test('what a rule does not know is not passed on', () => {
  const plan = { ...optimizer, momentum: 0.9, nesterov: true, clipNorm: 2 };
  expect(optimizerSpec({ ...plan, kind: 'SGD' })).toEqual({ kind: 'SGD', momentum: 0.9, nesterov: true, clipNorm: 2 });
  expect(optimizerSpec({ ...plan, kind: 'RMSPROP' })).toEqual({ kind: 'RMSPROP', momentum: 0.9, clipNorm: 2 });
  expect(optimizerSpec({ ...optimizer, kind: 'ADAM' })).toEqual({ kind: 'ADAM' });
});
