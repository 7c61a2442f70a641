import type { Entry } from './values.ts';

/** A field's number. Empty is NaN, so that a check names it; text that is no number too. */
export function numberOf(entry: Entry): number {
  return typeof entry === 'number' ? entry : entry.trim() === '' ? Number.NaN : Number(entry);
}

export function orNull(entry: Entry): number | null {
  return entry === '' ? null : numberOf(entry);
}
