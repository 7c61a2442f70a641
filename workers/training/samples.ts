import { Random } from '../../schema/random.ts';
import type { Program } from '../backends/backend.ts';
import { fillBatch, makeBatch } from '../datasets/batches.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { fillNoise } from './randomness.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import type { SampleKind } from './trial.ts';

/** Images generated from unit-Gaussian latents (thesis 10.2); also the batch of the program's `decode`. */
export const GENERATED = 32;
/** Images that are shown beside their reconstruction; the batch of the program's `reconstruct`. */
export const PAIRS = 16;
const COLUMNS = 8;
/** Figure 10.5: a square [-5, 5] x [-5, 5] in steps of 0.5. */
const GRID_LIMIT = 5;
const GRID_STEP = 0.5;

interface Subject {
  /** Has `decode` (latents [32, J] to images) and `reconstruct` (images [16, ...] to images). */
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
export function makeSamples(subject: Subject): { kind: SampleKind; sheet: Sheet }[] {
  const generated = { kind: 'GENERATED' as const, sheet: generate(subject) };
  if (!subject.last) return [generated];
  const reconstruction = { kind: 'RECONSTRUCTION' as const, sheet: reconstruct(subject) };
  const grid = subject.latent === 2 ? [{ kind: 'LATENT_GRID' as const, sheet: latentGrid(subject) }] : [];
  return [generated, reconstruction, ...grid];
}

function generate({ program, dataset, latent, seed }: Subject): Sheet {
  const latents = fillNoise(new Float32Array(GENERATED * latent), Random.of(seed, 'generated'));
  return makeSheet(program.run('decode', { latents })[0]!, dataset.image, COLUMNS);
}

/** Input above, reconstruction below, row by row. */
function reconstruct({ program, dataset, images }: Subject): Sheet {
  const batch = makeBatch(dataset, PAIRS);
  fillBatch(batch, dataset.validation, images, 0);
  const made = program.run('reconstruct', { images: batch.images })[0]!;
  const row = (COLUMNS * made.length) / PAIRS;
  const all = new Float32Array(2 * made.length);
  for (let at = 0; at < made.length; at += row) {
    all.set(batch.images.subarray(at, at + row), 2 * at);
    all.set(made.subarray(at, at + row), 2 * at + row);
  }
  return makeSheet(all, dataset.image, COLUMNS);
}

/** Two latent dimensions: the first grows to the right, the second upwards. */
function latentGrid({ program, dataset }: Subject): Sheet {
  const side = (2 * GRID_LIMIT) / GRID_STEP + 1;
  const points = new Float32Array(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    points[2 * i] = -GRID_LIMIT + GRID_STEP * (i % side);
    points[2 * i + 1] = GRID_LIMIT - GRID_STEP * Math.floor(i / side);
  }
  const { height, width, channels } = dataset.image;
  const pixels = height * width * channels;
  const images = new Float32Array(side * side * pixels);
  const latents = new Float32Array(2 * GENERATED);
  for (let start = 0; start < side * side; start += GENERATED) {
    const count = Math.min(GENERATED, side * side - start);
    latents.fill(0).set(points.subarray(2 * start, 2 * (start + count)));
    images.set(program.run('decode', { latents })[0]!.subarray(0, count * pixels), start * pixels);
  }
  return makeSheet(images, dataset.image, side);
}
