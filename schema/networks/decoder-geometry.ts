import type { Convolution, ImageShape } from './architecture.ts';

/**
 * How a decoder gets from the latent vector to the image. The thesis leaves it open; its tables 9.1 and 10.x can be built this way:
 * transposed convolutions are "valid", so each maps a side n to (n - 1) stride + kernel; the latent vector is mapped to the smallest
 * square feature map from which the chain reaches at least the image; the result is cropped at its centre.
 */
export interface DecoderGeometry {
  /** Side of the square feature map that the latent vector is mapped to; pixels. */
  start: number;
  /** Channels of that map: the input filters of the first transposed convolution. */
  startFilters: number;
  /** Side after each transposed convolution; pixels. */
  sizes: number[];
  /** Channels after each transposed convolution: the next one's input filters, and the image's channels at the end. */
  filters: number[];
  /** First row and column of the output that belong to the image. */
  crop: { top: number; left: number };
}

/** Side after one valid transposed convolution. */
export function transposedSize(size: number, layer: Pick<Convolution, 'kernel' | 'stride'>): number {
  return (size - 1) * layer.stride + layer.kernel;
}

/**
 * Example: `C(128,8,2), C(256,2,2), C(512,4,2)` for 28 x 28: from 1 to 8, 16, 34, cropped from (3, 3).
 * @throws RangeError when the decoder is empty.
 */
export function decoderGeometry(decoder: readonly Convolution[], image: ImageShape): DecoderGeometry {
  const first = decoder[0];
  if (!first) throw new RangeError('decoder: no layers; allowed: at least one transposed convolution');
  const side = Math.max(image.height, image.width);
  // The whole chain is affine in the start: size(s) = slope s + offset.
  const slope = decoder.reduce((product, layer) => product * layer.stride, 1);
  const offset = decoder.reduce(transposedSize, 0);
  const start = Math.max(1, Math.ceil((side - offset) / slope));
  const sizes: number[] = [];
  for (const layer of decoder) sizes.push(transposedSize(sizes.at(-1) ?? start, layer));
  const end = sizes.at(-1)!;
  return {
    start,
    startFilters: first.filters,
    sizes,
    filters: [...decoder.slice(1).map((layer) => layer.filters), image.channels],
    crop: { top: Math.floor((end - image.height) / 2), left: Math.floor((end - image.width) / 2) },
  };
}
