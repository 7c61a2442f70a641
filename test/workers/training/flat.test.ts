import { describe, expect, it } from 'vitest';
import { mnistTrial, ofType, reportsOf, tools } from './kit.ts';

const MIB = 2 ** 20;

describe('memory stays flat', async () => {
  const given = await tools();
  const tf = given.backend.tf;
  const native = tf.backend() as unknown as { getNumOfTFTensors?(): number };
  const held = () => [tf.memory().numTensors, native.getNumOfTFTensors?.()];
  const settled = async (work: Parameters<typeof reportsOf>[0]) => {
    const [finished] = ofType(await reportsOf(work, given), 'finished');
    expect(finished).toMatchObject({ status: 'DONE' });
  };

  it('over 100 candidates in one process', async () => {
    const candidate = (number: number) =>
      mnistTrial(`C(${8 + (number % 25)},3,1), P(2,2), FC(${64 + ((7 * number) % 64)}), SM(10)`, { epochs: 1, trainImages: 128 });
    // First the pool of compiled graphs fills.
    for (let number = 0; number < 40; number++) await settled(candidate(number));
    const before = { held: held(), rss: process.memoryUsage.rss() };
    for (let number = 40; number < 140; number++) await settled(candidate(number));
    expect(held()).toEqual(before.held);
    expect((process.memoryUsage.rss() - before.rss) / MIB).toBeLessThan(60);
  }, 180_000);

  it('over 1,000 steps of one', async () => {
    const steps = (count: number) =>
      mnistTrial('C(8,3,1), P(2,2), SM(10)', { epochs: 1, batchSize: 16, trainImages: 16 * count, validationImages: 16 });
    await settled(steps(200));
    const before = { held: held(), rss: process.memoryUsage.rss() };
    await settled(steps(1000));
    expect(held()).toEqual(before.held);
    expect((process.memoryUsage.rss() - before.rss) / MIB).toBeLessThan(30);
  }, 60_000);
});
