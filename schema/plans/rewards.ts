import {
  ACCURACY,
  BCE,
  BEST_ACCURACY,
  CONFIDENCE,
  DISCRIMINATOR_VERDICT,
  FRECHET,
  INCEPTION_SCORE,
  KL,
  LOSS,
  MACRO_F1,
  type Metric,
  PATCH_ERROR,
  PERPLEXITY,
  RECONSTRUCTION_ACCURACY,
} from './metrics.ts';
import type { RewardKind, Task } from './plan.ts';

/** What a user is told of a reward. More is always better. */
export interface RewardDescription {
  kind: RewardKind;
  /** In tables and plots. */
  label: string;
  meaning: string;
  /** Values it can take. */
  range: string;
  source: string;
}

/** Every formulation, in the order in which people meet them; the enumeration of the GraphQL schema says the same. */
export const rewardKinds: readonly RewardDescription[] = [
  {
    kind: 'ACCURACY',
    label: 'accuracy',
    meaning: 'Highest validation accuracy of all epochs; the mean of it where a candidate is trained from several first weights',
    range: '0 to 1',
    source: 'MetaQNN, thesis 4.5',
  },
  {
    kind: 'MEAN_ACCURACY',
    label: 'mean accuracy',
    meaning: 'Validation accuracy averaged over the epochs: what learns early is preferred',
    range: '0 to 1',
    source: 'thesis 10.1',
  },
  {
    kind: 'MACRO_F1',
    label: 'macro F1',
    meaning: 'Highest macro-averaged F1 on the validation split: every class counts the same',
    range: '0 to 1',
    source: 'thesis 4.5',
  },
  {
    kind: 'WORST_F1',
    label: 'worst F1',
    meaning: 'Highest F1 of the class that is predicted worst: no class may be given up',
    range: '0 to 1',
    source: 'per-class F1 of thesis 4.5',
  },
  {
    kind: 'INVERSE_LOSS',
    label: '1 / loss',
    meaning: '1 / lowest combined validation loss',
    range: 'above 0',
    source: 'thesis 10.1, first method',
  },
  {
    kind: 'INVERSE_KL',
    label: '1 / KL',
    meaning: '1 / KL divergence from the prior at the epoch of the lowest combined validation loss',
    range: 'above 0',
    source: 'thesis 10.1, second method',
  },
  {
    kind: 'INVERSE_BCE',
    label: '1 / BCE',
    meaning: '1 / lowest validation binary cross entropy per pixel',
    range: 'above 0',
    source: 'thesis 5.2',
  },
  {
    kind: 'GENERATED_CONFIDENCE',
    label: 'confidence',
    meaning:
      'Mean probability of the most probable class of generated images, in the eyes of the judge; blind to a network that generates one class only',
    range: '1 / classes to 1',
    source: 'thesis 13.1',
  },
  {
    kind: 'INCEPTION_SCORE',
    label: 'inception score',
    meaning: 'exp(E KL(p(y|x) || p(y))) over generated images: each clearly of one class, all classes among them',
    range: '1 to the number of classes',
    source: 'Salimans et al. 2016, with the judge for the Inception network',
  },
  {
    kind: 'INVERSE_FRECHET',
    label: '1 / Frechet',
    meaning: "1 / Frechet distance between generated and validation images, both as Gaussians over the judge's last features",
    range: 'above 0',
    source: 'Heusel et al. 2017, with the judge for the Inception network',
  },
  {
    kind: 'RECONSTRUCTION_ACCURACY',
    label: 'reconstruction accuracy',
    meaning: 'Share of reconstructed validation images that the judge gives the label of the input',
    range: '0 to 1',
    source: 'thesis 13.1',
  },
  {
    kind: 'INVERSE_PATCH_ERROR',
    label: '1 / patch error',
    meaning: '1 / KL divergence of the mean errors of 4 x 4 patches from those of independent pixel errors of deviation E',
    range: 'above 0',
    source: 'thesis 13.2: errors from local neighbourhoods',
  },
  {
    kind: 'DISCRIMINATOR_VERDICT',
    label: 'discriminator',
    meaning: 'Mean probability that the discriminator gives generated images to be original data, after the last epoch',
    range: '0 to 1',
    source: 'thesis 13.1',
  },
  {
    kind: 'INVERSE_PERPLEXITY',
    label: '80 / perplexity',
    meaning: '80 / lowest validation perplexity',
    range: 'above 0',
    source: 'Pham et al. 2018, section 3.1; thesis 4.4',
  },
];

/** c of the reward c / perplexity (Pham et al. 2018). */
export const PERPLEXITY_REWARD = 80;

