import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Description } from './describe.ts';
import { type Perturbation, perturb } from './perturb.ts';
import { type PictureOptions, packPictures } from './pictures.ts';
import { isText, openSource } from './sources.ts';
import type { Shares } from './split.ts';
import { packText, type TextOptions } from './text.ts';

/** How given data becomes a dataset. */
export interface Conversion extends PictureOptions {
  shares: Shares;
  /** Share of the pictures that may be broken and left out, 0 to 1. */
  skippedShare: number;
  /** Of text; missing in imports of an earlier version. */
  text?: TextOptions;
}

export interface ConversionTools {
  progress: (done: number, total: number) => void;
}

export interface Converted {
  description: Description;
  /** Of the packed file: SHA-256 and bytes. */
  sha256: string;
  bytes: number;
  /** Broken pictures that were left out. */
  skipped: { file: string; reason: string }[];
}

/**
 * Packs a folder of pictures in class folders, a zip of one, or plain text, into the file `out`, which must not exist.
 * @param name of the folder or file, as people know it
 * @throws DataProblem with the file and the reason; then there is no `out`
 */
export async function convert(
  place: string,
  name: string,
  conversion: Conversion,
  out: string,
  tools: ConversionTools,
): Promise<Converted> {
  const source = await openSource(place, name);
  try {
    const pack = source.files.every(({ path }) => isText(path)) ? packText : packPictures;
    return await finish(out, () => pack(source, conversion, out, tools));
  } finally {
    await source.close();
  }
}

/** Packs a packed file with noise; see `perturb`. Promises the same as `convert`. */
export function derive(place: string, name: string, noise: Perturbation, out: string, tools: ConversionTools): Promise<Converted> {
  return finish(out, () => perturb(place, name, noise, out, tools));
}

/** What was packed, hashed; or nothing of it. */
async function finish(out: string, pack: () => Promise<Pick<Converted, 'description' | 'skipped'>>): Promise<Converted> {
  try {
    const { description, skipped } = await pack();
    return { description, sha256: await hashFile(out), bytes: (await stat(out)).size, skipped };
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  } finally {
    await rm(`${out}.raw`, { force: true });
  }
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
