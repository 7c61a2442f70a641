import { Random } from '../../schema/random.ts';
import type { Program } from '../backends/backend.ts';
import { takeBatches } from '../datasets/batches.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { type RowFunction, runRows } from './batched.ts';
import { EMBEDDED, embeddingSheet } from './embedding.ts';
import { fillNoise } from './randomness.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import type { Shown } from './train.ts';

/** Images generated from unit-Gaussian latents (thesis 10.2). */
const GENERATED = 32;
/** Images that are shown beside their reconstruction. */
const PAIRS = 16;
/** Functions of a program that generates: latents [32, J] to images, and validation images to what is made of them. */
export const DECODE: RowFunction = { name: 'decode', input: 'latents', batch: 32 };
export const RECONSTRUCT: RowFunction = { name: 'reconstruct', input: 'images', batch: 32 };
/** Validation images to vectors [64, d]. */
export const ENCODE: RowFunction = { name: 'encode', input: 'images', batch: 64 };
const COLUMNS = 8;
/** Figure 10.5: a square [-5, 5] x [-5, 5] in steps of 0.5. */
const GRID_LIMIT = 5;
const GRID_STEP = 0.5;

interface Subject {
  /** Has `decode` and `reconstruct`. */
  program: Program;
  dataset: Dataset;
  /** The first 16 are reconstructed. */
  images: Uint32Array;
  latent: number;
  seed: number;
  /** After the last epoch; before it only GENERATED is made, for people who watch. */
  last: boolean;
}

/** What a variational autoencoder has to show. Latents depend on seed and latent size only: the same for all candidates of a search. */
export async function makeSamples(subject: Subject): Promise<Shown[]> {
  const generated = { kind: 'GENERATED' as const, sheet: await generate(subject) };
  if (!subject.last) return [generated];
  const reconstruction = { kind: 'RECONSTRUCTION' as const, sheet: await reconstructions(subject) };
  const grid = subject.latent === 2 ? [{ kind: 'LATENT_GRID' as const, sheet: await latentGrid(subject) }] : [];
  return [generated, reconstruction, ...grid, { kind: 'EMBEDDING' as const, sheet: await embedding(subject) }];
}

/** What a generator has to show. */
export async function generatedSamples(subject: Subject): Promise<Shown[]> {
  const generated = { kind: 'GENERATED' as const, sheet: await generate(subject) };
  return subject.last && subject.latent === 2 ? [generated, { kind: 'LATENT_GRID', sheet: await latentGrid(subject) }] : [generated];
}

async function generate({ program, dataset, latent, seed }: Subject): Promise<Sheet> {
  const latents = fillNoise(new Float32Array(GENERATED * latent), Random.of(seed, 'generated'));
  return makeSheet(await runRows(program, DECODE, latents, latent), dataset.image, COLUMNS);
}

/** Input above, reconstruction below, row by row. */
export async function reconstructions({ program, dataset, images }: Pick<Subject, 'program' | 'dataset' | 'images'>): Promise<Sheet> {
  const { rows } = takeBatches(images, 0, PAIRS, 1);
  const made = await runRows(program, RECONSTRUCT, rows, 1);
  const pixels = made.length / rows.length;
  const row = COLUMNS * pixels;
  const all = new Float32Array(2 * made.length);
  rows.forEach((image, index) => {
    const at = 2 * row * Math.floor(index / COLUMNS) + pixels * (index % COLUMNS);
    for (let i = 0; i < pixels; i++) all[at + i] = dataset.validation.images[image * pixels + i]! / 255;
  });
  for (let at = 0; at < made.length; at += row) all.set(made.subarray(at, at + row), 2 * at + row);
  return makeSheet(all, dataset.image, COLUMNS);
}

/** Where the encoder puts validation images. */
export async function embedding({ program, dataset, images }: Pick<Subject, 'program' | 'dataset' | 'images'>): Promise<Sheet> {
  const rows = Int32Array.from(images.subarray(0, EMBEDDED));
  return embeddingSheet(rows, await runRows(program, ENCODE, rows, 1), dataset);
}

/** Two latent dimensions: the first grows to the right, the second upwards. */
async function latentGrid({ program, dataset }: Subject): Promise<Sheet> {
  const side = (2 * GRID_LIMIT) / GRID_STEP + 1;
  const points = new Float32Array(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    points[2 * i] = -GRID_LIMIT + GRID_STEP * (i % side);
    points[2 * i + 1] = GRID_LIMIT - GRID_STEP * Math.floor(i / side);
  }
  return makeSheet(await runRows(program, DECODE, points, 2), dataset.image, side);
}
