/** What one run of a candidate took, in seconds; its epochs may be fewer, and on fewer images, than the candidate's. */
export interface SampledRun {
  /** Forward pass, gradients and update, of all epochs. */
  training: number;
  /** Everything that was made to be looked at, epoch by epoch; the last also has what is only made once. */
  samples: number[];
  /** Images of an epoch. */
  images: number;
}

/** How long the candidate's training is. */
export interface WholeCandidate {
  epochs: number;
  images: number;
}

/** One line of the bench. */
export interface SamplesFigure {
  bench: 'samples';
  candidate: string;
  network: string;
  backend: string;
  threads: number;
  /** Pictures by kind that the last epoch gave. */
  tiles: Record<string, number>;
  /** Of the candidate; `measured_epochs` and `measured_images` of the run from which its seconds are extrapolated. */
  epochs: number;
  images: number;
  measured_epochs: number;
  measured_images: number;
  training_s: number;
  /** Per epoch before the last, and once after the last. */
  samples_epoch_s: number;
  samples_last_s: number;
  samples_s: number;
  /** samples_s / training_s; 0.02 is the most that pictures may cost. */
  share: number;
}

/**
 * Seconds of a whole candidate. An epoch's training is as long as the mean of those that were measured, by images; its pictures do not depend
 * on images: 32 of them after each epoch, as slow as the slowest that was measured before the last, and all kinds after the last one.
 * @throws RangeError for fewer than two epochs, which would not tell the two apart
 */
export function samplesSeconds({ training, samples, images }: SampledRun, whole: WholeCandidate) {
  if (samples.length < 2) throw new RangeError(`samples: ${samples.length} epochs; allowed are 2 or more`);
  const epoch = (training / samples.length) * (whole.images / images);
  const each = Math.max(...samples.slice(0, -1));
  const last = samples.at(-1)!;
  const trained = whole.epochs * epoch;
  const all = (whole.epochs - 1) * each + last;
  return {
    training_s: round(trained, 3),
    samples_epoch_s: round(each, 4),
    samples_last_s: round(last, 4),
    samples_s: round(all, 4),
    share: round(all / trained, 5),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
