import sharp from 'sharp';
import type { SplitName } from '../../schema/datasets/describe.ts';
import { labelBytes, type PackedGroup, type PackedImages } from '../../schema/datasets/packed.ts';
import type { PackedFile } from './packed-file.ts';

export const COLUMNS = 16;
export const MOST_TILES = 200;
/** A tile's longest side at most. */
const LONGEST = 96;

export interface SheetWanted {
  split: SplitName;
  /** Only of this class; null: of all. */
  label: number | null;
  skip: number;
  first: number;
}

/** Every tile has the size of the largest picture, up to a limit. */
export function tileSize(sizes: readonly { height: number; width: number }[]): { tileWidth: number; tileHeight: number } {
  return {
    tileWidth: Math.min(LONGEST, Math.max(...sizes.map(({ width }) => width))),
    tileHeight: Math.min(LONGEST, Math.max(...sizes.map(({ height }) => height))),
  };
}

/** Pictures of a split and class as a PNG, tile by tile; null where there are none. */
export async function makeSheet(file: PackedFile, wanted: SheetWanted): Promise<Buffer | null> {
  if (file.header.kind !== 'IMAGES') return null;
  const header = file.header;
  const { tileWidth, tileHeight } = tileSize(header.groups);
  const places = (await find(file, header, wanted)).slice(wanted.skip, wanted.skip + wanted.first);
  if (places.length === 0) return null;
  const { channels } = header;
  const width = COLUMNS * tileWidth;
  const height = Math.ceil(places.length / COLUMNS) * tileHeight;
  const sheet = Buffer.alloc(width * height * channels, 128);
  for (const [i, { group, row }] of places.entries()) {
    const bytes = group.height * group.width * channels;
    const whole = await file.read(group.images + row * bytes, bytes);
    const tile = await shrink(whole, group, channels, { tileWidth, tileHeight });
    const left = (i % COLUMNS) * tileWidth + ((tileWidth - tile.width) >> 1);
    const top = Math.floor(i / COLUMNS) * tileHeight + ((tileHeight - tile.height) >> 1);
    for (let y = 0; y < tile.height; y++)
      tile.pixels.copy(sheet, ((top + y) * width + left) * channels, y * tile.width * channels, (y + 1) * tile.width * channels);
  }
  return sharp(sheet, { raw: { width, height, channels } }).png({ compressionLevel: 6 }).toBuffer();
}

/** Group and place of each picture, in the order of the file. */
async function find(file: PackedFile, header: PackedImages, { split, label }: SheetWanted): Promise<{ group: PackedGroup; row: number }[]> {
  const perImage = labelBytes(header);
  const places: { group: PackedGroup; row: number }[] = [];
  for (const group of header.groups) {
    if (group.split !== split) continue;
    const labels = label === null ? null : await file.read(group.labels, group.count * perImage);
    for (let row = 0; row < group.count; row++)
      if (labels === null || (header.multiLabel ? labels[row * perImage + label!] === 1 : labels[row] === label))
        places.push({ group, row });
  }
  return places;
}

/** As it is where it fits, else shrunk. */
async function shrink(
  pixels: Buffer,
  { height, width }: PackedGroup,
  channels: 1 | 3,
  { tileWidth, tileHeight }: { tileWidth: number; tileHeight: number },
): Promise<{ pixels: Buffer; height: number; width: number }> {
  if (height <= tileHeight && width <= tileWidth) return { pixels, height, width };
  const { data, info } = await sharp(pixels, { raw: { width, height, channels } })
    .resize(tileWidth, tileHeight, { fit: 'inside' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, height: info.height, width: info.width };
}
