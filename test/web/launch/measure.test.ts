import { expect, test } from 'vitest';
import { builtInDatasets, dataShape } from '../../../schema/datasets.ts';
import { parseNotation, printNotation } from '../../../schema/networks/notation.ts';
import { networkShape } from '../../../schema/networks/shapes.ts';
import { ImpossibleSpace, makeSpace } from '../../../schema/spaces/make.ts';
import { measure } from '../../../web/launch/measure.ts';

const data = dataShape(builtInDatasets[0]!);

test('a space of one latent size and one layer each way is counted as by hand', () => {
  const limits = {
    kind: 'VARIATIONAL',
    latent: [2, 8],
    filters: [4, 8],
    kernels: [4],
    stride: 2,
    maxEncoderLayers: 1,
    maxDecoderLayers: 1,
  } as const;
  const [counted, measured] = [
    ...measure({ key: 'k', limits: { ...limits, latent: [2, 8], filters: [4, 8], kernels: [4] }, data, seed: 1 }),
  ];
  // 2 encoders of one layer, 2 latent sizes, 2 decoders of one layer
  expect(counted).toMatchObject({ type: 'COUNTED', key: 'k', count: '8' });
  if (measured?.type !== 'MEASURED') throw new Error('not measured');
  expect(measured.smallest.parameters).toBe(networkShape(measured.smallest.architecture).parameters);
  expect(measured.smallest.parameters).toBeLessThan(measured.largest.parameters);
});

test('the drawn example is in the space and differs with the seed', () => {
  const limits = {
    kind: 'CHAIN' as const,
    rules: 'THESIS' as const,
    filters: [8, 16, 32],
    kernels: [3, 5],
    pools: [{ size: 2, stride: 2 }],
    units: [64],
    globalAveragePool: false,
    maxLayers: 6,
  };
  const space = makeSpace(limits, data);
  const drawn = [1, 2, 3, 4].map((seed) => {
    const [counted] = [...measure({ key: '', limits, data, seed })];
    if (counted?.type !== 'COUNTED') throw new Error('not counted');
    expect(() => space.walk(counted.example)).not.toThrow();
    const text = printNotation(counted.example);
    expect(printNotation(parseNotation(text, { input: data.image, padding: 'same' }))).toBe(text);
    return text;
  });
  expect(new Set(drawn).size).toBeGreaterThan(1);
});

test('impossible limits are refused with every reason', () => {
  const limits = {
    kind: 'VARIATIONAL' as const,
    latent: [],
    filters: [8],
    kernels: [40],
    stride: 2,
    maxEncoderLayers: 1,
    maxDecoderLayers: 1,
  };
  expect(() => [...measure({ key: '', limits, data, seed: 1 })]).toThrow(ImpossibleSpace);
});
