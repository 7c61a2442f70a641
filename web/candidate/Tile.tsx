'use client';
import { sheetSize, tilePlace } from '../gallery/tiles.ts';
import type { SamplePartsFragment } from '../lib/operations.generated.ts';

/** One tile of a sheet, every pixel a square. `scale`: CSS pixels a pixel of the sheet. */
export function Tile({ sample, index, scale, label }: { sample: SamplePartsFragment; index: number; scale: number; label: string }) {
  const { width } = sheetSize(sample);
  const { left, top } = tilePlace(sample, index);
  return (
    <span
      role="img"
      aria-label={label}
      style={{
        display: 'inline-block',
        width: sample.tileWidth * scale,
        height: sample.tileHeight * scale,
        backgroundImage: `url("${sample.url}")`,
        backgroundSize: `${width * scale}px auto`,
        backgroundPosition: `${-left * scale}px ${-top * scale}px`,
        imageRendering: 'pixelated',
      }}
    />
  );
}
