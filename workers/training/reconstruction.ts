import type * as tfjs from '@tensorflow/tfjs-core';
import { BCE, LOSS, MSE } from '../../schema/plans/metrics.ts';
import type { FunctionSpec, Inputs } from '../backends/backend.ts';
import { buildAutoencoder } from '../models/autoencoder.ts';
import { NotBuildable } from '../models/network.ts';
import type { Pass } from '../models/normalise.ts';
import { runRows } from './batched.ts';
import { meansOf } from './evaluate.ts';
import { judgeImages } from './judge/judged.ts';
import { binaryCrossEntropy, squaredError, weightPenalty } from './losses.ts';
import { residentSet } from './residents.ts';
import { ENCODE, embedding, RECONSTRUCT, reconstructions } from './samples.ts';
import { optimizerSpec } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { type Task, WEIGHTS } from './train.ts';
import type { TrialTools, TrialWork } from './trial.ts';

/**
 * Symmetric convolutional autoencoder (thesis 5.2), trained end to end or with a random encoder that is never trained. Minimises binary
 * cross entropy, which is the thesis's, or the mean squared error; both are reported. The thesis does not state the last activation: it is
 * a sigmoid, since both losses compare with pixels in [0, 1].
 */
export function reconstruction({ architecture, dataset, training, seed }: TrialWork, { backend, judge }: TrialTools): Task {
  if (architecture.family !== 'autoencoder') throw new NotBuildable(`a ${architecture.family} network cannot be trained to reconstruct`);
  const { kind } = training.loss;
  if (kind !== 'BINARY_CROSS_ENTROPY' && kind !== 'MEAN_SQUARED_ERROR')
    throw new NotBuildable(`${kind} is no loss of reconstruction; allowed are BINARY_CROSS_ENTROPY and MEAN_SQUARED_ERROR`);
  const { tf } = backend;
  const size = training.batchSize;
  const network = buildAutoencoder(tf, architecture, training.batchNormalisation);
  const { parameters, trained, frozen } = divide(network.parameters, training.scope);
  const train = residentSet(backend, dataset.train, dataset.image).images;
  const validation = residentSet(backend, dataset.validation, dataset.image).images;

  /** Loss, BCE and squared error of each image; all [B]. */
  const terms = (inputs: Inputs, pass?: Pass): tfjs.Tensor1D[] => {
    const images = inputs.images as tfjs.Tensor4D;
    const logits = network.decode(network.encode(images, pass), pass);
    const bce = binaryCrossEntropy(tf, images, logits);
    const mse = squaredError(tf, images, tf.sigmoid(logits));
    return [kind === 'MEAN_SQUARED_ERROR' ? mse : bce, bce, mse];
  };
  const evaluate: FunctionSpec = { inputs: { images: { of: validation, rows: size } }, outputs: (inputs) => terms(inputs) };
  return {
    parameters,
    size,
    spec: {
      variables: variablesOf(trained),
      frozen: variablesOf(frozen),
      step: {
        inputs: { images: { of: train, rows: size }, [WEIGHTS]: { shape: [size], dtype: 'float32' } },
        optimizer: optimizerSpec(training.optimizer),
        loss: (inputs, assign) => {
          const [loss, bce, mse] = terms(inputs, { inputs, assign }).map(
            (perImage) => tf.sum(tf.mul(perImage, inputs[WEIGHTS]!)) as tfjs.Scalar,
          );
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          return [penalty ? tf.add(loss!, penalty) : loss!, loss!, bce!, mse!];
        },
      },
      functions: {
        evaluate,
        encode: {
          inputs: { images: { of: validation, rows: ENCODE.batch } },
          outputs: (inputs) => [network.encode(inputs.images as tfjs.Tensor4D)],
        },
        reconstruct: {
          inputs: { images: { of: validation, rows: RECONSTRUCT.batch } },
          outputs: (inputs) => [tf.sigmoid(network.decode(network.encode(inputs.images as tfjs.Tensor4D)))],
        },
      },
    },
    scalars: [LOSS, BCE, MSE],
    evaluate: (program, images, epoch, clock) =>
      meansOf(program, { name: 'evaluate', ...evaluate }, [LOSS, BCE, MSE], images, { seed, epoch }, clock),
    judged: (program, images, clock) =>
      judgeImages(
        { judge, dataset, images, seed, errorDeviation: training.loss.errorDeviation },
        { reconstruct: (rows) => runRows(program, RECONSTRUCT, rows, 1, () => clock.breathe()) },
      ),
    samples: async (program, split, last) => {
      const subject = { program, dataset, images: split.validation };
      const pairs = { kind: 'RECONSTRUCTION' as const, sheet: await reconstructions(subject) };
      return last ? [pairs, { kind: 'EMBEDDING' as const, sheet: await embedding(subject) }] : [pairs];
    },
  };
}
