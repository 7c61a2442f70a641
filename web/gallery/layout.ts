import { type SheetParts, sheetScale, sheetSize } from './tiles.ts';

export type CardSize = 'S' | 'M' | 'L';

/** About how wide the picture on a card is, in CSS pixels. */
const TARGETS: Record<CardSize, number> = { S: 224, M: 336, L: 448 };
/** Border and padding at both sides of a card. */
const FRAME = 10;
/** Title line above and verdict line below the picture. */
export const CARD_TEXT = 43;
const GAP = 6;
/** Shape of a card for a candidate without a picture, where no other is known. */
const UNKNOWN: SheetParts = { tileWidth: 28, tileHeight: 28, columns: 8, count: 32 };

export interface GridLayout {
  columns: number;
  gap: number;
  /** CSS pixels of a card, frame and text included. */
  cardWidth: number;
  cardHeight: number;
  /** CSS pixels of the picture on it. */
  pictureWidth: number;
  pictureHeight: number;
}

/** Where the cards of a gallery go; all have one size, given by the pictures' shape and what is chosen. Always at least one column, within `width`. */
export function gridLayout(width: number, size: CardSize, parts: SheetParts = UNKNOWN): GridLayout {
  const sheet = sheetSize(parts);
  const room = Math.max(80, width - FRAME);
  // About square sheets (latent grids) get a third more width, or their tiles would be too small to see.
  const target = Math.min(room, TARGETS[size] * (sheet.width < 1.5 * sheet.height ? 1.3 : 1));
  const scale = sheetScale(sheet.width, target);
  const pictureWidth = Math.round(sheet.width * scale);
  const cardWidth = Math.min(width, Math.max(150, pictureWidth + FRAME));
  const pictureHeight = Math.round(sheet.height * scale);
  return {
    columns: Math.max(1, Math.floor((width + GAP) / (cardWidth + GAP))),
    gap: GAP,
    cardWidth,
    cardHeight: pictureHeight + CARD_TEXT + FRAME,
    pictureWidth,
    pictureHeight,
  };
}

/** First and last place (both included) of the grid rows between two others; empty when last < first. */
export function placesOfRows(firstRow: number, lastRow: number, columns: number, count: number): { first: number; last: number } {
  return { first: Math.max(0, firstRow * columns), last: Math.min(count, (lastRow + 1) * columns) - 1 };
}