/** Rewards that need a judge of images, and so a dataset with classes. */
const judged: readonly RewardKind[] = ['GENERATED_CONFIDENCE', 'INCEPTION_SCORE', 'INVERSE_FRECHET', 'RECONSTRUCTION_ACCURACY'];
const byTask: Record<Task, readonly RewardKind[]> = {
  CLASSIFICATION: ['ACCURACY', 'MEAN_ACCURACY', 'MACRO_F1', 'WORST_F1', 'INVERSE_LOSS'],
  VARIATIONAL: ['INVERSE_LOSS', 'INVERSE_KL', 'INVERSE_BCE', ...judged, 'INVERSE_PATCH_ERROR'],
  RECONSTRUCTION: ['INVERSE_LOSS', 'INVERSE_BCE', 'RECONSTRUCTION_ACCURACY', 'INVERSE_PATCH_ERROR'],
  ADVERSARIAL: ['DISCRIMINATOR_VERDICT', 'GENERATED_CONFIDENCE', 'INCEPTION_SCORE', 'INVERSE_FRECHET'],
  LANGUAGE_MODELLING: ['INVERSE_PERPLEXITY', 'INVERSE_LOSS'],
};

/** Rewards that a task's metrics can give. */
export const rewardsFor = (task: Task): readonly RewardKind[] => byTask[task];

export const needsJudge = (kind: RewardKind): boolean => judged.includes(kind);

/** One sentence: meaning, range and source. */
export const describeReward = ({ meaning, range, source }: RewardDescription): string => `${meaning}; ${range} (${source}).`;

/**
 * Every reward formulation of one trial, from its validation metrics; null where the metrics do not give a finite number. Where a metric
 * of one epoch appears twice (a later attempt), the last one counts.
 */
export function rewards(metrics: readonly Metric[]): Record<RewardKind, number | null> {
  const loss = validation(metrics, LOSS);
  const best = lowest(loss);
  return {
    ACCURACY: last(validation(metrics, BEST_ACCURACY)) ?? highest(validation(metrics, ACCURACY)),
    MEAN_ACCURACY: mean(validation(metrics, ACCURACY)),
    MACRO_F1: highest(validation(metrics, MACRO_F1)),
    WORST_F1: highest(worstF1(metrics)),
    INVERSE_LOSS: inverse(best?.value),
    INVERSE_KL: inverse(best && validation(metrics, KL).get(best.epoch)),
    INVERSE_BCE: inverse(lowest(validation(metrics, BCE))?.value),
    GENERATED_CONFIDENCE: last(validation(metrics, CONFIDENCE)) ?? null,
    INCEPTION_SCORE: last(validation(metrics, INCEPTION_SCORE)) ?? null,
    INVERSE_FRECHET: inverse(last(validation(metrics, FRECHET))),
    RECONSTRUCTION_ACCURACY: last(validation(metrics, RECONSTRUCTION_ACCURACY)) ?? null,
    INVERSE_PATCH_ERROR: inverse(last(validation(metrics, PATCH_ERROR))),
    DISCRIMINATOR_VERDICT: last(validation(metrics, DISCRIMINATOR_VERDICT)) ?? null,
    INVERSE_PERPLEXITY: inverse(lowest(validation(metrics, PERPLEXITY))?.value, PERPLEXITY_REWARD),
  };
}

/** Epoch to value; numbers that are not finite say nothing and are left out. */
function validation(metrics: readonly Metric[], name: string): Map<number, number> {
  const series = new Map<number, number>();
  for (const m of metrics) if (m.name === name && m.split === 'VALIDATION') series.set(m.epoch, m.value);
  for (const [epoch, value] of series) if (!Number.isFinite(value)) series.delete(epoch);
  return series;
}

/** Epoch to the lowest F1 of a class. */
function worstF1(metrics: readonly Metric[]): Map<number, number> {
  const worst = new Map<number, number>();
  for (const name of new Set(metrics.map((metric) => metric.name).filter((each) => /^f1\.\d+$/.test(each))))
    for (const [epoch, value] of validation(metrics, name)) worst.set(epoch, Math.min(value, worst.get(epoch) ?? value));
  return worst;
}

function highest(series: Map<number, number>): number | null {
  return series.size === 0 ? null : Math.max(...series.values());
}

function mean(series: Map<number, number>): number | null {
  return series.size === 0 ? null : [...series.values()].reduce((sum, value) => sum + value, 0) / series.size;
}

/** Value of the last epoch. */
function last(series: Map<number, number>): number | undefined {
  return series.get(Math.max(...series.keys()));
}

/** The earliest epoch with the lowest value. */
function lowest(series: Map<number, number>): { epoch: number; value: number } | undefined {
  let best: { epoch: number; value: number } | undefined;
  for (const [epoch, value] of series) {
    if (!best || value < best.value || (value === best.value && epoch < best.epoch)) best = { epoch, value };
  }
  return best;
}

/** A loss or divergence is positive; the inverse of anything else would reward what is broken. */
function inverse(value: number | undefined, numerator = 1): number | null {
  if (value === undefined || value <= 0) return null;
  const reward = numerator / value;
  return Number.isFinite(reward) ? reward : null;
}
