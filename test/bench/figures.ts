/** What one process did in one slice of time. */
export interface Slice {
  images: number;
  seconds: number;
}

/** One line of the training bench. A figure without a yardstick has null for it. */
export interface TrainFigure {
  bench: 'train';
  network: string;
  backend: string;
  threads: number;
  images_per_s: number;
  yardstick: string;
  yardstick_images_per_s: number | null;
  /** Ours to the yardstick's, the median over pairs of slices one after the other. */
  ratio: number | null;
  /** Of the network's convolutions and matrix products; GFLOP/s. */
  gflops: number;
  /** Of one large matrix product in the same process. */
  peak_gflops: number;
}

/** @throws RangeError for an empty list */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median: no values');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Between neighbours in a straight line. @throws RangeError for an empty list */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('quantile: no values');
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - sorted[below]!);
}

export const speed = ({ images, seconds }: Slice): number => images / seconds;

/** Median of ours / theirs, slice by slice: what slows the machine down for a while slows both of a pair. */
export function pairedRatio(ours: readonly Slice[], theirs: readonly Slice[]): number {
  if (ours.length !== theirs.length) throw new RangeError(`pairedRatio: ${ours.length} slices beside ${theirs.length}`);
  return median(ours.map((slice, i) => speed(slice) / speed(theirs[i]!)));
}

/** The figure of one network beside one yardstick; `flops` are those of training on one image. */
export function trainFigure(
  about: Pick<TrainFigure, 'network' | 'backend' | 'threads' | 'yardstick'>,
  ours: readonly Slice[],
  theirs: readonly Slice[] | null,
  flops: number,
  peak: number,
): TrainFigure {
  const imagesPerSecond = median(ours.map(speed));
  return {
    bench: 'train',
    network: about.network,
    backend: about.backend,
    threads: about.threads,
    images_per_s: round(imagesPerSecond, 1),
    yardstick: about.yardstick,
    yardstick_images_per_s: theirs && round(median(theirs.map(speed)), 1),
    ratio: theirs && round(pairedRatio(ours, theirs), 3),
    gflops: round((imagesPerSecond * flops) / 1e9, 2),
    peak_gflops: round(peak, 1),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
