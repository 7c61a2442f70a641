import type { DatasetLineFragment, ImportLineFragment } from '../lib/operations.generated.ts';
import { formatShare } from '../plots/format.ts';

type Line = Pick<DatasetLineFragment, 'kind' | 'height' | 'width' | 'channels' | 'manySizes'>;

/** 28 × 28 grey; from 32 × 32 colour where there are many sizes. */
export function sizeWords({ kind, height, width, channels, manySizes }: Line): string {
  if (kind === 'TEXT') return 'text';
  return `${manySizes ? 'many sizes, from ' : ''}${height} × ${width}, ${channels === 1 ? 'grey' : 'colour'}`;
}

/** The beginning of a content hash, enough to tell versions apart. */
export const shortHash = (hash: string): string => hash.slice(0, 10);

/** What noise a dataset has; null where it has none. */
export function noiseWords(perturbation: DatasetLineFragment['perturbation']): string | null {
  if (!perturbation) return null;
  const { deviation, saltAndPepper, seed } = perturbation;
  const kinds = [
    deviation > 0 && `Gaussian noise, σ ${deviation}`,
    saltAndPepper > 0 && `salt and pepper on ${formatShare(saltAndPepper)} of the pixels`,
  ].filter(Boolean);
  return `${kinds.join('; ')}; seed ${seed}`;
}

/** 950 B, 12.3 KiB, 1.2 GiB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let scaled = bytes;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1024;
    unit++;
  }
  return `${unit === 0 ? scaled : Number(scaled.toPrecision(3))} ${units[unit]}`;
}

/** 1 broken picture was left out. */
export const skippedWords = (count: number): string =>
  count === 1 ? '1 broken picture was left out' : `${count.toLocaleString('en')} broken pictures were left out`;

/** All pictures, or characters. */
export const totalOf = ({
  trainCount,
  validationCount,
  testCount,
}: Pick<DatasetLineFragment, 'trainCount' | 'validationCount' | 'testCount'>) => trainCount + validationCount + testCount;

/** A name for a file's dataset: without folder and ending. */
export const nameOfFile = (file: string): string =>
  file
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]{1,5}$/, '')
    .slice(0, 80);

/** The interrupted import that a chosen file goes on with: the same name and size, and still waiting for bytes. */
export function importFor(imports: readonly ImportLineFragment[], file: { name: string; size: number }): ImportLineFragment | null {
  return (
    imports.find(({ status, fileName, size }) => status === 'RECEIVING' && fileName === file.name && Number(size) === file.size) ?? null
  );
}

export interface Version extends DatasetLineFragment {
  /** Whether a newer one has the same name. */
  older: boolean;
}

/** By name; of one name the newest version first. */
export function sortVersions(datasets: readonly DatasetLineFragment[]): Version[] {
  const newest = new Map<string, DatasetLineFragment>();
  for (const dataset of datasets) {
    const known = newest.get(keyOf(dataset));
    if (!known || Date.parse(dataset.createdAt) > Date.parse(known.createdAt)) newest.set(keyOf(dataset), dataset);
  }
  return [...datasets]
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || Date.parse(b.createdAt) - Date.parse(a.createdAt))
    .map((dataset) => ({ ...dataset, older: newest.get(keyOf(dataset))!.id !== dataset.id }));
}

const keyOf = ({ builtIn, name }: DatasetLineFragment) => `${builtIn} ${name}`;
