import { describe, expect, test } from 'vitest';
import type { DataShape, SpaceLimits } from '../../../schema/spaces/limits.ts';
import { checkLimits, ImpossibleSpace, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const mnist: DataShape = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
const text: DataShape = { image: { height: 1, width: 1, channels: 5000 }, classes: 0, text: true };
const chain = spacePresets['tour-chain'];
const variational = spacePresets['tour-variational'];
const fields = (limits: SpaceLimits, data = mnist) => checkLimits(limits, data).map(({ field, code }) => `${field} ${code}`);

describe('limits of a space', () => {
  test('the presets are possible', () => {
    for (const limits of Object.values(spacePresets)) {
      const data = limits.kind === 'RECURRENT' ? text : mnist;
      expect(checkLimits(limits, data)).toEqual([]);
      expect(makeSpace(limits, data).count()).toBeGreaterThan(5_000n);
    }
  });

  test('all problems of a chain are found at once', () => {
    const limits = {
      ...chain,
      filters: [],
      kernels: [3, 28, 3, 2.5],
      pools: [
        { size: 2, stride: 3 },
        { size: 1, stride: 1 },
      ],
      units: [0],
      maxLayers: 1000,
    };
    expect(fields(limits, { ...mnist, classes: 0 })).toEqual([
      'filters EMPTY',
      'kernels.1 OUT_OF_RANGE',
      'kernels.2 NOT_ALLOWED',
      'kernels.3 NOT_ALLOWED',
      'pools.0.stride OUT_OF_RANGE',
      'pools.1.size OUT_OF_RANGE',
      'units.0 OUT_OF_RANGE',
      'maxLayers OUT_OF_RANGE',
      'data.classes OUT_OF_RANGE',
    ]);
  });

  test('all problems of a variational space are found at once', () => {
    const limits = { ...variational, latent: [], filters: [8, -8], kernels: [1, 40], maxEncoderLayers: 0, maxDecoderLayers: 1.5 };
    expect(fields(limits)).toEqual([
      'latent EMPTY',
      'filters.1 OUT_OF_RANGE',
      'kernels.0 OUT_OF_RANGE',
      'kernels.1 OUT_OF_RANGE',
      'maxEncoderLayers OUT_OF_RANGE',
      'maxDecoderLayers NOT_ALLOWED',
    ]);
  });

  test('a message gives the value and what is allowed', () => {
    const [problem] = checkLimits({ ...chain, kernels: [28] }, mnist);
    expect(problem).toEqual({
      field: 'kernels.0',
      message: '28; allowed: a whole number from 1 to 27 (smaller than the image, 28 pixels)',
      code: 'OUT_OF_RANGE',
    });
  });

  test('what is no list, no number or missing is named, not stumbled over', () => {
    const broken = {
      ...chain,
      filters: 'many',
      kernels: null,
      pools: [null, { size: 2 }],
      units: undefined,
      rules: 'OTHER',
      globalAveragePool: 1,
    };
    expect(fields(broken as unknown as SpaceLimits)).toEqual([
      'rules UNKNOWN',
      'filters NOT_ALLOWED',
      'kernels REQUIRED',
      'pools.0 REQUIRED',
      'pools.1.stride REQUIRED',
      'units REQUIRED',
      'globalAveragePool NOT_ALLOWED',
    ]);
    expect(fields({ kind: 'CELL' } as unknown as SpaceLimits)).toEqual(['kind UNKNOWN']);
    expect(fields({ ...chain, filters: Array.from({ length: 65 }, (_, i) => i + 1) })).toEqual(['filters TOO_LARGE']);
  });

  test('an impossible space is never made', () => {
    const make = () => makeSpace({ ...chain, filters: [], kernels: [99] }, mnist);
    expect(make).toThrow(ImpossibleSpace);
    expect(make).toThrow(expect.objectContaining({ problems: expect.arrayContaining([expect.objectContaining({ field: 'kernels.0' })]) }));
  });
});
