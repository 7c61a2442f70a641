'use client';
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { sheetScale, sheetSize } from '../gallery/tiles.ts';
import type { CandidateDetailFragment, SampleKind } from '../lib/operations.generated.ts';
import classes from './candidate.module.css';
import { EmbeddingMap } from './EmbeddingMap.tsx';
import { Mistakes } from './Mistakes.tsx';
import { KIND_LABELS, Sheet } from './Sheet.tsx';

/** What a kind of sample shows, for people who see it for the first time. */
const DOCS: Record<SampleKind, string> = {
  GENERATED: 'Decoded from unit-Gaussian latents, the same for every candidate of the search.',
  RECONSTRUCTION: 'Validation images, each above what the network makes of it.',
  LATENT_GRID: 'Latents from -5 to 5 in steps of 0.5: the first dimension to the right, the second upwards.',
  EMBEDDING: 'Where the encoder puts validation images: near each other is alike to the network. Each is drawn as its class.',
  MISTAKES: 'Validation images that were taken for another class: the class, what it was taken for, and how sure the network was.',
  TEXT: 'Written word by word, each drawn as probable as the network finds it; the random numbers are the same for every candidate of the search.',
};

/** Those that take the whole width. */
const WIDE: readonly SampleKind[] = ['EMBEDDING', 'MISTAKES', 'TEXT'];

/** In the order in which they are shown. */
const KINDS = Object.keys(DOCS) as SampleKind[];

type Sample = CandidateDetailFragment['samples'][number];

/** Newest samples of every kind, as large as there is room. */
export function Samples({
  samples,
  number,
  classNames,
  target = 448,
}: {
  samples: readonly Sample[];
  number: number;
  /** Of the dataset. */
  classNames: readonly string[];
  target?: number;
}) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  if (samples.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No samples yet: they are made after an epoch.
      </Text>
    );
  }
  const room = Math.min(target, width || target);
  const ordered = [...samples].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return (
    <div className={classes.samples} ref={ref}>
      {ordered.map((sample) => (
        <figure key={sample.kind} className={WIDE.includes(sample.kind) ? classes.wide : undefined}>
          <figcaption>
            <strong>{KIND_LABELS[sample.kind]}</strong> after epoch {sample.epoch}
            <span className={classes.doc}>{DOCS[sample.kind]}</span>
          </figcaption>
          {sample.kind === 'EMBEDDING' ? (
            <EmbeddingMap sample={sample} classNames={classNames} />
          ) : sample.kind === 'MISTAKES' ? (
            <Mistakes sample={sample} classNames={classNames} />
          ) : (
            <Sheet sample={sample} number={number} scale={sheetScale(sheetSize(sample).width, room)} eager />
          )}
        </figure>
      ))}
    </div>
  );
}
