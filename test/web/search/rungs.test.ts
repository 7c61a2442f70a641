import { expect, it } from 'vitest';
import { doneText, epochsText, type Rung, savedText, shareOf } from '../../../web/search/rungs.ts';

const at = (epochs: number, fromEpochs: number, reward: number | null, ended = true) => ({
  number: 1,
  rung: 0,
  epochs,
  fromEpochs,
  reward,
  seconds: ended ? 1 : null,
  endedAt: ended ? '2026-01-01T00:00:00Z' : null,
});
const rung = (change: Partial<Rung>): Rung => ({
  rung: 0,
  epochs: 1,
  asked: 0,
  planned: 0,
  open: 0,
  done: 0,
  failed: 0,
  promoted: 0,
  best: null,
  lowestPromoted: null,
  epochsSpent: 0,
  epochsPlanned: 0,
  seconds: 0,
  ...change,
});

it('the epochs of a candidate are those of its highest rung, and where it goes', () => {
  expect(epochsText([], false)).toBe('–');
  expect(epochsText([at(1, 0, null, false)], false)).toBe('→ 1');
  expect(epochsText([at(1, 0, 0.5)], false)).toBe('1');
  expect(epochsText([at(1, 0, 0.5), at(3, 1, null, false)], false)).toBe('1 → 3');
  expect(epochsText([at(1, 0, 0.5), at(3, 1, null, false)], true)).toBe('1');
  // it failed on its way to 3
  expect(epochsText([at(1, 0, 0.5), at(3, 1, null)], false)).toBe('1');
  expect(epochsText([at(1, 0, null)], false)).toBe('–');
});

it('how far a search is, and what it saved, count epochs', () => {
  const rungs = [
    rung({ epochs: 1, done: 8, failed: 1, planned: 9, epochsSpent: 9, epochsPlanned: 9 }),
    rung({ epochs: 3, done: 3, planned: 3, epochsSpent: 6, epochsPlanned: 6 }),
    rung({ epochs: 9, planned: 1, epochsPlanned: 6 }),
  ];
  expect(shareOf(rungs)).toBe(15 / 21);
  expect(savedText(rungs, 9)).toBe('15 of 81 epochs: 81% less than to train all 9 networks in full.');
  expect(rungs.map(doneText)).toEqual(['9', '3', '0 of 1']);
  expect(savedText([rung({})], 0)).toBe('No epoch has been trained yet.');
  expect(shareOf([rung({})])).toBe(0);
});
