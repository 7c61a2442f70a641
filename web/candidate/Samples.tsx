'use client';
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { sheetScale, sheetSize } from '../gallery/tiles.ts';
import type { SamplePartsFragment } from '../lib/operations.generated.ts';
import classes from './candidate.module.css';
import { KIND_LABELS, Sheet } from './Sheet.tsx';

/** Newest samples of every kind, as large as there is room. */
export function Samples({ samples, number, target = 448 }: { samples: readonly SamplePartsFragment[]; number: number; target?: number }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  if (samples.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No samples: they are made after an epoch, and only by networks that generate.
      </Text>
    );
  }
  const room = Math.min(target, width || target);
  return (
    <div className={classes.samples} ref={ref}>
      {samples.map((sample) => (
        <figure key={sample.kind}>
          <figcaption>
            <strong>{KIND_LABELS[sample.kind]}</strong> after epoch {sample.epoch}
          </figcaption>
          <Sheet sample={sample} number={number} scale={sheetScale(sheetSize(sample).width, room)} eager />
        </figure>
      ))}
    </div>
  );
}
