import { describe, expect, it } from 'vitest';
import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import { checkPlan } from '../../../schema/plans/check.ts';
import { networksOf } from '../../../schema/plans/list.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const mnist = builtInDatasets[0]!;
const data = dataShape(mnist);
const around = {
  limits: spacePresets['tour-chain'],
  data,
  trainCount: mnist.trainCount,
  validationCount: mnist.validationCount,
  memoryBytes: (8 * 2 ** 30) as number | null,
};
const usual = defaultPlan('CLASSIFICATION');
const listed = (networks: string[], candidates = networks.length) => ({
  ...usual,
  budget: { candidates, seconds: null },
  controller: { ...usual.controller, kind: 'LIST' as const, networks },
});
const [small, large] = ['C(8,3,1), SM(10)', 'C(32,3,1), P(3,3), D(1,1), SM(10)'] as const;
const fields = (plan: Parameters<typeof checkPlan>[0], surroundings = around) =>
  checkPlan(plan, surroundings).map(({ field, code }) => `${field} ${code}`);

describe('a plan with a list of networks', () => {
  it('is good when all are different networks of the space', () => {
    expect(checkPlan(listed([small, large]), around)).toEqual([]);
    expect(networksOf(listed([small, large]), data).map(({ family }) => family)).toEqual(['chain', 'chain']);
  });

  it('is refused when empty, of another length than the budget, or beside another controller', () => {
    expect(fields(listed([], 1))).toEqual(['plan.controller.networks EMPTY']);
    expect(fields(listed([small, large], 3))).toEqual(['plan.budget.candidates OUT_OF_RANGE']);
    expect(fields({ ...listed([small]), controller: { ...usual.controller, networks: [small] } })).toEqual([
      'plan.controller.networks NOT_ALLOWED',
    ]);
  });

  it('names each network that cannot be read, is outside the space, or is there twice', () => {
    const problems = checkPlan(listed([small, 'C(8,3', 'C(7,3,1), SM(10)', ' C(8,3,1),SM(10)']), around);
    expect(problems.map(({ field }) => field)).toEqual([1, 2, 3].map((i) => `plan.controller.networks.${i}`));
    expect(problems[2]!.message).toContain('is network 0 already');
  });

  it('needs memory for its heaviest network, not for that of the space', () => {
    const tight = { ...around, memoryBytes: 700e6 };
    expect(fields({ ...usual, training: { ...usual.training, batchSize: 512 } }, tight)).toEqual(['limits TOO_LARGE']);
    expect(fields(listed([small]), tight)).toEqual([]);
    expect(fields(listed([small]), { ...around, memoryBytes: 100e6 })).toEqual(['limits TOO_LARGE']);
  });
});
