import type { RewardKind } from '../lib/operations.generated.ts';
import type { Interval } from '../plots/Intervals.tsx';
import { REWARD_LABELS } from './filters.ts';

export interface Agreement {
  reward: RewardKind;
  pairs: number;
  concordance: number | null;
  low: number | null;
  high: number | null;
}

/** 0.71 (0.58 to 0.83). */
export function formatAgreement({ concordance, low, high }: Agreement): string {
  if (concordance === null) return '–';
  const interval = low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return concordance.toFixed(2) + interval;
}

/** The best first; those that cannot be computed last. */
export function rankAgreement(agreement: readonly Agreement[]): Agreement[] {
  return [...agreement].sort((a, b) => (b.concordance ?? -1) - (a.concordance ?? -1));
}

/** What the figures say, carefully: a reward agrees (or contradicts) only when chance lies outside its interval. */
export function agreementSentence(agreement: readonly Agreement[], learned: RewardKind): string {
  const known = rankAgreement(agreement).filter((one) => one.concordance !== null && one.pairs > 0);
  const best = known[0];
  if (!best) return 'Pick a few candidates to see which reward ranks as you do.';
  const clear = best.low !== null && best.low > 0.5;
  if (!clear) return `Not clear yet: after ${best.pairs.toLocaleString('en')} pairs no reward is certain to be better than chance (0.5).`;
  const own = known.find((one) => one.reward === learned);
  const name = REWARD_LABELS[best.reward];
  if (best.reward === learned) return `${name}, which the search learns from, ranks most as you do.`;
  const against = own?.high !== null && own?.high !== undefined && own.high < 0.5 ? ', which ranks against you' : '';
  return `${name} ranks most as you do; the search learns from ${REWARD_LABELS[learned]}${against}.`;
}

/** For the picture. */
export function agreementIntervals(agreement: readonly Agreement[], learned: RewardKind): Interval[] {
  return rankAgreement(agreement)
    .filter((one) => one.pairs > 0 || one.reward === learned)
    .map((one) => ({
      name: REWARD_LABELS[one.reward],
      marked: one.reward === learned,
      value: one.concordance,
      low: one.low,
      high: one.high,
      text: formatAgreement(one),
    }));
}

/** Kendall's tau of two measures with its interval, in words. `count` is null while they are on their way. */
export function comparisonSentence(
  count: number | null,
  tau: { value: number | null; low: number | null; high: number | null } | null,
): string {
  if (count === null) return 'Reading …';
  const candidates = `${count.toLocaleString('en')} ${count === 1 ? 'candidate' : 'candidates'}`;
  if (!tau || tau.value === null) return `${candidates}: no order to compare`;
  const interval = tau.low === null || tau.high === null ? '' : ` (95%: ${tau.low.toFixed(2)} to ${tau.high.toFixed(2)})`;
  const certain = tau.low !== null && tau.high !== null && (tau.low > 0 || tau.high < 0);
  const word = !certain ? 'no clear agreement' : tau.value > 0 ? 'they rank alike' : 'they rank against each other';
  return `${candidates}, Kendall's tau ${tau.value.toFixed(2)}${interval}: ${word}`;
}
