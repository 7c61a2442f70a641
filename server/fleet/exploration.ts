import { collapseOf, type Draws, type Explored, hasRecovered, shareOfNew, WINDOW } from '../../schema/plans/collapse.ts';
import type { Search } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import type { NewEvent } from '../feed/append.ts';

/** Of each new candidate of a locked search: the share of new networks among the last 50 drawn. */
export async function sharesOfNew(tx: Transaction, search: Search, proposals: readonly Draws[]): Promise<number[]> {
  const before = await tx.query<Draws>('SELECT repeats FROM candidate WHERE search_id = $1 AND number > $2 ORDER BY number', [
    search.id,
    search.proposed - WINDOW,
  ]);
  const draws = [...before, ...proposals];
  return proposals.map((_, i) => {
    const end = before.length + i + 1;
    return shareOfNew(draws.slice(Math.max(0, end - WINDOW), end));
  });
}

/** After new candidates of a locked search: notes that its controller begins to settle, once, or that it explores again. */
export async function noteCollapse(tx: Transaction, search: Search, state: unknown): Promise<NewEvent[]> {
  const { candidates: budget } = search.plan.budget;
  const explored = await tx.query<Explored & { proposed: number }>(
    `SELECT number, distinct_share AS "distinct", entropy / nullif(uniform_entropy, 0) AS "entropyShare", proposed
     FROM candidate JOIN search ON search.id = search_id
     WHERE search_id = $1 AND (number <= 10 OR number > proposed - 11) ORDER BY number`,
    [search.id],
  );
  const first = explored.filter(({ number }) => number <= 10);
  const last = explored.filter(({ number, proposed }) => number > proposed - 11);
  if (search.collapse) {
    if (!hasRecovered(first, last)) return [];
    await tx.query('UPDATE search SET collapse = NULL WHERE id = $1', [search.id]);
    return [{ kind: 'SEARCH_CHANGED', searchId: search.id }];
  }
  const collapse = collapseOf(first, last, budget, networksOf(state));
  if (!collapse) return [];
  await tx.query('UPDATE search SET collapse = $2 WHERE id = $1', [search.id, JSON.stringify(collapse)]);
  return [{ kind: 'SEARCH_COLLAPSING', searchId: search.id }];
}

/** How many networks the space holds, as far as the controller's state says. */
function networksOf(state: unknown): bigint | null {
  const { networks } = state as { networks?: unknown };
  return typeof networks === 'string' && /^\d+$/.test(networks) ? BigInt(networks) : null;
}
