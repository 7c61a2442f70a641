import type { Value } from './statistics.ts';

/** What the plot of exploration needs to know of a candidate; all values are shares from 0 to 1. */
export interface ExplorationPoint {
  number: number;
  entropyShare: Value;
  distinct: Value;
  epsilon: Value;
}

/** Whether anything is known that the plot could show. */
export function hasExploration(points: readonly ExplorationPoint[]): boolean {
  return points.some(({ entropyShare, distinct }) => entropyShare !== null || distinct !== null);
}

/** "Does it still explore?" in one sentence. */
export function explorationSummary(points: readonly ExplorationPoint[]): string {
  const newest = points.at(-1);
  if (!newest || !hasExploration(points)) return 'Waiting for the first candidate';
  const recent = points.slice(-10).flatMap(({ entropyShare }) => (entropyShare === null ? [] : [entropyShare]));
  const said = [
    newest.distinct === null ? null : newText(newest.number, newest.distinct),
    recent.length === 0 ? null : `${percent(recent.reduce((sum, value) => sum + value, 0) / recent.length)} of the entropy of pure chance`,
  ];
  return said.filter((part) => part !== null).join(', ');
}

/** Each candidate was new once: as long as less than 50 were drawn, their share tells how many. */
function newText(candidates: number, distinct: number): string {
  const drawn = Math.round(candidates / distinct);
  return drawn < 50 ? `${candidates} new among ${drawn} drawn` : `${percent(distinct)} of the last 50 drawn are new`;
}

/** Rows of the table beside the plot: at most 50, the newest among them. */
export function explorationRows(points: readonly ExplorationPoint[]): ExplorationPoint[] {
  const every = Math.ceil(points.length / 50);
  return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}

export const percent = (share: Value): string => (share === null ? '–' : `${Math.round(100 * share)}%`);
