import type { Dataset, ImageGroup, ImageSet, ManySizes } from './dataset.ts';

/** Larger ones would not fit a worker's memory beside a network. */
const MOST_BYTES = 2 ** 31;
const made = new WeakMap<ManySizes, Dataset>();

/**
 * Pictures of many sizes as images of one: each at the upper left of an image as high as the highest and as wide as the widest of all, the
 * rest 0. With their `sizes` a network can treat each as if it were alone (see models/mask.ts), so that one compiled step serves all sizes and
 * a batch may mix them. The same for the same dataset.
 *
 * @throws Error when a few long pictures would make all of them too large
 */
export function padded(dataset: ManySizes): Dataset {
  const known = made.get(dataset);
  if (known) return known;
  const groups = [...dataset.train, ...dataset.validation];
  const height = Math.max(...groups.map((group) => group.height));
  const width = Math.max(...groups.map((group) => group.width));
  const image = { height, width, channels: dataset.channels };
  const bytes = groups.reduce((sum, { count }) => sum + count, 0) * height * width * dataset.channels;
  if (bytes > MOST_BYTES)
    throw new Error(
      `dataset ${dataset.name}: padded to its largest height and width, ${height} x ${width}, it takes ${bytes} bytes; allowed are ${MOST_BYTES}: leave out its longest pictures`,
    );
  const { name, classes, multiLabel, normalisation, hash } = dataset;
  const [train, validation] = [together(dataset.train, image), together(dataset.validation, image)];
  const whole: Dataset = { name, image, classes, multiLabel, train, validation, normalisation, hash };
  made.set(dataset, whole);
  return whole;
}

/** All groups of a split, one after the other. */
function together(groups: readonly ImageGroup[], { height, width, channels }: Dataset['image']): ImageSet {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const images = new Uint8Array(count * height * width * channels);
  const sizes = new Int32Array(2 * count);
  let at = 0;
  for (const group of groups) {
    const row = group.width * channels;
    for (let i = 0; i < group.count; i++, at++) {
      sizes.set([group.height, group.width], 2 * at);
      for (let y = 0; y < group.height; y++) {
        const from = (i * group.height + y) * row;
        images.set(group.images.subarray(from, from + row), (at * height + y) * width * channels);
      }
    }
  }
  const labels = new Uint8Array(groups.reduce((sum, group) => sum + group.labels.length, 0));
  groups.reduce((start, group) => {
    labels.set(group.labels, start);
    return start + group.labels.length;
  }, 0);
  return { count, images, labels, sizes };
}
