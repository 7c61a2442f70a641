import { median } from '../../schema/forecast/cost.ts';

/** What was predicted when so many candidates had ended. */
export interface Prediction {
  ended: number;
  /** Seconds since the search was made. */
  at: number;
  /** Predicted seconds left, and their range. */
  seconds: number;
  low: number;
  high: number;
}

/** A prediction beside the truth. */
export interface Compared {
  after: number;
  predicted_s: number;
  low_s: number;
  high_s: number;
  actual_s: number;
  /** Predicted / actual. */
  ratio: number;
}

/** From here on the promise holds. */
const FIRST = 5;
/** What is left is compared down to this share of the search: a prediction of the last second of it tells nothing. */
const LEAST_LEFT = 0.05;

/**
 * Predictions of a search that took `seconds`: after five candidates, after half of the time, and over all after the fifth the median and the
 * worst error |ratio - 1|, and the share whose range held the truth.
 */
export function timeLeftFigure(predictions: readonly Prediction[], seconds: number) {
  const compared = predictions
    .filter(({ at, ended }) => ended >= FIRST && seconds - at >= LEAST_LEFT * seconds)
    .map((prediction) => compare(prediction, seconds));
  if (compared.length === 0) throw new RangeError('no prediction after five candidates; allowed: searches of more than that');
  const errors = compared.map(({ ratio }) => Math.abs(ratio - 1));
  const worst = compared[errors.indexOf(Math.max(...errors))]!;
  const half = compared.find(({ actual_s }) => actual_s <= seconds / 2) ?? compared.at(-1)!;
  return {
    seconds: round(seconds),
    after_five: compared[0]!,
    after_half: half,
    median_error: round(median(errors)),
    worst_error: round(Math.abs(worst.ratio - 1)),
    worst,
    in_range: round(compared.filter(({ low_s, high_s, actual_s }) => low_s <= actual_s && actual_s <= high_s).length / compared.length),
  };
}

function compare({ ended, at, seconds, low, high }: Prediction, took: number): Compared {
  const actual = took - at;
  return {
    after: ended,
    predicted_s: round(seconds),
    low_s: round(low),
    high_s: round(high),
    actual_s: round(actual),
    ratio: round(seconds / actual),
  };
}

const round = (value: number) => Math.round(1000 * value) / 1000;
