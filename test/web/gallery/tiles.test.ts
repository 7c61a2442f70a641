import { describe, expect, it } from 'vitest';
import { CARD_TEXT, type CardSize, gridLayout, placesOfRows } from '../../../web/gallery/layout.ts';
import { sheetScale, sheetSize, tileAt, tilePlace } from '../../../web/gallery/tiles.ts';

const generated = { tileWidth: 28, tileHeight: 28, columns: 8, count: 32 };
const latentGrid = { tileWidth: 28, tileHeight: 28, columns: 21, count: 441 };

describe('tiles of a sheet', () => {
  it('fill rows from the top left', () => {
    expect(sheetSize(generated)).toEqual({ width: 224, height: 112 });
    expect(sheetSize({ ...generated, count: 33 })).toEqual({ width: 224, height: 140 });
    expect(tilePlace(generated, 9)).toEqual({ left: 28, top: 28 });
  });

  it('are found again at their places, and nowhere else', () => {
    const short = { ...generated, count: 30 };
    for (let index = 0; index < short.count; index++) {
      const { left, top } = tilePlace(short, index);
      expect(tileAt(short, { x: left, y: top })).toBe(index);
      expect(tileAt(short, { x: left + 27.9, y: top + 27.9 })).toBe(index);
    }
    for (const place of [
      { x: 224, y: 0 },
      { x: -1, y: 0 },
      { x: 0, y: 112 },
      { x: 200, y: 100 },
    ])
      expect(tileAt(short, place)).toBeNull();
  });

  it('are enlarged by halves, so that every pixel of the sheet becomes a square', () => {
    expect(sheetScale(224, 448)).toBe(2);
    expect(sheetScale(224, 440)).toBe(1.5);
    expect(sheetScale(224, 230)).toBe(1);
    expect(sheetScale(588, 294)).toBe(0.5);
  });
});

describe('cards of a gallery', () => {
  it('always fit their width, at every size and window', () => {
    for (const size of ['S', 'M', 'L'] as CardSize[])
      for (const parts of [generated, latentGrid, { ...generated, columns: 8, count: 64 }])
        for (const width of [180, 366, 768, 1100, 2200]) {
          const layout = gridLayout(width, size, parts);
          expect(layout.columns).toBeGreaterThanOrEqual(1);
          expect(layout.columns * layout.cardWidth + (layout.columns - 1) * layout.gap).toBeLessThanOrEqual(width);
          expect(layout.pictureWidth).toBeLessThan(layout.cardWidth);
          expect(layout.cardHeight).toBeGreaterThanOrEqual(layout.pictureHeight + CARD_TEXT);
          expect(layout.pictureWidth / layout.pictureHeight).toBeCloseTo(sheetSize(parts).width / sheetSize(parts).height, 1);
        }
  });

  it('become larger from S to L', () => {
    const widths = (['S', 'M', 'L'] as CardSize[]).map((size) => gridLayout(1400, size, generated).pictureWidth);
    expect(widths[0]!).toBeLessThan(widths[1]!);
    expect(widths[1]!).toBeLessThan(widths[2]!);
  });

  it('stand in rows, the last one short', () => {
    expect(placesOfRows(1, 2, 4, 10)).toEqual({ first: 4, last: 9 });
    expect(placesOfRows(0, -1, 4, 0).last).toBeLessThan(placesOfRows(0, -1, 4, 0).first);
  });
});
