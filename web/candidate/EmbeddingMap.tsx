'use client';
import { Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { fetchBytes } from '../lib/files.ts';
import type { CandidateDetailFragment } from '../lib/operations.generated.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure } from '../plots/Figure.tsx';
import { formatValue } from '../plots/format.ts';
import { Plane } from '../plots/Plane.tsx';
import type { PlanePoint } from '../plots/plane.ts';
import classes from './candidate.module.css';
import { Tile } from './Tile.tsx';
import { largestPerplexity, type Places, principalPlane, startTsne, unpackVectors } from './vectors.ts';

type Sample = CandidateDetailFragment['samples'][number];
type Way = 'latent' | 'pca' | 'tsne';

/** Steps of t-SNE: so many in all, so many a frame. */
const STEPS = 500;
const STEPS_A_FRAME = 5;
const SHORT = 3;

/**
 * Where the encoder puts validation images, in two dimensions: as they are where there are two, else by principal components or t-SNE. Each
 * image is drawn as its class, and shown under the pointer.
 */
export function EmbeddingMap({ sample, classNames }: { sample: Sample; classNames: readonly string[] }) {
  const vectors = useVectors(sample);
  const ways = sample.dimensions === 2 ? (['latent', 'tsne'] as const) : (['pca', 'tsne'] as const);
  const [way, setWay] = useState<Way>(ways[0]);
  const [perplexity, setPerplexity] = useState(30);
  const [learningRate, setLearningRate] = useState(20);
  const most = largestPerplexity(sample.count);
  const plane = useMemo((): Places | null => {
    if (!Array.isArray(vectors)) return null;
    return way === 'latent' ? vectors.map(([x, y]) => [x!, y!]) : principalPlane(vectors);
  }, [vectors, way]);
  const tsne = useTsne(way === 'tsne' && Array.isArray(vectors) ? vectors : null, Math.min(perplexity, most), learningRate);
  const places = way === 'tsne' ? tsne.places : plane;
  const palette = useClassPalette();
  const points = useMemo(
    (): PlanePoint[] =>
      (places ?? []).map(([x, y], i) => {
        const label = sample.tiles?.[i]?.label;
        return label == null ? { x, y, mark: 'dot', color: 0 } : { x, y, mark: 'text', color: label, text: short(classNames, label) };
      }),
    [places, sample.tiles, classNames],
  );
  const axes = useMemo(() => (way === 'latent' ? { x: 'first latent dimension', y: 'second latent dimension' } : undefined), [way]);
  const named = (index: number) => {
    const label = sample.tiles?.[index]?.label;
    return label == null ? 'no class' : (classNames[label] ?? String(label));
  };
  const scale = Math.max(1, Math.round(84 / sample.tileWidth));
  const present = [...new Set((sample.tiles ?? []).flatMap(({ label }) => (label == null ? [] : [label])))].sort((a, b) => a - b);
  if (vectors instanceof Error)
    return (
      <Text size="sm" c="dimmed">
        The vectors cannot be read: {vectors.message}.
      </Text>
    );
  return (
    <Figure
      label="Embedding of validation images"
      summary={`${sample.count} images, ${sample.dimensions} dimensions${way === 'tsne' ? `, step ${tsne.step} of ${STEPS}` : ''}`}
      table={() => ({
        head: ['Image', 'Class', 'x', 'y'],
        rows: (places ?? []).map(([x, y], i) => [i + 1, named(i), formatValue(x), formatValue(y)]),
      })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="How it is laid out"
          value={way}
          onChange={(value) => setWay(value as Way)}
          data={ways.map((value) => ({ value, label: { latent: 'Latents', pca: 'PCA', tsne: 't-SNE' }[value] }))}
        />
      }
      legend={
        classNames.some((name) => name.length > SHORT) &&
        present.map((label) => (
          <span key={label} style={{ color: palette[label % palette.length] }}>
            <strong>{short(classNames, label)}</strong> {classNames[label]}
          </span>
        ))
      }
    >
      {way === 'tsne' && (
        <Group gap="xs" mb={6}>
          <NumberInput
            size="xs"
            w={110}
            label="Perplexity"
            min={2}
            max={most}
            value={Math.min(perplexity, most)}
            onChange={(value) => setPerplexity(Number(value) || 30)}
          />
          <NumberInput
            size="xs"
            w={110}
            label="Learning rate"
            min={1}
            max={1000}
            value={learningRate}
            onChange={(value) => setLearningRate(Number(value) || 20)}
          />
        </Group>
      )}
      <Plane
        points={points}
        palette={palette}
        {...(axes && { axes })}
        height={360}
        hint={(index) => (
          <span className={classes.tileHint}>
            <Tile sample={sample} index={index} scale={scale} label="" />
            {named(index)}
          </span>
        )}
      />
    </Figure>
  );
}

/** The vectors of a sample; null until they have come, an error when they cannot be had. */
function useVectors({ vectorsUrl, count, dimensions }: Sample): number[][] | Error | null {
  const [vectors, setVectors] = useState<number[][] | Error | null>(null);
  useEffect(() => {
    if (!vectorsUrl || dimensions === null) return;
    const control = new AbortController();
    setVectors(null);
    fetchBytes(vectorsUrl, control.signal)
      .then((bytes) => setVectors(unpackVectors(bytes, count, dimensions)))
      .catch((problem: Error) => control.signal.aborted || setVectors(problem));
    return () => control.abort();
  }, [vectorsUrl, count, dimensions]);
  return vectors;
}

/** Lays vectors out step by step, a few each frame; null vectors: nothing. */
function useTsne(vectors: number[][] | null, perplexity: number, learningRate: number): { places: Places | null; step: number } {
  const [state, setState] = useState<{ places: Places | null; step: number }>({ places: null, step: 0 });
  useEffect(() => {
    if (!vectors) return;
    const tsne = startTsne(vectors, perplexity, learningRate);
    let step = 0;
    let frame = 0;
    const advance = () => {
      tsne.step(STEPS_A_FRAME);
      step += STEPS_A_FRAME;
      setState({ places: tsne.places(), step });
      if (step < STEPS) frame = requestAnimationFrame(advance);
    };
    frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [vectors, perplexity, learningRate]);
  return state;
}

/** A class in one or two letters: its name where it is short, else its number. */
function short(classNames: readonly string[], label: number): string {
  const name = classNames[label] ?? String(label);
  return name.length <= SHORT ? name : String(label);
}

/** Ten colours that differ by eye on the surface; classes are told apart by what is written, too. */
function useClassPalette(): readonly string[] {
  const { series, text, failed } = usePlotColors();
  return useMemo(() => [...series, failed, text, '#7a6a00', '#5c6bc0'], [series, failed, text]);
}
