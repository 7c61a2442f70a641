import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../schema/plans/check.ts';
import { CONTROLLER_KINDS } from '../../../schema/plans/controller.ts';
import type { Plan } from '../../../schema/plans/plan.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import {
  bracketOf,
  plannedTrainings,
  RUNG_KINDS,
  rungEpochs,
  survivors,
  type Trainings,
  trainingAt,
  trainingsLeft,
  usesRungs,
} from '../../../schema/plans/rungs.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const total = (list: readonly Trainings[]) => list.reduce((sum, { count }) => sum + count, 0);

describe('rungs', () => {
  it('have R eta^-s epochs, the highest R, the lowest at least r', () => {
    expect(rungEpochs({ eta: 3, lowestEpochs: 1 }, 81)).toEqual([1, 3, 9, 27, 81]);
    expect(rungEpochs({ eta: 3, lowestEpochs: 2 }, 81)).toEqual([3, 9, 27, 81]);
    expect(rungEpochs({ eta: 3, lowestEpochs: 1 }, 20)).toEqual([2, 6, 20]);
    expect(rungEpochs({ eta: 2, lowestEpochs: 1 }, 8)).toEqual([1, 2, 4, 8]);
    expect(rungEpochs({ eta: 4, lowestEpochs: 3 }, 11)).toEqual([11]);
  });

  it('rise strictly, and the lowest would not fit once more', () => {
    for (const eta of [2, 3, 4, 7])
      for (const lowestEpochs of [1, 2, 5])
        for (let epochs = lowestEpochs; epochs < 200; epochs++) {
          const rungs = rungEpochs({ eta, lowestEpochs }, epochs);
          expect(rungs.at(-1)).toBe(epochs);
          expect(rungs[0]).toBeGreaterThanOrEqual(lowestEpochs);
          expect(rungs[0]! / eta).toBeLessThan(lowestEpochs + 1);
          expect(rungs.every((n, i) => i === 0 || n > rungs[i - 1]!)).toBe(true);
        }
  });

  it('Hyperband: the table of Li et al. 2018 for R = 81, eta = 3', () => {
    const columns = [0, 1, 2, 3, 4].map((index) => bracketOf('HYPERBAND', index, 1e6, 5, 3));
    expect(columns.map(({ rung }) => rung)).toEqual([0, 1, 2, 3, 4]);
    expect(columns.map((bracket) => survivors(bracket, 5, 3))).toEqual([[81, 27, 9, 3, 1], [34, 11, 3, 1], [15, 5, 1], [8, 2], [5]]);
    // then anew
    expect(bracketOf('HYPERBAND', 5, 1e6, 5, 3)).toEqual({ rung: 0, networks: 81 });
    expect(bracketOf('HYPERBAND', 1, 20, 5, 3)).toEqual({ rung: 1, networks: 20 });
  });

  it('planned trainings count every bracket', () => {
    const fidelity = { eta: 3, lowestEpochs: 1 };
    const counts = (...plan: Parameters<typeof plannedTrainings>) =>
      rungEpochs(plan[1], plan[2]).map((epochs) => total(plannedTrainings(...plan).filter(({ to }) => to === epochs)));
    expect(counts('SUCCESSIVE_HALVING', fidelity, 81, 81)).toEqual([81, 27, 9, 3, 1]);
    expect(counts('ASHA', fidelity, 9, 30)).toEqual([30, 10, 3]);
    // 81 + 34 + 15 + 8 + 5 = 143 networks are one round; six more begin the next at the lowest rung
    expect(counts('HYPERBAND', fidelity, 81, 149)).toEqual([87, 63, 35, 19, 10]);
  });
});

describe('trainings to come', () => {
  const planned = plannedTrainings('HYPERBAND', { eta: 3, lowestEpochs: 1 }, 9, 17);

  it('tell new networks from promotions', () => {
    // s = 2: 9 from 0 to 1, 3 to 3, 1 to 9; s = 1: 5 from 0 to 3, 1 to 9; s = 0: 3 from 0 to 9
    expect(planned).toEqual([
      { from: 0, to: 1, count: 9 },
      { from: 0, to: 3, count: 5 },
      { from: 1, to: 3, count: 3 },
      { from: 0, to: 9, count: 3 },
      { from: 3, to: 9, count: 2 },
    ]);
  });

  it('are those that were planned and not asked for, never less than none', () => {
    const left = trainingsLeft(planned, [
      { from: 0, to: 1, count: 9 },
      { from: 1, to: 3, count: 5 },
      { from: 3, to: 9, count: 1 },
    ]);
    expect(left).toEqual([
      { from: 0, to: 3, count: 5 },
      { from: 0, to: 9, count: 3 },
      { from: 3, to: 9, count: 1 },
    ]);
    expect([0, 4, 5, 7, 8].map((place) => trainingAt(left, place))).toEqual([left[0], left[0], left[1], left[1], left[2]]);
    expect(() => trainingAt(left, 9)).toThrow('allowed: 0 to 8');
  });
});

describe('the check of rungs', () => {
  const around = {
    limits: spacePresets['tour-chain'],
    data: { image: { height: 28, width: 28, channels: 1 }, classes: 10 },
    trainCount: 60_000,
    validationCount: 10_000,
    memoryBytes: null,
  };
  const plan = (fidelity: Partial<Plan['controller']['fidelity']>, more: Partial<Plan['training']> = {}, candidates = 27): Plan => {
    const base = defaultPlan('CLASSIFICATION');
    return {
      ...base,
      budget: { candidates, seconds: null },
      controller: { ...base.controller, kind: 'ASHA', fidelity: { ...base.controller.fidelity, ...fidelity } },
      training: { ...base.training, epochs: 27, ...more },
    };
  };

  it('knows which controllers climb', () => {
    expect(CONTROLLER_KINDS.filter(usesRungs)).toEqual([...RUNG_KINDS]);
  });

  it.each([
    ['plan.controller.fidelity.eta', plan({ eta: 1 }), '1; allowed: a whole number from 2 to 100'],
    ['plan.controller.fidelity.lowestEpochs', plan({ lowestEpochs: 0 }), '0; allowed: a whole number from 1 to 1000'],
    ['plan.controller.fidelity.lowestEpochs', plan({ lowestEpochs: 10 }), '10; allowed: 1 to 9'],
    ['plan.training.epochs', plan({}, { epochs: 2 }), '2; allowed: at least 3'],
    ['plan.budget.candidates', plan({}, {}, 26), '26; allowed: at least 27'],
    ['plan.training.initialisations', plan({}, { initialisations: 2 }), '2; allowed: 1'],
  ])('refuses %s with the value and what is allowed', (field, wrong, message) => {
    const problems = checkPlan(wrong, around);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]!.message).toContain(message);
  });

  it('lets pass what has a rung below the highest, and what other controllers never use', () => {
    expect(checkPlan(plan({ lowestEpochs: 9 }, {}, 3), around)).toEqual([]);
    const random = plan({ lowestEpochs: 10 }, {}, 1);
    random.controller.kind = 'RANDOM';
    expect(checkPlan(random, around)).toEqual([]);
  });
});
