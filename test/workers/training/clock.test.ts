import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Clock, noTime, spend, sumOf } from '../../../workers/training/clock.ts';

const clock = () => new Clock(60, new AbortController().signal);

test('time within a phase counts for it, failed or not', async () => {
  const it = clock();
  await it.duringAsync('evaluation', () => sleep(30));
  await expect(
    it.duringAsync('samples', async () => {
      await sleep(30);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(it.phases.evaluation).toBeGreaterThan(0.02);
  expect(it.phases.samples).toBeGreaterThan(0.02);
  expect(it.phases.data).toBe(0);
});

test('a phase within another counts once, for the outer one', async () => {
  const it = clock();
  await it.duringAsync('judging', async () => {
    await it.duringAsync('evaluation', () => sleep(30));
    it.during('data', () => undefined);
    await sleep(30);
    await it.breathe();
  });
  expect(it.phases.judging).toBeGreaterThan(0.05);
  expect({ ...it.phases, judging: 0 }).toEqual(noTime());
  it.during('data', () => undefined);
  expect(it.phases.data).toBeGreaterThan(0);
});

test('a turn of the event loop is time for the server', async () => {
  const it = clock();
  await sleep(30);
  setImmediate(() => {
    const end = performance.now() + 20;
    while (performance.now() < end);
  });
  await it.breathe();
  expect(it.phases.waiting).toBeGreaterThan(0.015);
});

test('times add up', async () => {
  const phases = noTime();
  await spend(phases, 'data', () => sleep(20));
  const twice = sumOf(phases, phases);
  expect(twice.data).toBe(2 * phases.data);
  expect(twice.training).toBe(0);
});
