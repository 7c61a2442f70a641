import type { ClassCount, Normalisation, SizeCount, SplitName } from '../../schema/datasets/describe.ts';
import type { PackedImages } from '../../schema/datasets/packed.ts';
import type { TextUnit } from '../../schema/datasets/words.ts';

/** What is told of a version without reading its arrays; kept in the database. */
export interface Description {
  kind: 'IMAGES' | 'TEXT';
  /** Of every picture, or the smallest side of all where sizes differ; 1 for text. */
  height: number;
  width: number;
  channels: number;
  classes: string[];
  multiLabel: boolean;
  /** Pictures, or tokens of text. */
  counts: Record<SplitName, number>;
  classCounts: ClassCount[];
  sizes: SizeCount[];
  normalisation: Normalisation | null;
  /** Tokens of a text's vocabulary. */
  vocabulary: number | null;
  /** What a text's tokens are; missing in descriptions of an earlier version, whose texts are of characters. */
  unit?: TextUnit;
}

export function describeImages(header: PackedImages, labelsOf: (split: SplitName) => number[][]): Description {
  const { channels, classes, multiLabel, normalisation, groups } = header;
  const sizes = new Map<string, SizeCount>();
  for (const { height, width, count } of groups) {
    const known = sizes.get(`${height} x ${width}`);
    if (known) known.count += count;
    else sizes.set(`${height} x ${width}`, { height, width, count });
  }
  const only = sizes.size === 1 ? groups[0]! : null;
  const smallest = Math.min(...groups.flatMap(({ height, width }) => [height, width]));
  const countOf = (split: SplitName) => groups.filter((each) => each.split === split).reduce((sum, { count }) => sum + count, 0);
  const classCounts = classes.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  for (const [split, key] of [
    ['TRAIN', 'train'],
    ['VALIDATION', 'validation'],
    ['TEST', 'test'],
  ] as const)
    for (const labels of labelsOf(split)) for (const label of labels) classCounts[label]![key]++;
  return {
    kind: 'IMAGES',
    height: only?.height ?? smallest,
    width: only?.width ?? smallest,
    channels,
    classes,
    multiLabel,
    counts: { TRAIN: countOf('TRAIN'), VALIDATION: countOf('VALIDATION'), TEST: countOf('TEST') },
    classCounts,
    sizes: [...sizes.values()].sort((a, b) => b.count - a.count || a.height - b.height || a.width - b.width),
    normalisation,
    vocabulary: null,
  };
}
