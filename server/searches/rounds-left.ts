import type { Standing } from '../../schema/forecast/time-left.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';

/** Rounds whose seconds are averaged: the last, since a machine's speed changes. */
const RECENT = 5;

/**
 * What rounds of ENAS take, by the last ones and by what the worker says of the one under way. Undefined for other controllers and once all are played;
 * null where nothing is known yet.
 */
export async function roundsOf(database: DataSource, search: Search): Promise<Standing['rounds'] | null> {
  if (search.plan.controller.kind !== 'ENAS' || search.exhausted || search.proposed >= search.plan.budget.candidates) return undefined;
  const { query } = queries(database);
  const [past] = await query<{ seconds: number | null }>(
    `SELECT avg((figures ->> 'trainSeconds')::float8 + (figures ->> 'policySeconds')::float8 + (figures ->> 'deriveSeconds')::float8) AS seconds
     FROM (SELECT figures FROM enas_round WHERE search_id = $1 ORDER BY round DESC LIMIT $2) AS last`,
    [search.id, RECENT],
  );
  const [now] = await query<{ elapsed: number; left: number | null }>(
    `SELECT extract(epoch FROM now() - granted_at)::float8 AS elapsed, (progress ->> 'secondsLeft')::float8 AS left
     FROM lease WHERE search_id = $1 AND kind = 'STEP' AND ended_at IS NULL`,
    [search.id],
  );
  const each = past!.seconds ?? (now && now.left !== null ? now.elapsed + now.left : null);
  if (each === null) return null;
  return { each, next: now ? (now.left ?? Math.max(0, each - now.elapsed)) : each };
}
