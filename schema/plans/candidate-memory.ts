import type { Architecture, Chain, ImageShape } from '../networks/architecture.ts';
import { type OptimizerKind, type TrainingMemory, trainingMemory } from '../networks/memory.ts';
import { networkShape } from '../networks/shapes.ts';
import type { DataShape } from '../spaces/limits.ts';
import type { TrainingPlan } from './plan.ts';

/** Bytes that training a candidate takes beside its process, on pictures as large as those that it is trained on. */
export function candidateMemory(
  architecture: Architecture,
  { frame }: Pick<DataShape, 'frame'>,
  { optimizer, language }: Pick<TrainingPlan, 'optimizer' | 'language'>,
): TrainingMemory {
  if (frame && architecture.family === 'chain') return paddedMemory(architecture, frame, optimizer.kind);
  return trainingMemory(architecture, optimizer.kind, language?.sequenceLength);
}

/** Arrays as large as a convolution's output that its mask adds, and as large as a part's product that each row and each part of a masked pyramid takes. */
const MASK_ARRAYS = 3;
const PYRAMID_ARRAYS = 3.2;

/**
 * A chain whose pictures lie in a frame, masked (workers/models/mask.ts): every layer works on the whole frame. Beside what the layers take there, each
 * convolution's map is multiplied by the mask, a pyramid multiplies the map by the mask of each row of parts, and the row by the mask of each part;
 * products and their gradients are there at once.
 *
 * Both factors were fitted to the peaks of six networks of 1 to 6 convolutions and pyramids of 1 to 4 levels, in frames of 64 to 128 pixels, as
 * test/workers/memory/padded-peak.ts measures them (TensorFlow, one thread); estimate over measurement is 0.9 to 1.2 for these, and
 * 1.03 to 1.11 for three others that the fit has not seen.
 */
function paddedMemory(chain: Chain, frame: ImageShape, optimizer: OptimizerKind): TrainingMemory {
  const whole = { ...chain, input: { ...frame, channels: chain.input.channels } };
  const { fixed, perImage } = trainingMemory(whole, optimizer);
  let map = whole.input;
  let masked = 0;
  for (const [i, { output }] of networkShape(whole).layers.entries()) {
    const layer = chain.layers[i]!;
    if (layer.type === 'convolution') masked += MASK_ARRAYS * output.height * output.width * output.channels;
    if (layer.type === 'spatialPyramidPool')
      for (let rows = 1; rows < 2 ** layer.levels; rows *= 2)
        masked += PYRAMID_ARRAYS * rows * (map.height + rows) * map.width * map.channels;
    map = output;
  }
  return { fixed, perImage: Math.round(perImage + 4 * masked) };
}
