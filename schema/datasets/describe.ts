/** What is known of a dataset beside its arrays; kept with each version. */
export const SPLITS = ['TRAIN', 'VALIDATION', 'TEST'] as const;
export type SplitName = (typeof SPLITS)[number];

/** Mean and standard deviation of each channel over the train pixels, of intensities in [0, 1]. */
export interface Normalisation {
  mean: number[];
  deviation: number[];
}

/** Pictures of a class in each split. */
export interface ClassCount {
  name: string;
  train: number;
  validation: number;
  test: number;
}

/** How many pictures have this size, over all splits. */
export interface SizeCount {
  height: number;
  width: number;
  count: number;
}
