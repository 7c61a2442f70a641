import { expect, it } from 'vitest';
import { type ExplorationPoint, explorationRows, explorationSummary, hasExploration } from '../../../web/plots/exploration.ts';

const point = (number: number, change: Partial<ExplorationPoint> = {}): ExplorationPoint => ({
  number,
  entropyShare: 0.5,
  distinct: 1,
  epsilon: null,
  ...change,
});

it('says in one sentence whether it still explores', () => {
  expect(explorationSummary([])).toBe('Waiting for the first candidate');
  expect(explorationSummary([point(1, { entropyShare: 1 }), point(80, { entropyShare: 0.5, distinct: 0.8 })])).toBe(
    '80% of the last 50 drawn are new, 75% of the entropy of pure chance',
  );
  expect(explorationSummary([point(1, { entropyShare: null })])).toBe('1 new among 1 drawn');
  expect(explorationSummary([point(11, { entropyShare: null, distinct: 11 / 17 })])).toBe('11 new among 17 drawn');
  expect(explorationSummary([point(1, { distinct: null })])).toBe('50% of the entropy of pure chance');
});

it('shows nothing where nothing is known', () => {
  expect(hasExploration([point(1, { entropyShare: null, distinct: null })])).toBe(false);
  expect(hasExploration([point(1, { distinct: null })])).toBe(true);
});

it('tells at most 50 rows, the newest among them', () => {
  const rows = explorationRows(Array.from({ length: 120 }, (_, i) => point(i + 1)));
  expect(rows).toHaveLength(40);
  expect(rows.at(-1)!.number).toBe(120);
  expect(explorationRows([point(1), point(2)])).toHaveLength(2);
});
