import { expect, it } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { mnistTrial, ofType, reportsOf } from '../training/kit.ts';

const MIB = 2 ** 20;
const backend = await openBackend({ name: 'wasm' });
const given = { backend, signal: new AbortController().signal, log: () => {} };

/** The heap of WebAssembly never shrinks, so its size is the most that was ever needed. */
const heapBytes = () => (backend.tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.byteLength;
const held = () => [backend.tf.memory().numTensors, backend.tf.memory().numDataBuffers];

async function settled(work: Parameters<typeof reportsOf>[0]): Promise<void> {
  const [finished] = ofType(await reportsOf(work, given), 'finished');
  expect(finished).toMatchObject({ status: 'DONE' });
}

it('wasm: memory stays flat over 100 different candidates in one process', async () => {
  const candidate = (number: number) =>
    mnistTrial(`C(${4 + (number % 9)},3,2), P(2,2), FC(${16 + ((7 * number) % 16)}), SM(10)`, {
      epochs: 1,
      batchSize: 16,
      trainImages: 32,
      validationImages: 32,
    });
  for (let number = 0; number < 20; number++) await settled(candidate(number));
  const before = { held: held(), heap: heapBytes(), rss: process.memoryUsage.rss() };
  for (let number = 20; number < 120; number++) await settled(candidate(number));
  expect(held()).toEqual(before.held);
  expect(heapBytes()).toBe(before.heap);
  expect((process.memoryUsage.rss() - before.rss) / MIB).toBeLessThan(60);
}, 240_000);

it('wasm: memory stays flat over 1,000 steps of one', async () => {
  const steps = (count: number) =>
    mnistTrial('C(4,3,2), P(2,2), SM(10)', { epochs: 1, batchSize: 8, trainImages: 8 * count, validationImages: 16 });
  await settled(steps(100));
  const before = { held: held(), heap: heapBytes(), rss: process.memoryUsage.rss() };
  await settled(steps(1000));
  expect(held()).toEqual(before.held);
  expect(heapBytes()).toBe(before.heap);
  expect((process.memoryUsage.rss() - before.rss) / MIB).toBeLessThan(40);
}, 240_000);
