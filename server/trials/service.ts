import { group } from '../candidates/service.ts';
import type { DataSource } from '../database/data-source.ts';
import { Lease, Metric, Sample } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';

/** Metrics of several trials, by name, split and epoch. */
export async function metricsOf(database: DataSource, trialIds: readonly string[]): Promise<Metric[][]> {
  const rows = await queries(database).entities(Metric, 'SELECT * FROM metric WHERE trial_id = ANY($1) ORDER BY name, split, epoch', [
    trialIds,
  ]);
  return group(trialIds, rows, ({ trialId }) => trialId);
}

/** Samples of several trials. */
export async function samplesOfTrials(database: DataSource, trialIds: readonly string[]): Promise<Sample[][]> {
  const rows = await queries(database).entities(Sample, 'SELECT * FROM sample WHERE trial_id = ANY($1) ORDER BY kind', [trialIds]);
  return group(trialIds, rows, ({ trialId }) => trialId);
}

/** The leases under which trials run now; null for those that do not. */
export async function openLeasesOf(database: DataSource, trialIds: readonly string[]): Promise<(Lease | null)[]> {
  const rows = await queries(database).entities(
    Lease,
    `SELECT * FROM lease WHERE trial_id = ANY($1) AND kind = 'TRIAL' AND ended_at IS NULL`,
    [trialIds],
  );
  const found = new Map(rows.map((row) => [row.trialId, row]));
  return trialIds.map((id) => found.get(id) ?? null);
}
