import type { PredictionErrorPartsFragment, SearchPredictionsQuery } from '../lib/operations.generated.ts';
import { formatSeconds } from '../plots/format.ts';

export type Predictions = NonNullable<NonNullable<SearchPredictionsQuery['search']>['predictions']>;

/** What was saved by stopping candidates. */
export function savedSentence({ stopped, savedEpochs, savedShare, savedSeconds }: Predictions): string {
  if (stopped === 0) return 'No candidate was stopped early yet.';
  const epochs = `${savedEpochs.toLocaleString('en')} epoch${savedEpochs === 1 ? '' : 's'} (${(100 * savedShare).toFixed(0)}% of all)`;
  return `${stopped} stopped early: ${epochs} and about ${formatSeconds(savedSeconds)} of training saved.`;
}

/** How good the predictions are, over how many candidates. */
export function errorSentence({ count, r2, spearman, covered }: PredictionErrorPartsFragment): string {
  if (count === 0) return 'no candidate yet';
  if (r2 === null && spearman === null) return `too few to tell: ${count} candidate${count === 1 ? '' : 's'}`;
  const number = (value: number | null) => (value === null ? 'unknown' : value.toFixed(2));
  const inside = covered === null ? '' : `, ${(100 * covered).toFixed(0)}% within their intervals`;
  return `R² ${number(r2)}, Spearman ${number(spearman)} over ${count} candidate${count === 1 ? '' : 's'}${inside}`;
}
