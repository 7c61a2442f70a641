import { metricKind } from '../../schema/plans/metrics.ts';
import { valuesOf } from '../candidates/measures.ts';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { MeasureInput } from '../resolvers.generated.ts';

/** A candidate with what ranks it. */
export interface Ranked {
  /** Uuid of the candidate. */
  id: string;
  number: number;
  notation: string;
  /** The same for the same network. */
  hash: string;
  /** The measure itself. */
  value: number;
  /** More is better, whatever the measure. */
  merit: number;
}

/** Candidates of a search that have the measure, the best first; of equals the first number. */
export async function orderOf(database: DataSource, searchId: string, measure: MeasureInput): Promise<Ranked[]> {
  const parameters: unknown[] = [];
  const values = measure.figure === 'PICKS' ? verdictsOf(searchId, parameters) : valuesOf(searchId, measure, parameters);
  const direction = lessIsBetter(measure) ? -1 : 1;
  return queries(database).query<Ranked>(
    `SELECT candidate.id, candidate.number, candidate.notation, candidate.hash, ranked.value, ${direction} * ranked.value AS merit
     FROM ${values} AS ranked JOIN candidate ON candidate.id = ranked.candidate_id
     WHERE ranked.value BETWEEN '-1e308' AND '1e308'
     ORDER BY merit DESC, candidate.number`,
    parameters,
  );
}

const lessIsBetter = ({ metric }: MeasureInput): boolean => metric != null && metricKind(metric)?.higherIsBetter === false;

/**
 * The people's order: picks less rejections, of candidates that somebody judged, or passed over in a choice that still stands. Of the others
 * nobody knows where they belong.
 */
function verdictsOf(searchId: string, parameters: unknown[]): string {
  const search = `$${parameters.push(searchId)}::uuid`;
  return `(
    SELECT candidate.id AS candidate_id,
      (count(*) FILTER (WHERE verdict = 'PICKED') - count(*) FILTER (WHERE verdict = 'REJECTED'))::float8 AS value
    FROM candidate LEFT JOIN annotation ON annotation.candidate_id = candidate.id
    WHERE candidate.search_id = ${search}
    GROUP BY candidate.id
    HAVING count(verdict) > 0 OR EXISTS (
      SELECT FROM choice_over JOIN choice ON choice.id = choice_id
      WHERE choice_over.candidate_id = candidate.id AND choice.withdrawn_at IS NULL)
  )`;
}
