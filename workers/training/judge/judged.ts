import {
  CONFIDENCE,
  FRECHET,
  INCEPTION_SCORE,
  JUDGE_ACCURACY,
  PATCH_ERROR,
  RECONSTRUCTION_ACCURACY,
} from '../../../schema/plans/metrics.ts';
import { Random } from '../../../schema/random.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import type { Values } from '../train.ts';
import { frechetDistance, gaussianOf } from './gaussian.ts';
import type { Judge } from './judge.ts';
import { agreementWith, confidence, inceptionScore, PATCH, patchError } from './scores.ts';

/** Images that are generated to be judged. A Frechet distance depends on their number: it is the same for all candidates. */
export const GENERATED_TO_JUDGE = 1024;
/** Validation images that are reconstructed to be judged, at most. */
const RECONSTRUCTED = 1024;

/** What a network can make, as far as it can; images are [n, h, w, c] in [0, 1]. */
export interface Makers {
  /** So many images out of noise that `random` gives. */
  generate?: (count: number, random: Random) => Promise<Float32Array>;
  /** These validation images again. */
  reconstruct?: (rows: Int32Array) => Promise<Float32Array>;
}

export interface Judged {
  judge: Judge | undefined;
  dataset: Dataset;
  /** Validation images of the trial. */
  images: Uint32Array;
  seed: number;
  /** E of eq. 8.1. */
  errorDeviation: number;
}

/**
 * Metrics of the images that a network makes: those of the judge, where there is one, and the errors of neighbourhoods. The noise
 * depends on the seed only: the same for all candidates of a search.
 */
export async function judgeImages(
  { judge, dataset, images, seed, errorDeviation }: Judged,
  { generate, reconstruct }: Makers,
): Promise<Values> {
  const values: Values = judge ? { [JUDGE_ACCURACY]: judge.accuracy } : {};
  const { classes, image } = dataset;
  if (judge && generate) {
    const seen = await judge.look(await generate(GENERATED_TO_JUDGE, Random.of(seed, 'judged')));
    values[CONFIDENCE] = confidence(seen.probabilities, classes);
    values[INCEPTION_SCORE] = inceptionScore(seen.probabilities, classes);
    values[FRECHET] = frechetDistance(gaussianOf(seen.features, seen.width), judge.validation);
  }
  if (reconstruct) {
    const rows = Int32Array.from(images.subarray(0, RECONSTRUCTED));
    const made = await reconstruct(rows);
    if (Math.min(image.height, image.width) >= PATCH) values[PATCH_ERROR] = patchError(inputs(dataset, rows), made, image, errorDeviation);
    if (judge) {
      const labels = Uint8Array.from(rows, (row) => dataset.validation.labels[row]!);
      values[RECONSTRUCTION_ACCURACY] = agreementWith(labels, (await judge.look(made)).probabilities, classes);
    }
  }
  // a network that generates something infinite has no score; the metric is left out, as a metric is always finite
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
}

/** Validation images as numbers in [0, 1]. */
function inputs({ validation, image }: Dataset, rows: Int32Array): Float32Array {
  const pixels = image.height * image.width * image.channels;
  const all = new Float32Array(rows.length * pixels);
  rows.forEach((row, i) => {
    for (let p = 0; p < pixels; p++) all[i * pixels + p] = validation.images[row * pixels + p]! / 255;
  });
  return all;
}
