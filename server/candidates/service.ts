import type { DataSource } from '../database/data-source.ts';
import { Annotation, FinalMetric, Reward, Sample, Trial } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';

/** Rewards of several candidates, in the order of the ids. */
export async function rewardsOf(database: DataSource, candidateIds: readonly string[]): Promise<Reward[][]> {
  const rows = await queries(database).entities(Reward, 'SELECT * FROM reward WHERE candidate_id = ANY($1) ORDER BY kind', [candidateIds]);
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}

/** Validation metrics of several candidates after their last epochs, by name. */
export async function finalMetricsOf(database: DataSource, candidateIds: readonly string[]): Promise<FinalMetric[][]> {
  const rows = await queries(database).entities(FinalMetric, 'SELECT * FROM final_metric WHERE candidate_id = ANY($1) ORDER BY name', [
    candidateIds,
  ]);
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}

/** Trials of several candidates, newest first. */
export async function trialsOf(database: DataSource, candidateIds: readonly string[]): Promise<Trial[][]> {
  const rows = await queries(database).entities(Trial, 'SELECT * FROM trial WHERE candidate_id = ANY($1) ORDER BY id DESC', [candidateIds]);
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}

/** Annotations of several candidates, in the order in which members first said something. */
export async function annotationsOf(database: DataSource, candidateIds: readonly string[]): Promise<Annotation[][]> {
  const rows = await queries(database).entities(Annotation, 'SELECT * FROM annotation WHERE candidate_id = ANY($1) ORDER BY id', [
    candidateIds,
  ]);
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}

/** Newest samples of several candidates, one a kind. */
export async function samplesOf(database: DataSource, candidateIds: readonly string[]): Promise<Sample[][]> {
  const rows = await queries(database).entities<Sample & { candidateId: string }>(
    Sample,
    `SELECT DISTINCT ON (trial.candidate_id, sample.kind) sample.*, trial.candidate_id
     FROM sample JOIN trial ON trial.id = sample.trial_id WHERE trial.candidate_id = ANY($1)
     ORDER BY trial.candidate_id, sample.kind, trial.id DESC`,
    [candidateIds],
  );
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}

/** Rows by id, in the order of the ids. */
export function group<T>(ids: readonly string[], rows: T[], idOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(idOf(row))?.push(row);
  return ids.map((id) => groups.get(id)!);
}
