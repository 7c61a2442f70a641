import type { CandidateRowFragment, SearchHeaderFragment } from '../lib/operations.generated.ts';

/** What the page says of rungs, in words and shares. */

export type Rung = SearchHeaderFragment['rungs'][number];

/**
 * `9`: trained for these; `1 → 3`: on its way from one rung to the next; `→ 1`: on its way to its first. One that is done stays where it is, for its
 * search ended before it was promoted.
 */
export function epochsText(climbed: CandidateRowFragment['rungs'], done: boolean): string {
  const reached = climbed.findLast(({ reward }) => reward !== null);
  const last = climbed.at(-1);
  if (last && last.endedAt === null && !done) return reached ? `${reached.epochs} → ${last.epochs}` : `→ ${last.epochs}`;
  return reached ? String(reached.epochs) : '–';
}

/** How far a search is: 0 to 1, by epochs. */
export function shareOf(rungs: readonly Rung[]): number {
  const planned = sum(rungs, ({ epochsPlanned }) => epochsPlanned);
  return planned === 0 ? 0 : sum(rungs, ({ epochsSpent }) => epochsSpent) / planned;
}

/** `63 of 243 epochs so far: 74% less than to train all 27 networks in full.` */
export function savedText(rungs: readonly Rung[], networks: number): string {
  const spent = sum(rungs, ({ epochsSpent }) => epochsSpent);
  const full = networks * (rungs.at(-1)?.epochs ?? 0);
  if (spent === 0 || full === 0) return 'No epoch has been trained yet.';
  const saved = Math.round(100 * (1 - spent / full));
  return `${spent.toLocaleString('en')} of ${full.toLocaleString('en')} epochs: ${saved}% less than to train all ${networks.toLocaleString('en')} networks in full.`;
}

/** `18`, or `12 of 18`: trainings with a result, and those that are planned. */
export const doneText = ({ done, failed, planned }: Rung): string =>
  done + failed === planned ? String(done + failed) : `${done + failed} of ${planned}`;

const sum = (rungs: readonly Rung[], of: (rung: Rung) => number) => rungs.reduce((total, rung) => total + of(rung), 0);
