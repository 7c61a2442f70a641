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
export const MACRO_F1 = 'macroF1';
export const RECONSTRUCTION = 'reconstruction';
export const BCE = 'bce';
export const KL = 'kl';

/** F1 of one class (from 0). */
export const classF1 = (label: number): string => `f1.${label}`;

export const metricKinds: readonly MetricKind[] = [
  {
    name: LOSS,
    description:
      'What training minimises, mean per image and without the weight penalty: negative log-likelihood, or reconstruction + beta KL / J.',
    higherIsBetter: false,
  },
  { name: ACCURACY, description: 'Share of images whose most probable class is the right one.', higherIsBetter: true },
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
    name: KL,
    description: 'KL divergence of the approximate posterior from the unit Gaussian, divided by the latent size J.',
    higherIsBetter: false,
  },
];

/** What is known of a metric's name, F1 of single classes included; undefined for a name that no task reports. */
export function metricKind(name: string): MetricKind | undefined {
  const label = /^f1\.(\d+)$/.exec(name)?.[1];
  if (label !== undefined) return { name, description: `F1 of class ${label}.`, higherIsBetter: true };
  return metricKinds.find((kind) => kind.name === name);
}
