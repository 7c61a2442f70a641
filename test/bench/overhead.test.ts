import { expect, test } from 'vitest';
import { measureOverhead, parseOptions } from './overhead.ts';

test('options are read, and refused with what is allowed', () => {
  expect(parseOptions([])).toEqual({
    share: false,
    workers: [1, 4],
    candidates: 4000,
    parallelism: 64,
    controller: 'RANDOM',
    yardstick: true,
    json: null,
  });
  expect(parseOptions(['--workers', '2', '--yardstick', 'none', '--controller', 'TPE'])).toMatchObject({
    ...{ workers: [2], yardstick: false, controller: 'TPE' },
  });
  expect(() => parseOptions(['--workers', '0'])).toThrow('--workers: "0"; allowed are whole numbers from 1 to 64');
  expect(() => parseOptions(['--yardstick', 'x'])).toThrow('--yardstick: "x"; allowed are optuna, none');
});

test('every candidate goes through server, database and a worker process', async () => {
  const options = {
    share: false,
    workers: [1],
    candidates: 40,
    parallelism: 16,
    controller: 'RANDOM',
    yardstick: false,
    json: null,
  } as const;
  const figures = [];
  for await (const figure of measureOverhead({ ...options, workers: [1] }, () => {})) figures.push(figure);
  expect(figures).toMatchObject([{ bench: 'overhead', workers: 1, candidates: 40, yardstick: null, ratio: null }]);
  expect(figures[0]!.candidates_per_s).toBeCloseTo(40 / figures[0]!.seconds, 0);
}, 120_000);
