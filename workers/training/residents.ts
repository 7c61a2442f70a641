import type { Backend, Resident } from '../backends/backend.ts';
import type { ImageSet } from '../datasets/dataset.ts';

/** One part of a dataset where programs read it. */
export interface ResidentSet {
  /** Seen as float32 [rows, height, width, channels] in [0, 1]. */
  images: Resident;
  /** Seen as int32 [rows], or [rows, classes] of a multi-label dataset; missing without classes. */
  labels?: Resident;
  /** Of padded images: seen as int32 [rows, 2], height and width of the picture. */
  sizes?: Resident;
}

/** Bytes of the sets that stay resident; those of one trial, training and validation images, stay whatever their size. */
const KEPT_BYTES = 512 * 2 ** 20;
const SETS_OF_A_TRIAL = 2;
const residents = new WeakMap<Backend, Map<ImageSet, ResidentSet>>();

/** Keeps a set on the backend; the least recently used ones make room. No program that reads an older one may be in use. */
export function residentSet(backend: Backend, set: ImageSet, image: { height: number; width: number; channels: number }): ResidentSet {
  const kept = residents.get(backend) ?? new Map<ImageSet, ResidentSet>();
  residents.set(backend, kept);
  const found = kept.get(set) ?? keep(backend, set, [image.height, image.width, image.channels]);
  kept.delete(set); // the most recent last
  kept.set(set, found);
  let bytes = [...kept.keys()].reduce((sum, each) => sum + bytesOf(each), 0);
  for (const [oldest, { images, labels, sizes }] of kept) {
    if (kept.size <= SETS_OF_A_TRIAL || bytes <= KEPT_BYTES) break;
    kept.delete(oldest);
    bytes -= bytesOf(oldest);
    images.dispose();
    labels?.dispose();
    sizes?.dispose();
  }
  return found;
}

const bytesOf = ({ images, labels, sizes }: ImageSet) => images.byteLength + labels.byteLength + (sizes?.byteLength ?? 0);

function keep(backend: Backend, { count, images, labels, sizes }: ImageSet, shape: number[]): ResidentSet {
  const width = labels.length / count;
  return {
    images: backend.keep({ values: images, shape, as: 'UNIT' }),
    ...(width > 0 && { labels: backend.keep({ values: labels, shape: width === 1 ? [] : [width], as: 'SAME' }) }),
    ...(sizes && { sizes: backend.keep({ values: sizes, shape: [2], as: 'SAME' }) }),
  };
}
