import { expect, it } from 'vitest';
import { type ComparedPlan, differences, strategies } from '../../../schema/comparison/differences.ts';
import type { Plan } from '../../../schema/plans/plan.ts';
import { presetLimits, presets } from '../../../schema/plans/presets/presets.ts';

const preset = presets.find(({ name }) => name === 'tour')!;
const limits = presetLimits(preset)!;
const search = (plan: Partial<Plan> = {}, more: Partial<ComparedPlan> = {}): ComparedPlan => ({
  dataset: { name: 'MNIST', contentHash: 'a'.repeat(64) },
  limits,
  plan: { ...preset.plan, ...plan },
  ...more,
});
const { training, controller } = preset.plan;

it('finds nothing where only the strategy differs', () => {
  const other = search({
    seed: 9,
    parallelism: 1,
    budget: { candidates: 3, seconds: 5 },
    controller: { ...controller, kind: 'RANDOM' },
    prediction: { limit: 0.05 } as Plan['prediction'],
  });
  expect(differences([search(), other])).toEqual([]);
  // another order of names, an older plan without what is null now, and the same data under another name
  const older = Object.fromEntries(
    Object.entries(training)
      .reverse()
      .filter(([, value]) => value !== null),
  ) as unknown as Plan['training'];
  expect(differences([search(), search({ training: older }, { dataset: { name: 'Digits', contentHash: 'a'.repeat(64) } })])).toEqual([]);
});

it('names each setting of training and space that differs, with the values of all', () => {
  const longer = search({ training: { ...training, epochs: 9, optimizer: { ...training.optimizer, learningRate: 0.5 } } });
  const smaller = search({}, { limits: { ...limits, maxLayers: 2 } as ComparedPlan['limits'] });
  const { maxLayers } = limits as { maxLayers: number };
  expect(differences([search(), longer, smaller])).toEqual([
    { field: 'space.maxLayers', breaks: true, values: [maxLayers, maxLayers, 2] },
    { field: 'plan.training.epochs', breaks: true, values: [training.epochs, 9, training.epochs] },
    {
      field: 'plan.training.optimizer.learningRate',
      breaks: true,
      values: [training.optimizer.learningRate, 0.5, training.optimizer.learningRate],
    },
  ]);
});

it('tells versions of a dataset apart by their content', () => {
  const [one, two] = ['a', 'b'].map((letter) => letter.repeat(64));
  const versions = differences([search(), search({}, { dataset: { name: 'MNIST', contentHash: two! } })]);
  expect(versions).toEqual([{ field: 'dataset', breaks: true, values: [`MNIST (${one!.slice(0, 12)})`, `MNIST (${two!.slice(0, 12)})`] }]);
  const named = differences([search(), search({}, { dataset: { name: 'Digits', contentHash: two! } })]);
  expect(named).toEqual([{ field: 'dataset', breaks: true, values: ['MNIST', 'Digits'] }]);
});

it('tells what a search learns from, which does not make rewards incomparable', () => {
  expect(differences([search(), search({ reward: 'MACRO_F1' })])).toEqual([
    { field: 'plan.reward', breaks: false, values: ['ACCURACY', 'MACRO_F1'] },
  ]);
});

it('takes searches for repetitions of one strategy where nothing but seed and budget differs', () => {
  const others = [
    search({ seed: 9, budget: { candidates: 3, seconds: null } }),
    search({ parallelism: preset.plan.parallelism + 1 }),
    search({ controller: { ...controller, discount: 0.9 } }),
    search({ training: { ...training, epochs: 9 } }),
    search({ controller: { ...controller, discount: 0.9 }, seed: 4 }),
    search({}, { dataset: { name: 'MNIST', contentHash: 'b'.repeat(64) } }),
  ];
  expect(strategies([search(), ...others])).toEqual([1, 1, 2, 3, 4, 3, 5]);
});
