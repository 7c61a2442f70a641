import type { Chain, ImageShape, Layer } from '../../../schema/networks/architecture.ts';
import type { TrainingPlan } from '../../../schema/plans/plan.ts';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';

/** Counts changes of anything here, or of what a judge keeps: judges of another version are trained anew. */
export const JUDGE_VERSION = 1;
/** Every judge is trained with it: the same dataset and backend give the same judge. */
export const JUDGE_SEED = 20_180_501;
/** Length of the features: the layer before the classes. */
const FEATURES = 64;
/** Images that a judge sees in training, over all epochs: three times MNIST. */
const SEEN = 180_000;
const MOST_EPOCHS = 30;

/**
 * C(16,3,1) P(2,2) C(32,3,1) P(2,2) FC(64) SM(classes), twice the filters for colour; a pool is left out where the map would get smaller than
 * 2 x 2.
 */
export function judgeNetwork(image: ImageShape, classes: number): Chain {
  const layers: Layer[] = [];
  let side = Math.min(image.height, image.width);
  for (const filters of image.channels === 1 ? [16, 32] : [32, 64]) {
    layers.push({ type: 'convolution', filters, kernel: 3, stride: 1 });
    if (side < 4) continue;
    layers.push({ type: 'pool', size: 2, stride: 2 });
    side = Math.floor(side / 2);
  }
  layers.push({ type: 'fullyConnected', units: FEATURES }, { type: 'softmax', classes });
  return { family: 'chain', input: image, padding: 'same', layers };
}

/** All training images, Adam, as many epochs as show it `SEEN` images, at most 30; the learning rate falls to a tenth for the last third. */
export function judgeTraining(trainCount: number): TrainingPlan {
  const { training } = defaultPlan('CLASSIFICATION');
  const epochs = Math.min(MOST_EPOCHS, Math.max(1, Math.round(SEEN / trainCount)));
  return {
    ...training,
    epochs,
    batchSize: 128,
    optimizer: {
      ...training.optimizer,
      kind: 'ADAM',
      learningRate: 0.001,
      decay: 0.1,
      decayEvery: Math.ceil((2 * epochs) / 3),
      weightDecay: 0,
    },
    trainImages: null,
    validationImages: null,
    timeoutSeconds: 86_400,
    chanceRetries: 0,
  };
}
