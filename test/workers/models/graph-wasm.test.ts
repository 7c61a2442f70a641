import { expect, test } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { mnistTrial, reportsOf, seriesOf, tools } from '../training/kit.ts';

test.each([
  'DAG | C(8,3x5,2), P(2,2), S(12,5x3,1), C(12,3x3,2)@0+2+3 | SM(10)',
  'MACRO(6) | C3, S5, A3+0, P3+0+1 | SM(10)',
  'CELL(4,1) | I(0)+S3(1), A3(0)+P3(2) | I(0)+S5(1), P3(0)+A3(1) | SM(10)',
])('%s learns on WebAssembly, eagerly', { timeout: 240_000 }, async (notation) => {
  const backend = await openBackend({ name: 'wasm' });
  const work = mnistTrial(notation, {
    trainImages: 256,
    validationImages: 64,
    batchNormalisation: true,
    optimizer: { learningRate: 0.01 },
  });
  const losses = seriesOf(await reportsOf(work, await tools({ backend })), 'loss', 'TRAIN');
  expect(losses[1]!).toBeLessThan(losses[0]!);
});
