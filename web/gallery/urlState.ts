import { parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import type { SampleKind } from '../lib/operations.generated.ts';

export const KINDS = ['GENERATED', 'RECONSTRUCTION', 'LATENT_GRID'] as const satisfies readonly SampleKind[];
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

/** The kind after (`step` 1) or before (-1) in the row of kinds; the row is a ring. */
export function nextKind(kind: GalleryKind, step: 1 | -1): GalleryKind {
  return KINDS[(KINDS.indexOf(kind) + step + KINDS.length) % KINDS.length]!;
}
