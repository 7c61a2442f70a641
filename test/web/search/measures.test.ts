import { describe, expect, it } from 'vitest';
import { rewardsFor } from '../../../schema/plans/rewards.ts';
import { comparisonSentence } from '../../../web/search/agreement.ts';
import { measureGroups, measureInput, measureLabel } from '../../../web/search/measures.ts';

describe('measures', () => {
  it('are offered as far as the search has them, each with its meaning, and every key is one that the API takes', () => {
    const groups = measureGroups(rewardsFor('VARIATIONAL'), [
      { name: 'judge.frechet', description: 'Squared Frechet distance' },
      { name: 'own.metric', description: null },
    ]);
    const items = groups.flatMap((group) => group.items);
    expect(items.map(({ key }) => key)).toContain('reward.INVERSE_FRECHET');
    expect(items.map(({ key }) => key)).not.toContain('reward.WORST_F1');
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { key, label } of items) {
      expect(measureInput(key)).not.toBeNull();
      expect(measureLabel(key)).toBe(label);
    }
    expect(items.find(({ key }) => key === 'reward.INCEPTION_SCORE')!.about).toMatch(/1 to the number of classes/);
  });

  it('stand in the address by their names', () => {
    expect(measureInput('reward.INVERSE_KL')).toEqual({ reward: 'INVERSE_KL' });
    expect(measureInput('metric.judge.frechet')).toEqual({ metric: 'judge.frechet' });
    expect(measureInput('figure.FLOPS')).toEqual({ figure: 'FLOPS' });
    for (const wrong of ['', 'reward.', 'reward.BEST', 'figure.toString', 'FLOPS', `metric.${'x'.repeat(65)}`])
      expect(measureInput(wrong)).toBeNull();
    expect(measureLabel('metric.own.metric')).toBe('own.metric');
  });
});

describe('what is said of two measures', () => {
  it('claims an agreement only when 0 lies outside of the interval', () => {
    expect(comparisonSentence(null, null)).toBe('Reading …');
    expect(comparisonSentence(1, null)).toBe('1 candidate: no order to compare');
    expect(comparisonSentence(1200, { value: 0.514, low: 0.4, high: 0.6 })).toBe(
      "1,200 candidates, Kendall's tau 0.51 (95%: 0.40 to 0.60): they rank alike",
    );
    expect(comparisonSentence(50, { value: -0.5, low: -0.7, high: -0.2 })).toMatch(/they rank against each other$/);
    expect(comparisonSentence(9, { value: 0.3, low: -0.2, high: 0.7 })).toMatch(/no clear agreement$/);
    expect(comparisonSentence(3, { value: 1, low: null, high: null })).toBe("3 candidates, Kendall's tau 1.00: no clear agreement");
  });
});
