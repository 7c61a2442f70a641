import type { CSSProperties } from 'react';

/** Pictures of one sheet at most. */
export const SHEET = 160;
/** About as large as a tile is drawn, CSS pixels: small pictures are enlarged to it by whole factors. */
const WANTED = 56;
const GAP = 2;

interface SheetShape {
  total: number;
  columns: number;
  tileWidth: number;
  tileHeight: number;
}

/** How the tiles of sheets fill a box: sheet after sheet, each of whole rows, so that only the last row of all may be short. */
export interface Grid {
  columns: number;
  /** Drawn, CSS pixels. */
  tileWidth: number;
  tileHeight: number;
  /** CSS pixels a pixel of the sheet. */
  scale: number;
  sheets: number;
  /** Pictures of every sheet but the last. */
  perSheet: number;
  countOf(sheet: number): number;
  /** With the gap below it. */
  heightOf(sheet: number): number;
}

export function pictureGrid(width: number, { total, tileWidth, tileHeight }: SheetShape): Grid {
  const larger = Math.max(tileWidth, tileHeight);
  const scale = larger > 1.5 * WANTED ? (1.5 * WANTED) / larger : Math.max(1, Math.ceil(WANTED / larger));
  const drawn = { tileWidth: Math.round(tileWidth * scale), tileHeight: Math.round(tileHeight * scale) };
  const columns = Math.min(SHEET, Math.max(1, Math.floor((width + GAP) / (drawn.tileWidth + GAP))));
  const perSheet = columns * Math.floor(SHEET / columns);
  const sheets = Math.ceil(total / perSheet);
  const countOf = (sheet: number) => Math.min(perSheet, total - sheet * perSheet);
  return {
    columns,
    ...drawn,
    scale,
    sheets,
    perSheet,
    countOf,
    heightOf: (sheet) => Math.ceil(countOf(sheet) / columns) * (drawn.tileHeight + GAP),
  };
}

/** The i-th tile of a sheet as a background. */
export function tilePlace(i: number, sheet: SheetShape & { url: string; count: number }, grid: Grid): CSSProperties {
  const rows = Math.ceil(sheet.count / sheet.columns);
  return {
    backgroundImage: `url("${sheet.url}")`,
    backgroundSize: `${sheet.columns * grid.tileWidth}px ${rows * grid.tileHeight}px`,
    backgroundPosition: `${-(i % sheet.columns) * grid.tileWidth}px ${-Math.floor(i / sheet.columns) * grid.tileHeight}px`,
  };
}
