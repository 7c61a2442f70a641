import type { Transaction } from '../database/transaction.ts';
import { refuse } from '../errors.ts';
import type { MetricInput, UserError } from '../resolvers.generated.ts';

/** Metrics that workers report: what is allowed, and how they are kept. */

const MOST_METRICS = 10_000;
const LARGEST_EPOCH = 1_000_000;

/** @param field where the metrics lie within the input */
export function checkMetrics(field: string, metrics: readonly MetricInput[]): UserError[] {
  if (metrics.length > MOST_METRICS) return [refuse(field, `${metrics.length}; allowed: at most ${MOST_METRICS} a report`, 'TOO_LARGE')];
  return metrics.flatMap(({ name, epoch, value }, i) => {
    const problems = checkEpoch(`${field}.${i}.epoch`, epoch);
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) {
      const allowed = '1 to 64 letters, digits and . _ -, the first a letter';
      problems.unshift(refuse(`${field}.${i}.name`, `${JSON.stringify(name.slice(0, 100))}; allowed: ${allowed}`, 'NOT_ALLOWED'));
    }
    if (!Number.isFinite(value)) problems.push(refuse(`${field}.${i}.value`, `${value}; allowed: finite numbers`, 'NOT_ALLOWED'));
    return problems;
  });
}

export function checkEpoch(field: string, epoch: number): UserError[] {
  return epoch >= 1 && epoch <= LARGEST_EPOCH ? [] : [refuse(field, `${epoch}; allowed: 1 to ${LARGEST_EPOCH}`, 'OUT_OF_RANGE')];
}

/** A later attempt, and a later value of one report, overlays an earlier one. */
export async function keepMetrics(tx: Transaction, trials: readonly { trialId: string; metrics: readonly MetricInput[] }[]): Promise<void> {
  const rows = trials.flatMap(({ trialId, metrics }) => {
    const last = new Map(metrics.map((metric) => [`${metric.name} ${metric.split} ${metric.epoch}`, metric]));
    return [...last.values()].map((metric) => ({ trialId, ...metric }));
  });
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO metric (trial_id, attempt, name, split, epoch, value)
     SELECT trial.id, trial.attempt, new.name, new.split, new.epoch, new.value
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::float8[]) AS new (trial_id, name, split, epoch, value)
     JOIN trial ON trial.id = new.trial_id
     ON CONFLICT (trial_id, name, split, epoch) DO UPDATE SET value = excluded.value, attempt = excluded.attempt`,
    [
      rows.map(({ trialId }) => trialId),
      rows.map(({ name }) => name),
      rows.map(({ split }) => split),
      rows.map(({ epoch }) => epoch),
      rows.map(({ value }) => value),
    ],
  );
}
