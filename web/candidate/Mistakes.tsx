'use client';
import type { CandidateDetailFragment } from '../lib/operations.generated.ts';
import { formatShare } from '../plots/format.ts';
import classes from './candidate.module.css';
import { Tile } from './Tile.tsx';

type Sample = CandidateDetailFragment['samples'][number];

/** What a classifier got wrong, the most confident first: the image, its class, the one it was taken for, and how sure the network was. */
export function Mistakes({ sample, classNames }: { sample: Sample; classNames: readonly string[] }) {
  const name = (label: number | null | undefined) => (label == null ? '?' : (classNames[label] ?? String(label)));
  const scale = Math.max(1, Math.round(56 / sample.tileWidth));
  return (
    <ol className={classes.mistakes} aria-label="Most confident mistakes">
      {(sample.tiles ?? []).map(({ label, predicted, probability }, index) => {
        const [right, wrong] = [name(label), name(predicted)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place in the sheet
          <li key={index}>
            <Tile sample={sample} index={index} scale={scale} label={`an image of class ${right}`} />
            <span>
              {right} <span aria-hidden="true">→</span>
              <span className={classes.srOnly}> taken for </span> <strong>{wrong}</strong>
            </span>
            <span className={classes.dim}>{formatShare(probability ?? 0)}</span>
          </li>
        );
      })}
    </ol>
  );
}
