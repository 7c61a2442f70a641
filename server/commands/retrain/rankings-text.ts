import { formatFigure, printTable } from '../client/table.ts';
import type { RankingsOfQuery } from '../operations.generated.ts';

/** Two orders of the same networks, as the server compares them. */
export type Rankings = NonNullable<RankingsOfQuery['compareRankings']>;

/** Both rankings as a table, and what they have in common. */
export function printRankings({ count, onlyFirst, tau, rho, overlaps, candidates }: Rankings): string {
  const table = printTable(
    ['rank before', 'after', 'reward before', 'after', 'network'],
    candidates.map(({ firstRank, secondRank, firstValue, secondValue, first }) => [
      formatRank(firstRank),
      formatRank(secondRank),
      formatFigure(firstValue),
      formatFigure(secondValue),
      `#${first.number}  ${first.notation}`,
    ]),
  );
  const top = overlaps.map(({ k, shared, chance }) => `${shared} of the first ${k} (by chance ${chance.toFixed(1)})`).join(', ');
  return [
    table,
    '',
    `Kendall's tau-b  ${formatEstimate(tau)}`,
    `Spearman's rho   ${formatEstimate(rho)}`,
    `In both tops: ${top || 'too few networks'}`,
    `${count} networks in both rankings${onlyFirst > 0 ? `, ${onlyFirst} in the first alone` : ''}; intervals hold 95% of 1,000 bootstrap draws.`,
  ].join('\n');
}

/** Equals share a rank: 2.5 is one of two in places 2 and 3. */
const formatRank = (rank: number): string => (Number.isInteger(rank) ? String(rank) : rank.toFixed(1));

function formatEstimate({ value, low, high }: Rankings['tau']): string {
  if (value === null) return 'not defined: all have one value';
  return low === null || high === null ? value.toFixed(3) : `${value.toFixed(3)} (95%: ${low.toFixed(3)} to ${high.toFixed(3)})`;
}
