import { parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import type { SampleKind, Task } from '../lib/operations.generated.ts';

export const KINDS = ['GENERATED', 'RECONSTRUCTION', 'LATENT_GRID', 'TEXT'] as const satisfies readonly SampleKind[];
/** What a card can show. */
export type GalleryKind = (typeof KINDS)[number];
export const SIZES = ['S', 'M', 'L'] as const;

/** Beside the filter and order of the list: what is looked at, how large, where the cursor is, what is compared. */
export const galleryParsers = {
  kind: parseAsStringLiteral(KINDS).withDefault('GENERATED'),
  size: parseAsStringLiteral(SIZES).withDefault('M'),
  /** Number of the candidate under the cursor. */
  at: parseAsInteger,
  compare: parseAsArrayOf(parseAsInteger).withDefault([]),
  /** The comparison is open. */
  comparing: parseAsBoolean.withDefault(false),
  /** Picked beside top by reward. */
  beside: parseAsBoolean.withDefault(false),
};

/** Those that a task makes, its usual one first. */
export function kindsOf(task: Task): readonly GalleryKind[] {
  return task === 'LANGUAGE_MODELLING' ? ['TEXT'] : KINDS.filter((kind) => kind !== 'TEXT');
}

/** The kind that is shown: the one of the address, where the task makes it. */
export function kindShown(kind: GalleryKind, task: Task): GalleryKind {
  const kinds = kindsOf(task);
  return kinds.includes(kind) ? kind : kinds[0]!;
}

/** The kind after (`step` 1) or before (-1) in the row of kinds; the row is a ring. */
export function nextKind(kind: GalleryKind, step: 1 | -1): GalleryKind {
  const kinds = kind === 'TEXT' ? [kind] : kindsOf('VARIATIONAL');
  return kinds[(kinds.indexOf(kind) + step + kinds.length) % kinds.length]!;
}
