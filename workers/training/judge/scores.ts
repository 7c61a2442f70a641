/*
 * What classes' probabilities and pixel errors say of images. Probabilities are [n, classes], row-major, each row summing to 1.
 */

/** Mean of the largest probability of each image: 1 / classes to 1. */
export function confidence(probabilities: Float32Array, classes: number): number {
  const n = probabilities.length / classes;
  let sum = 0;
  for (let row = 0; row < n; row++) sum += probabilities[row * classes + mostProbable(probabilities, classes, row)]!;
  return sum / n;
}

/** exp(E KL(p(y|x) || p(y))) with p(y) the mean over the images (Salimans et al. 2016, eq. 4 of 2.1): 1 to the number of classes. */
export function inceptionScore(probabilities: Float32Array, classes: number): number {
  const n = probabilities.length / classes;
  const marginal = new Float64Array(classes);
  for (let i = 0; i < probabilities.length; i++) marginal[i % classes]! += probabilities[i]! / n;
  let divergence = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    // p ln p goes to 0 with p
    if (p > 0) divergence += (p * Math.log(p / marginal[i % classes]!)) / n;
  }
  return Math.exp(divergence);
}

/** Share of rows whose most probable class is the label. */
export function agreementWith(labels: Uint8Array, probabilities: Float32Array, classes: number): number {
  let right = 0;
  labels.forEach((label, row) => {
    if (mostProbable(probabilities, classes, row) === label) right++;
  });
  return right / labels.length;
}

/** Column of the largest value of a row; of equal ones the first. */
export function mostProbable(probabilities: Float32Array, classes: number, row: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++) if (probabilities[row * classes + c]! > probabilities[row * classes + best]!) best = c;
  return best;
}

/** Pixels of a patch's side. */
export const PATCH = 4;

/**
 * Errors of local neighbourhoods (thesis 13.2), after eq. 8.1: the errors x - x' of an image are averaged over patches of 4 x 4 pixels
 * of one channel (those at the right and lower edge that do not fit are left out), and the patches' mean errors, with mean mu and
 * variance s^2, are compared with what independent pixel errors of deviation E would leave of themselves:
 *
 *     KL( N(mu, s^2) || N(0, (E / 4)^2) ) = ln(E / (4 s)) + (s^2 + mu^2) / (2 (E / 4)^2) - 1/2
 *
 * Noise averages out within a patch; a stroke that is missing, or blurred, does not.
 *
 * @param images and reconstructions [n, height, width, channels] in [0, 1]
 * @returns the mean over the images; NaN where an image is smaller than a patch
 */
export function patchError(
  images: Float32Array,
  reconstructions: Float32Array,
  { height, width, channels }: { height: number; width: number; channels: number },
  errorDeviation: number,
): number {
  const pixels = height * width * channels;
  const n = images.length / pixels;
  const rows = Math.floor(height / PATCH);
  const columns = Math.floor(width / PATCH);
  const target = errorDeviation / PATCH;
  const means = new Float64Array(rows * columns * channels);
  let total = 0;
  for (let image = 0; image < n; image++) {
    means.fill(0);
    for (let y = 0; y < rows * PATCH; y++) {
      for (let x = 0; x < columns * PATCH; x++) {
        const patch = (Math.floor(y / PATCH) * columns + Math.floor(x / PATCH)) * channels;
        const at = image * pixels + (y * width + x) * channels;
        for (let c = 0; c < channels; c++) means[patch + c]! += (images[at + c]! - reconstructions[at + c]!) / (PATCH * PATCH);
      }
    }
    const mu = means.reduce((sum, m) => sum + m, 0) / means.length;
    const variance = means.reduce((sum, m) => sum + (m - mu) ** 2, 0) / means.length;
    // as in eq. 8.1's own term: an error that is the same everywhere has no variance
    const logRatio = Math.log(target) - 0.5 * Math.log(Math.max(variance, 1e-12));
    total += logRatio + (variance + mu * mu) / (2 * target * target) - 0.5;
  }
  return total / n;
}
