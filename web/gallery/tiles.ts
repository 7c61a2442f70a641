/** How a sheet is made of equal tiles in rows from the top left. Lengths are pixels of the sheet. */
export interface SheetParts {
  tileWidth: number;
  tileHeight: number;
  /** Tiles in a row. */
  columns: number;
  /** Tiles in all; the last row may be short. */
  count: number;
}

export function sheetSize({ tileWidth, tileHeight, columns, count }: SheetParts): { width: number; height: number } {
  return { width: columns * tileWidth, height: Math.ceil(count / columns) * tileHeight };
}

/** Left and top of tile `index`, from 0. */
export function tilePlace({ tileWidth, columns, tileHeight }: SheetParts, index: number): { left: number; top: number } {
  return { left: (index % columns) * tileWidth, top: Math.floor(index / columns) * tileHeight };
}

/** The tile at a place of the sheet, from 0; null outside of the tiles. */
export function tileAt(parts: SheetParts, place: { x: number; y: number }): number | null {
  const column = Math.floor(place.x / parts.tileWidth);
  const row = Math.floor(place.y / parts.tileHeight);
  if (column < 0 || column >= parts.columns || row < 0) return null;
  const index = row * parts.columns + column;
  return index < parts.count ? index : null;
}

/**
 * How much a sheet is enlarged to be about `target` wide: by halves from 1, so that on a screen of two device pixels a pixel every
 * pixel of the sheet becomes a square of the same size; below 1 exactly, for then pixels are averaged anyway.
 */
export function sheetScale(sheetWidth: number, target: number): number {
  const exact = target / sheetWidth;
  return exact < 1 ? exact : Math.floor(exact * 2) / 2;
}
