/** A function from inputs to a number, learned from examples. */
export type Fitted = (input: readonly number[]) => number;

/**
 * Learns from rows of inputs (equal lengths, finite) and their targets (as many, finite). Pure: the same rows and seed give the same function.
 */
export type Fit = (inputs: readonly (readonly number[])[], targets: readonly number[], seed: number) => Fitted;

/** A learned function with what it missed on rows that it had not learned from. */
export interface Judged {
  predict: Fitted;
  /** Target - prediction for every row, each by a function that was learned without it. */
  residuals: number[];
}
