/** The numbers that a trial reports after each epoch. */

export type Split = 'TRAIN' | 'VALIDATION';

export interface Metric {
  name: string;
  split: Split;
  /** From 1. */
  epoch: number;
  value: number;
}

export interface MetricKind {
  name: string;
  description: string;
  higherIsBetter: boolean;
}

/** Minimised, without the weight penalty: NLL of a classifier, the combined loss of an autoencoder. */
export const LOSS = 'loss';
export const ACCURACY = 'accuracy';
export const BEST_ACCURACY = 'bestAccuracy';
export const MACRO_F1 = 'macroF1';
export const RECONSTRUCTION = 'reconstruction';
export const BCE = 'bce';
export const MSE = 'mse';
export const KL = 'kl';

/*
 * After the last epoch, of what a network generates or reconstructs. The judge is a classifier that was trained on the same dataset.
 */
/** Mean probability of the judge's most probable class for a generated image. */
export const CONFIDENCE = 'judge.confidence';
export const INCEPTION_SCORE = 'judge.inceptionScore';
export const FRECHET = 'judge.frechet';
export const RECONSTRUCTION_ACCURACY = 'judge.reconstructionAccuracy';
export const PATCH_ERROR = 'patchError';
/** Of the judge itself. */
export const JUDGE_ACCURACY = 'judge.accuracy';
/** Of adversarial training. */
export const DISCRIMINATOR_VERDICT = 'discriminator.verdict';
export const DISCRIMINATOR_LOSS = 'discriminator.loss';
export const DISCRIMINATOR_ACCURACY = 'discriminator.accuracy';

/** Of a text: exp of the loss. */
export const PERPLEXITY = 'perplexity';
/** After the last epoch, on the part of the text that no search looks at. */
export const TEST_PERPLEXITY = 'test.perplexity';

/** F1 of one class (from 0). */
export const classF1 = (label: number): string => `f1.${label}`;

export const metricKinds: readonly MetricKind[] = [
  {
    name: LOSS,
    description:
      'What training minimises, mean per image and without the weight penalty: negative log-likelihood, error of the reconstruction, reconstruction + beta KL / J, the loss of a generator, or that of a token (negative log-likelihood of the next one).',
    higherIsBetter: false,
  },
  {
    name: ACCURACY,
    description:
      'Share of images whose most probable class is the right one; where an image may have several, of those with every class told rightly.',
    higherIsBetter: true,
  },
  {
    name: BEST_ACCURACY,
    description: 'Of several trainings from different first weights: the mean of their highest validation accuracies so far (table 5.1).',
    higherIsBetter: true,
  },
  { name: MACRO_F1, description: 'Mean over the classes of F1, the harmonic mean of precision and recall.', higherIsBetter: true },
  {
    name: RECONSTRUCTION,
    description:
      'Reconstruction term of the combined loss: BCE per pixel (eq. 7.13), or the KL divergence of the pixel errors from N(0, E^2) (eq. 8.1).',
    higherIsBetter: false,
  },
  {
    name: BCE,
    description: 'Binary cross-entropy between image and reconstruction, mean per pixel; reported under every loss.',
    higherIsBetter: false,
  },
  {
    name: MSE,
    description: 'Squared error between image and reconstruction, mean per pixel; of reconstruction.',
    higherIsBetter: false,
  },
  {
    name: KL,
    description: 'KL divergence of the approximate posterior from the unit Gaussian, divided by the latent size J.',
    higherIsBetter: false,
  },
  {
    name: CONFIDENCE,
    description: "Mean probability of the most probable class of a generated image, in the eyes of the dataset's judge.",
    higherIsBetter: true,
  },
  {
    name: INCEPTION_SCORE,
    description:
      'exp(E KL(p(y|x) || p(y))) of generated images x and classes y of the judge (Salimans et al. 2016): 1 to the number of classes.',
    higherIsBetter: true,
  },
  {
    name: FRECHET,
    description:
      "Squared Frechet distance between generated and validation images as Gaussians over the judge's features (Heusel et al. 2017); 0 for the same.",
    higherIsBetter: false,
  },
  {
    name: RECONSTRUCTION_ACCURACY,
    description: 'Share of reconstructions that the judge gives the label of the input.',
    higherIsBetter: true,
  },
  {
    name: PATCH_ERROR,
    description:
      'Errors of local neighbourhoods (thesis 13.2): KL divergence of the mean errors of 4 x 4 patches from N(0, (E/4)^2), which errors of single pixels alone would have.',
    higherIsBetter: false,
  },
  {
    name: JUDGE_ACCURACY,
    description:
      'Share of held-out images that the judge itself classifies rightly: how far the other figures of the judge can be trusted.',
    higherIsBetter: true,
  },
  {
    name: DISCRIMINATOR_VERDICT,
    description: 'Mean probability that the discriminator gives generated images to be original data (thesis 13.1).',
    higherIsBetter: true,
  },
  {
    name: DISCRIMINATOR_LOSS,
    description:
      'Cross entropy of the discriminator over an original and a generated image (Goodfellow et al. 2014, eq. 1); 2 ln 2 when it guesses.',
    higherIsBetter: true,
  },
  {
    name: DISCRIMINATOR_ACCURACY,
    description: 'Share of original and generated images, as many of each, that the discriminator tells apart; 1/2 when it guesses.',
    higherIsBetter: false,
  },
  {
    name: PERPLEXITY,
    description:
      'exp of the mean negative log-likelihood of a token: among how many equally probable ones a model would have to choose the next. In training, under dropout and with the weights of the moment.',
    higherIsBetter: false,
  },
  {
    name: TEST_PERPLEXITY,
    description: 'Perplexity after the last epoch on the part of the text for testing, which no reward looks at.',
    higherIsBetter: false,
  },
];

/** What is known of a metric's name, F1 of single classes included; undefined for a name that no task reports. */
export function metricKind(name: string): MetricKind | undefined {
  const label = /^f1\.(\d+)$/.exec(name)?.[1];
  if (label !== undefined) return { name, description: `F1 of class ${label}.`, higherIsBetter: true };
  return metricKinds.find((kind) => kind.name === name);
}
