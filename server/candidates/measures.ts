import { metricKind } from '../../schema/plans/metrics.ts';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { CandidateFigure, ComparisonPoint, MeasureInput, MetricKind } from '../resolvers.generated.ts';

/** Members who picked a candidate, as SQL. */
export const PICKS = `(SELECT count(*) FROM annotation WHERE annotation.candidate_id = candidate.id AND annotation.verdict = 'PICKED')`;

const FIGURES: Record<CandidateFigure, string> = {
  NUMBER: 'candidate.number',
  PARAMETERS: 'candidate.parameters',
  FLOPS: 'candidate.flops',
  LATENT: 'candidate.latent',
  SECONDS: 'candidate.seconds',
  PICKS,
};

/** SQL of a table (candidate_id, value) of the candidates of a search that have the measure; values are appended to `parameters`. */
export function valuesOf(searchId: string, { reward, metric, figure }: MeasureInput, parameters: unknown[]): string {
  const value = (given: unknown) => `$${parameters.push(given)}`;
  const search = `search_id = ${value(searchId)}::uuid`;
  if (reward) return `(SELECT candidate_id, value FROM reward WHERE ${search} AND kind = ${value(reward)})`;
  if (metric != null) return `(SELECT candidate_id, value FROM final_metric WHERE ${search} AND name = ${value(metric)})`;
  // exactly one is given (@oneOf)
  const sql = FIGURES[figure!];
  return `(SELECT id AS candidate_id, ${sql}::float8 AS value FROM candidate WHERE ${search} AND ${sql} IS NOT NULL)`;
}

/** Candidates that have both measures, in order of numbers; ids are uuids. */
export function compare(database: DataSource, searchId: string, x: MeasureInput, y: MeasureInput): Promise<ComparisonPoint[]> {
  const parameters: unknown[] = [searchId];
  return queries(database).query<ComparisonPoint>(
    `WITH said AS (
       SELECT candidate_id, bool_or(verdict = 'PICKED') AS picked, bool_or(verdict = 'REJECTED') AS rejected
       FROM annotation JOIN candidate ON candidate.id = candidate_id WHERE search_id = $1 GROUP BY candidate_id
     )
     SELECT candidate.id, candidate.number, x.value AS x, y.value AS y,
       coalesce(said.picked, false) AS picked, coalesce(said.rejected, false) AS rejected
     FROM candidate
     JOIN ${valuesOf(searchId, x, parameters)} AS x ON x.candidate_id = candidate.id
     JOIN ${valuesOf(searchId, y, parameters)} AS y ON y.candidate_id = candidate.id
     LEFT JOIN said ON said.candidate_id = candidate.id
     WHERE candidate.search_id = $1 ORDER BY candidate.number`,
    parameters,
  );
}

/** Validation metrics that candidates of a search have, by name. */
export async function metricKindsOf(database: DataSource, searchId: string): Promise<MetricKind[]> {
  const rows = await queries(database).query<{ name: string; count: number }>(
    'SELECT name, count(*)::int AS count FROM final_metric WHERE search_id = $1 GROUP BY name ORDER BY name',
    [searchId],
  );
  return rows.map(({ name, count }) => {
    const known = metricKind(name);
    return { name, count, description: known?.description ?? null, higherIsBetter: known?.higherIsBetter ?? null };
  });
}
