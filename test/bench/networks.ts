import type { Architecture, ImageShape } from '../../schema/networks/architecture.ts';
import { parseNotation } from '../../schema/networks/notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';

/** The networks that the training bench knows, by the names under which it prints them. */
export interface BenchNetwork {
  notation: string;
  batch: number;
}

export const NETWORKS = {
  'small-cnn': { notation: 'C(16,5,1), P(2,2), C(32,3,1), P(2,2), FC(64), SM(10)', batch: 128 },
  'thesis-cnn': { notation: 'C(64,3,1), P(2,2), C(128,3,1), P(2,2), C(256,3,1), FC(256), SM(10)', batch: 128 },
  /** Chapter 9 of the thesis. */
  'vae-ch9': {
    notation: 'C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)',
    batch: 128,
  },
  /** Section 5.2 of the thesis. */
  'cae-ch5': { notation: 'C(64,5,1), C(64,5,1), C(64,5,1) | C(64,5,1), C(64,5,1), C(64,5,1)', batch: 128 },
  /** So small that it shows what a step costs beside its arithmetic. */
  overhead: { notation: 'C(8,3,1), P(2,2), SM(10)', batch: 32 },
} as const satisfies Record<string, BenchNetwork>;

export type NetworkName = keyof typeof NETWORKS;

export const NETWORK_NAMES = Object.keys(NETWORKS) as NetworkName[];

/** Of MNIST, on which all of them train. */
const IMAGE: ImageShape = { height: 28, width: 28, channels: 1 };

/** @throws NotationError when a family of networks is not known */
export function architectureOf(name: NetworkName): Architecture {
  return parseNotation(NETWORKS[name].notation, { input: IMAGE, padding: 'same' });
}

/**
 * FLOPs of training on one image: forward, gradient to the kernels and gradient to the inputs cost the same for every layer, and nobody
 * needs the gradient to the images, which the first layer would give.
 */
export function trainingFlops(architecture: Architecture): number {
  const { flops, layers } = networkShape(architecture);
  return 3 * flops - layers[0]!.flops;
}
