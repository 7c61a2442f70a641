import { ACCURACY, BCE, KL, LOSS, MACRO_F1, type Metric } from './metrics.ts';
import type { RewardKind } from './plan.ts';

/**
 * Every reward formulation (thesis 4.5, 10.1) of one trial, from its validation metrics; null where the metrics do not give a finite
 * number. Where a metric of one epoch appears twice (a later attempt), the last one counts.
 */
export function rewards(metrics: readonly Metric[]): Record<RewardKind, number | null> {
  const loss = validation(metrics, LOSS);
  const best = lowest(loss);
  return {
    ACCURACY: highest(validation(metrics, ACCURACY)),
    MACRO_F1: highest(validation(metrics, MACRO_F1)),
    INVERSE_LOSS: inverse(best?.value),
    INVERSE_KL: inverse(best && validation(metrics, KL).get(best.epoch)),
    INVERSE_BCE: inverse(lowest(validation(metrics, BCE))?.value),
  };
}

/** Epoch to value; numbers that are not finite say nothing and are left out. */
function validation(metrics: readonly Metric[], name: string): Map<number, number> {
  const series = new Map<number, number>();
  for (const m of metrics) if (m.name === name && m.split === 'VALIDATION') series.set(m.epoch, m.value);
  for (const [epoch, value] of series) if (!Number.isFinite(value)) series.delete(epoch);
  return series;
}

function highest(series: Map<number, number>): number | null {
  return series.size === 0 ? null : Math.max(...series.values());
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
function inverse(value: number | undefined): number | null {
  if (value === undefined || value <= 0) return null;
  const reward = 1 / value;
  return Number.isFinite(reward) ? reward : null;
}
