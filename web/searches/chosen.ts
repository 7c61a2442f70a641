import { MOST_COMPARED } from '../../schema/comparison/limits.ts';

/** With the search among the chosen, at their end, or without it where it was; null where no more can be compared. */
export function toggledChoice(chosen: readonly string[], id: string): string[] | null {
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  return chosen.length < MOST_COMPARED ? [...chosen, id] : null;
}
