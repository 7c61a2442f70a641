import { dataShape } from '../../schema/datasets.ts';
import type { DataShape } from '../../schema/spaces/limits.ts';
import type { Dataset } from '../database/entities.ts';

export const hasManySizes = ({ description }: Pick<Dataset, 'description'>): boolean => (description?.sizes.length ?? 1) > 1;

/** What spaces and plans need to know of a dataset. */
export function shapeOf(dataset: Pick<Dataset, 'height' | 'width' | 'channels' | 'classes' | 'description' | 'kind'>): DataShape {
  const { height, width, channels, classes, kind, description } = dataset;
  const vocabulary = kind === 'TEXT' ? (description?.vocabulary ?? 1) : null;
  const sizes = description?.sizes ?? [];
  const frame = {
    height: Math.max(height, ...sizes.map((size) => size.height)),
    width: Math.max(width, ...sizes.map((size) => size.width)),
    channels,
  };
  return dataShape({ image: { height, width, channels }, classes, manySizes: hasManySizes(dataset), frame, vocabulary });
}
