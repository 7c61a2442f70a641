'use client';
import { sheetSize } from '../gallery/tiles.ts';
import type { SampleKind, SamplePartsFragment } from '../lib/operations.generated.ts';
import classes from './candidate.module.css';
import { Texts } from './Texts.tsx';

export const KIND_LABELS: Record<SampleKind, string> = {
  GENERATED: 'Generated',
  RECONSTRUCTION: 'Reconstructions',
  LATENT_GRID: 'Latent grid',
  EMBEDDING: 'Embedding',
  MISTAKES: 'Mistakes',
  TEXT: 'Texts',
};

const DESCRIPTIONS: Record<SampleKind, (count: number) => string> = {
  GENERATED: (count) => `${count} images generated from Gaussian latents`,
  RECONSTRUCTION: (count) => `${count / 2} inputs, each above its reconstruction`,
  LATENT_GRID: (count) => `${count} images over a grid of the two latent dimensions`,
  EMBEDDING: (count) => `${count} validation images, which the encoder gives a vector each`,
  MISTAKES: (count) => `${count} validation images that were taken for another class, the most confident mistakes first`,
  TEXT: (count) => `${count} texts that it has written`,
};

/** A sheet of tiles, every pixel a square; or texts, of which there is the first one where room is scarce. `scale`: CSS pixels a pixel of the sheet. */
export function Sheet({
  sample,
  number,
  scale,
  eager = false,
}: {
  sample: SamplePartsFragment;
  number: number;
  scale: number;
  eager?: boolean;
}) {
  if (sample.kind === 'TEXT') return <Texts sample={sample} number={number} first={eager ? undefined : 1} />;
  const { width, height } = sheetSize(sample);
  return (
    // biome-ignore lint/performance/noImgElement: a lossless sheet by opaque id behind the sign-in; the image optimiser would blur and re-encode it
    <img
      className={`${classes.sheet} ${scale < 1 ? classes.shrunk : ''}`}
      src={sample.url}
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      alt={`Candidate ${number}, epoch ${sample.epoch}: ${DESCRIPTIONS[sample.kind](sample.count)}`}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
    />
  );
}

export function sampleOf(samples: readonly SamplePartsFragment[], kind: SampleKind): SamplePartsFragment | null {
  return samples.find((sample) => sample.kind === kind) ?? null;
}
