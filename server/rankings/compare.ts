import { setImmediate as breathe } from 'node:timers/promises';
import { type Agreement, bootstrap } from '../../schema/rankings/bootstrap.ts';
import { type Overlap, overlapSizes, topOverlap } from '../../schema/rankings/overlap.ts';
import { ranks } from '../../schema/rankings/ranks.ts';
import type { DataSource } from '../database/data-source.ts';
import type { MeasureInput } from '../resolvers.generated.ts';
import { orderOf } from './order.ts';

/** One order of candidates, its search by uuid. */
export interface Ranking {
  searchId: string;
  measure: MeasureInput;
}

/** A network in two orders; candidates by uuid. */
export interface RankedCandidate {
  firstId: string;
  secondId: string;
  firstRank: number;
  secondRank: number;
  firstValue: number;
  secondValue: number;
}

export interface RankingComparison extends Agreement {
  candidates: RankedCandidate[];
  onlyFirst: number;
  onlySecond: number;
  overlaps: Overlap[];
}

/** Draws of the bootstrap are interrupted after so many milliseconds: others want to be answered too. */
const BREATH_MS = 20;

/** Two orders of the networks that both have; ranks are among these alone. */
export async function compareRankings(database: DataSource, first: Ranking, second: Ranking, seed: number): Promise<RankingComparison> {
  const [left, right] = await Promise.all([first, second].map(({ searchId, measure }) => orderOf(database, searchId, measure)));
  const others = new Map(right!.map((row) => [row.hash, row]));
  const pairs = left!.flatMap((row) => {
    const other = others.get(row.hash);
    return other ? [{ row, other }] : [];
  });
  const x = pairs.map(({ row }) => row.merit);
  const y = pairs.map(({ other }) => other.merit);
  const [firstRanks, secondRanks] = [ranks(x), ranks(y)];
  return {
    candidates: pairs.map(({ row, other }, i) => ({
      firstId: row.id,
      secondId: other.id,
      firstRank: firstRanks[i]!,
      secondRank: secondRanks[i]!,
      firstValue: row.value,
      secondValue: other.value,
    })),
    onlyFirst: left!.length - pairs.length,
    onlySecond: right!.length - pairs.length,
    overlaps: overlapSizes(pairs.length).map((k) => topOverlap(x, y, k)),
    ...(await agree(x, y, seed)),
  };
}

async function agree(x: readonly number[], y: readonly number[], seed: number): Promise<Agreement> {
  const draws = bootstrap(x, y, seed);
  for (let begun = performance.now(); ; ) {
    const { done, value } = draws.next();
    if (done) return value;
    if (performance.now() - begun < BREATH_MS) continue;
    await breathe();
    begun = performance.now();
  }
}

/** Those among the k best of either order; all of them without k. */
export function among({ candidates }: RankingComparison, k: number | null): RankedCandidate[] {
  if (k === null) return candidates;
  const second = new Set([...candidates].sort((a, b) => a.secondRank - b.secondRank).slice(0, k));
  return candidates.filter((row, i) => i < k || second.has(row));
}
