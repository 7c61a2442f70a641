import { expect, test } from 'vitest';
import { seedNote } from '../../../web/fleet/seeds.ts';

const worker = { name: 'olive', device: 'GeForce', status: 'IDLE', reproducible: false } as const;

test('nothing is said where every worker that is there promises the same numbers', () => {
  expect(seedNote([])).toBeNull();
  expect(
    seedNote([
      { ...worker, reproducible: true },
      { ...worker, status: 'GONE' },
      { ...worker, status: 'LOST' },
    ]),
  ).toBeNull();
});

test('those that do not are named', () => {
  expect(seedNote([{ ...worker, reproducible: true }, worker])).toBe(
    'Worker olive (GeForce) does not promise the same numbers again: the same seed may give another search.',
  );
  expect(seedNote([worker, { ...worker, name: 'fig', status: 'WORKING' }])).toMatch(
    /^2 workers, such as olive \(GeForce\), do not promise/,
  );
});
