/** What a training will come to, as it is judged before its end. */
export interface Outlook {
  /** Predicted final reward. */
  value: number;
  /** Ends of its interval. */
  low: number;
  high: number;
  /** To beat `best`, 0 to 1. */
  chance: number;
  /** The highest reward known when it was proposed. */
  best: number;
  /** Candidates that it was learned from. */
  rows: number;
  /** Whether the training ends here. */
  stops: boolean;
}

/** Judges a training by the first part of its validation curve. */
export interface Foresight {
  /** The epoch after which it looks. */
  epoch: number;
  /** The validation metric whose curve it looks at. */
  metric: string;
  /** `curve`: values after epochs 1 .. epoch. Null where they say nothing. Pure: the same curve is judged the same way again. */
  look(curve: readonly number[]): Outlook | null;
}
