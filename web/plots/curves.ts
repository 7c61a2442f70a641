import type { Value } from './statistics.ts';

export interface MetricValue {
  name: string;
  split: 'TRAIN' | 'VALIDATION';
  epoch: number;
  value: number;
}

/** One metric over the epochs of one trial. */
export interface Curve {
  name: string;
  epochs: number[];
  train: Value[];
  validation: Value[];
}

/** The usual order; names that are not in it come after, by name. */
const ORDER = ['loss', 'accuracy', 'macroF1', 'reconstruction', 'bce', 'kl'];

/** F1 of single classes are too many; what is taken after the last epoch alone is a reward already. */
const WITHOUT_CURVE = /^(f1|judge|discriminator|test)\.|^patchError$/;

/** Metrics as curves. Where a metric of one epoch appears twice (a later attempt), the last one counts. What has no curve is left out. */
export function curves(metrics: readonly MetricValue[]): Curve[] {
  const names = [...new Set(metrics.map((metric) => metric.name))].filter((name) => !WITHOUT_CURVE.test(name));
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  names.sort((a, b) => place(a) - place(b) || a.localeCompare(b));
  return names.map((name) =>
    curve(
      name,
      metrics.filter((metric) => metric.name === name),
    ),
  );
}

function curve(name: string, metrics: readonly MetricValue[]): Curve {
  const last = Math.max(...metrics.map((metric) => metric.epoch));
  const epochs = Array.from({ length: last }, (_, i) => i + 1);
  const values = (split: MetricValue['split']) => {
    const byEpoch = new Map(metrics.filter((metric) => metric.split === split).map((metric) => [metric.epoch, metric.value]));
    return epochs.map((epoch) => byEpoch.get(epoch) ?? null);
  };
  return { name, epochs, train: values('TRAIN'), validation: values('VALIDATION') };
}
