import { createLoader } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import { rewardsFor } from '../../../schema/plans/rewards.ts';
import {
  candidateFilter,
  candidateSort,
  filterChips,
  firstOrder,
  growsAtEnd,
  type ListState,
  listParsers,
  SORTS,
  writeRange,
} from '../../../web/search/filters.ts';
import { latentsOf } from '../../../web/search/latents.ts';
import { EMPTY, idAt, idsBetween, lengthOf, PAGE, pagesOf, placeOf, withExtra, withPage } from '../../../web/search/pages.ts';

const read = createLoader(listParsers);
const address = (query: string) => read(`http://localhost/?${query}`) as ListState;

describe('a filter in the address', () => {
  it('may bound any measure, several at once; what is no range is left out', () => {
    const state = address(
      'ranges=reward.INVERSE_KL~0.1~0.5,metric.judge.frechet~~40,figure.PICKS~1~,reward.BEST~1~,metric.bce~x~,metric.bce~~',
    );
    expect(candidateFilter(state).ranges).toEqual([
      { measure: { reward: 'INVERSE_KL' }, min: 0.1, max: 0.5 },
      { measure: { metric: 'judge.frechet' }, min: null, max: 40 },
      { measure: { figure: 'PICKS' }, min: 1, max: null },
    ]);
    const chips = filterChips(address('ranges=reward.INVERSE_KL~0.1~0.5,figure.PICKS~1~'));
    expect(chips).toEqual([
      { label: '1 / KL 0.1 to 0.5', clear: { ranges: ['figure.PICKS~1~'] } },
      { label: 'picks ≥ 1', clear: { ranges: ['reward.INVERSE_KL~0.1~0.5'] } },
    ]);
    expect(filterChips(address('ranges=figure.PICKS~1~'))[0]!.clear).toEqual({ ranges: null });
    expect(writeRange('reward.INVERSE_KL', 0.1, null)).toBe('reward.INVERSE_KL~0.1~');
  });

  it('is what the API is asked for', () => {
    expect(candidateFilter(address('status=DONE,FAILED&verdict=PICKED&text=C(16&latent=2,8&min=0.5&from=10&to=20&tags=sharp'))).toEqual({
      status: ['DONE', 'FAILED'],
      verdict: 'PICKED',
      contains: 'C(16',
      latent: [2, 8],
      minReward: 0.5,
      fromNumber: 10,
      toNumber: 20,
      tags: ['sharp'],
    });
  });

  it('filters nothing when it is empty or not understood', () => {
    expect(candidateFilter(address(''))).toEqual({});
    expect(candidateFilter(address('verdict=MAYBE&min=high&text=%20&sort=colour'))).toEqual({});
  });

  it('sorts by number upwards unless it says otherwise, by every column, and by every reward', () => {
    expect(candidateSort(address(''))).toEqual({ by: 'NUMBER', direction: 'ASCENDING' });
    expect(candidateSort(address('sort=inverse_kl&order=down'))).toEqual({ by: 'REWARD', reward: 'INVERSE_KL', direction: 'DESCENDING' });
    expect(candidateSort(address('sort=metric.judge.frechet&order=down'))).toEqual({
      by: 'METRIC',
      metric: 'judge.frechet',
      direction: 'DESCENDING',
    });
    expect(candidateSort(address('sort=metric.'))).toEqual({ by: 'NUMBER', direction: 'ASCENDING' });
    // what is best comes first: of a loss the smallest
    expect(['metric.loss', 'metric.accuracy', 'metric.own', 'reward', 'notation'].map(firstOrder)).toEqual([
      'up',
      'down',
      'down',
      'down',
      'up',
    ]);
    for (const sort of SORTS) expect(candidateSort({ sort, order: 'up' }).direction).toBe('ASCENDING');
    expect(new Set(SORTS.map((sort) => JSON.stringify(candidateSort({ sort, order: 'up' })))).size).toBe(SORTS.length);
  });

  it('can be taken away chip by chip', () => {
    let state = address('status=DONE&min=0.5&max=0.9&to=30&latent=2');
    const labels: string[] = [];
    for (let chip = filterChips(state)[0]; chip; chip = filterChips(state)[0]) {
      labels.push(chip.label);
      state = { ...state, ...chip.clear } as ListState;
    }
    expect(labels).toEqual(['done', 'latent 2', 'number ≤ 30', 'reward 0.5 to 0.9']);
    expect(candidateFilter(state)).toEqual({});
  });

  it('grows at its end only in the order of numbers', () => {
    expect(growsAtEnd(address(''))).toBe(true);
    expect(growsAtEnd(address('order=down'))).toBe(false);
    expect(growsAtEnd(address('sort=reward'))).toBe(false);
  });
});

describe('a long list, page by page', () => {
  const page = (n: number) => Array.from({ length: PAGE }, (_, i) => `c${n * PAGE + i}`);
  const list = withPage(withPage(EMPTY, 0, page(0), 250), 2, page(2).slice(0, 50), 250);

  it('knows what is there and what is not', () => {
    expect(lengthOf(list)).toBe(250);
    expect([0, 99, 100, 249, 250].map((place) => idAt(list, place))).toEqual(['c0', 'c99', null, 'c249', null]);
    expect(placeOf(list, 'c249')).toBe(249);
    expect(placeOf(list, 'c150')).toBeNull();
    expect(idsBetween(list, 98, 101)).toEqual(['c98', 'c99']);
  });

  it('puts newcomers after the end, once, and nothing moves', () => {
    const longer = withExtra(withExtra(withExtra(list, 'new'), 'new'), 'c5');
    expect(lengthOf(longer)).toBe(251);
    expect(placeOf(longer, 'new')).toBe(250);
    expect(placeOf(longer, 'c5')).toBe(5);
    const read = withPage(longer, 2, [...page(2).slice(0, 50), 'new'], 251);
    expect(lengthOf(read)).toBe(251);
    expect(placeOf(read, 'new')).toBe(250);
  });

  it('asks for the pages that are looked at', () => {
    expect(pagesOf(95, 205)).toEqual([0, 1, 2]);
    expect(pagesOf(0, -1)).toEqual([]);
  });
});

describe('what a search offers', () => {
  it('has the rewards that its task can give, and the latent sizes of its space', () => {
    expect(rewardsFor('CLASSIFICATION')).not.toContain('INVERSE_KL');
    expect(rewardsFor('VARIATIONAL')).not.toContain('ACCURACY');
    expect(latentsOf({ latent: [2, 8, 'x'] })).toEqual([2, 8]);
    expect(latentsOf({ filters: [8] })).toEqual([]);
    expect(latentsOf(null)).toEqual([]);
  });
});
