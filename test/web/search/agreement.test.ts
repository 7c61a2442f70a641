import { describe, expect, it } from 'vitest';
import { type Agreement, agreementIntervals, agreementSentence, formatAgreement, rankAgreement } from '../../../web/search/agreement.ts';

const loss: Agreement = { reward: 'INVERSE_LOSS', pairs: 120, concordance: 0.42, low: 0.36, high: 0.48 };
const kl: Agreement = { reward: 'INVERSE_KL', pairs: 120, concordance: 0.78, low: 0.69, high: 0.87 };
const bce: Agreement = { reward: 'INVERSE_BCE', pairs: 0, concordance: null, low: null, high: null };

describe('agreement of rewards with picks', () => {
  it('is written with its interval', () => {
    expect(formatAgreement(kl)).toBe('0.78 (0.69 to 0.87)');
    expect(formatAgreement({ ...kl, low: null })).toBe('0.78');
    expect(formatAgreement(bce)).toBe('–');
  });

  it('is ranked, the unknown last', () => {
    expect(rankAgreement([bce, loss, kl]).map((one) => one.reward)).toEqual(['INVERSE_KL', 'INVERSE_LOSS', 'INVERSE_BCE']);
  });

  it('claims something only when chance lies outside the interval', () => {
    expect(agreementSentence([loss, kl, bce], 'INVERSE_LOSS')).toBe(
      '1 / KL ranks most as you do; the search learns from 1 / loss, which ranks against you.',
    );
    expect(agreementSentence([kl], 'INVERSE_KL')).toMatch(/which the search learns from, ranks most as you do/);
    expect(agreementSentence([{ ...kl, low: 0.48 }], 'INVERSE_KL')).toMatch(/^Not clear yet: after 120 pairs/);
    expect(agreementSentence([bce], 'INVERSE_BCE')).toMatch(/^Pick a few/);
    expect(agreementSentence([], 'INVERSE_BCE')).toMatch(/^Pick a few/);
  });

  it('shows the reward the search learns from even before it can be computed', () => {
    const shown = agreementIntervals([loss, bce, { ...bce, reward: 'ACCURACY' }], 'INVERSE_BCE');
    expect(shown.map(({ name, marked }) => [name, marked])).toEqual([
      ['1 / loss', false],
      ['1 / BCE', true],
    ]);
  });
});
