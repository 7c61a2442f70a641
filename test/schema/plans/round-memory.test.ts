import { expect, it } from 'vitest';
import { builtInDatasets, builtInTexts, dataShape } from '../../../schema/datasets.ts';
import { memoryOfBatch, PROCESS_BYTES } from '../../../schema/networks/memory.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { roundMemory } from '../../../schema/plans/round-memory.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

/** Peaks of a first round as test/workers/memory/round-peak.ts prints them, each in a process of its own on one thread. */
it.each([
  ['quick-enas-macro', 759e6],
  ['quick-enas-micro', 1157e6],
  ['quick-enas-text', 841e6],
] as const)('the memory of a round of %s is predicted within 30%', (name, peak) => {
  const { plan, space, dataset } = presets.find((preset) => preset.name === name)!;
  const text = builtInTexts.find((each) => each.name === dataset);
  const mnist = builtInDatasets.find((each) => each.name === 'MNIST')!;
  const data = dataShape({ ...mnist, vocabulary: text?.vocabulary ?? null });
  const own = memoryOfBatch(roundMemory(spacePresets[space], data, plan.training), plan.training.batchSize);
  expect((PROCESS_BYTES + own) / peak).toBeGreaterThan(0.7);
  expect((PROCESS_BYTES + own) / peak).toBeLessThan(1.3);
});

it('grows with the moments of the update rule, the batch normalisation and the images', () => {
  const { plan } = presets.find(({ name }) => name === 'quick-enas-macro')!;
  const data = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
  const of = (change: object) => roundMemory(spacePresets['tour-macro'], data, { ...plan.training, ...change });
  const usual = of({});
  const descent = of({ optimizer: { ...plan.training.optimizer, kind: 'SGD' } });
  expect(descent.fixed).toBeLessThan(usual.fixed);
  expect(descent.perImage).toBe(usual.perImage);
  expect(of({ batchNormalisation: false }).perImage).toBeLessThan(usual.perImage);
});
