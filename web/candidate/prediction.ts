import type { CandidateRowFragment } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';

export type Predicted = NonNullable<CandidateRowFragment['prediction']>;

/** What was predicted, and what followed from it. */
export function predictionSentence({ epoch, epochs, value, low, high, chance, best, stops }: Predicted): string {
  const what = `a final reward of ${formatValue(value)} was predicted (19 times in 20 between ${formatValue(low)} and ${formatValue(high)})`;
  const beat = `the chance to beat ${formatValue(best)}, the best known then, was ${percent(chance)}`;
  return stops
    ? `Stopped at epoch ${epoch} of ${epochs}, because ${beat}: ${what}.`
    : `After epoch ${epoch} of ${epochs} ${what}; ${beat}. It ran on.`;
}

const percent = (chance: number) => (chance < 0.001 ? 'below 0.1%' : `${(100 * chance).toFixed(1)}%`);
