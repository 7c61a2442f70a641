import { expect, test } from 'vitest';
import { Pace } from '../../../workers/loop/short-trials.ts';

test('one trial at a time until some were short; the longest of the last ones counts', () => {
  const pace = new Pace();
  expect(pace.most).toBe(1);
  pace.took(10);
  expect(pace.most).toBe(25);
  pace.took(1);
  expect(pace.most).toBe(35);
  pace.took(60_000);
  expect(pace.most).toBe(1);
  pace.took(1);
  expect(pace.most).toBe(1);
});
