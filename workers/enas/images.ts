import type * as tfjs from '@tensorflow/tfjs-core';
import type { Architecture, Chain } from '../../schema/networks/architecture.ts';
import type { TrainingPlan } from '../../schema/plans/plan.ts';
import { Random } from '../../schema/random.ts';
import type { Backend, Inputs } from '../backends/backend.ts';
import { epochOrder, takeBatches } from '../datasets/batches.ts';
import type { Dataset, ImageSet } from '../datasets/dataset.ts';
import { split } from '../datasets/split.ts';
import { buildClassifier, type Classifier } from '../models/classifier.ts';
import { buildSharedGraph } from '../models/graph.ts';
import { NotBuildable } from '../models/network.ts';
import { BATCH_WEIGHTS } from '../models/normalise.ts';
import { NonFinite } from '../training/failures.ts';
import { crossEntropy, weightPenalty } from '../training/losses.ts';
import { SharedWeights } from './shared-weights.ts';
import type { Draw, Seen, Supernet } from './supernet.ts';

/** Of one batch: the weights are 1 / count for an image and 0 for padding. */
interface Batch {
  rows: Int32Array;
  weights: Float32Array;
}

/**
 * All classifiers of a space, on images of one size with one class each. Batches are normalised by their own mean and variance, in evaluation too: moving
 * averages would mix those of all networks (as in the program of Pham et al.).
 * @throws NotBuildable for data that has no single class an image
 */
export function imageSupernet(backend: Backend, dataset: Dataset, training: TrainingPlan, seed: number): Supernet {
  if (dataset.classes === 0 || dataset.multiLabel || dataset.train.sizes)
    throw new NotBuildable(`dataset ${dataset.name}: shared weights need images of one size with one class each`);
  const { tf } = backend;
  const images = split(dataset, { train: training.trainImages, validation: training.validationImages }, seed);
  const size = Math.min(training.batchSize, images.train.length);
  const shared = new SharedWeights(tf, seed, training.optimizer);
  let epoch = 0;
  let order = images.train;

  const build = (architecture: Architecture): Classifier => {
    const network = classifierOf(architecture);
    shared.begin();
    return network;
  };
  const classifierOf = (architecture: Architecture): Classifier => {
    switch (architecture.family) {
      case 'chain':
        return buildClassifier(tf, { ...architecture, input: dataset.image }, training.batchNormalisation, shared.parameters());
      case 'dag':
      case 'macro':
      case 'cell':
        return buildSharedGraph(tf, { ...architecture, input: dataset.image }, training.batchNormalisation, shared.parameters());
      default:
        throw new NotBuildable(`a ${architecture.family} network cannot be trained on classes with shared weights`);
    }
  };

  /** Mean loss and accuracy of a batch, both scalars. */
  const forward = (network: Classifier, set: ImageSet, { rows, weights }: Batch, drawn: Inputs) => {
    const x = tf.tensor4d(pixels(set, rows), [rows.length, dataset.image.height, dataset.image.width, dataset.image.channels]);
    const labels = Int32Array.from(rows, (row) => set.labels[row]!);
    const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), dataset.classes, 1, 0, 'float32') as tfjs.Tensor2D;
    const share = tf.tensor1d(weights);
    const logits = network.logits(x, { drawn: { ...drawn, [BATCH_WEIGHTS]: share }, assign: () => {} });
    const right = tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(targets, 1)), 'float32');
    return {
      loss: tf.sum(tf.mul(crossEntropy(tf, logits, targets), share)) as tfjs.Scalar,
      accuracy: tf.sum(tf.mul(right, share)) as tfjs.Scalar,
    };
  };

  return {
    trainBatches: Math.ceil(images.train.length / size),
    validationBatches: Math.ceil(images.validation.length / size),
    begin(next) {
      epoch = next;
      order = epochOrder(images.train, seed, epoch);
    },
    async train({ architecture, batch }, learningRate) {
      const network = build(architecture);
      const own = new Set(network.parameters);
      const trained = [...own].filter(({ moving }) => !moving);
      const drawn = () => {
        const random = Random.of(seed, 'enas', 'dropout', epoch, batch);
        return Object.fromEntries(
          network.dropouts.map(({ input, shape }) => [input, tf.randomUniform([size, ...shape], 0, 1, 'float32', random.uint32())]),
        );
      };
      let seen: tfjs.Scalar[] = [];
      const kernels = trained.filter(({ kernel }) => kernel).map(({ variable }) => variable);
      const gradients = tf.tidy(() => {
        const { grads } = tf.variableGrads(
          () => {
            const { loss, accuracy } = forward(network, dataset.train, takeBatches(order, batch * size, size, 1), drawn());
            seen = [tf.keep(loss), tf.keep(accuracy)];
            const penalty = weightPenalty(tf, kernels, training.optimizer.weightDecay);
            return penalty ? tf.add(loss, penalty) : loss;
          },
          trained.map(({ variable }) => variable),
        );
        return grads;
      });
      try {
        const [loss, reward] = await numbers(seen);
        if (!Number.isFinite(loss)) throw new NonFinite(loss!, { epoch, step: batch + 1, learningRate });
        shared.descend(gradients, { learningRate, clipNorm: training.optimizer.clipNorm });
        return { loss: loss!, reward: reward! };
      } finally {
        tf.dispose([...seen, ...Object.values(gradients)]);
      }
    },
    async evaluate({ architecture, batch }: Draw): Promise<Seen> {
      const network = build(withoutDropout(architecture));
      const zeros = () => Object.fromEntries(network.dropouts.map(({ input, shape }) => [input, tf.zeros([size, ...shape])]));
      const seen = tf.tidy(() => {
        const taken = takeBatches(images.validation, batch * size, size, 1);
        const { loss, accuracy } = forward(network, dataset.validation, taken, zeros());
        return [loss, accuracy];
      });
      const [loss, reward] = await numbers(seen);
      tf.dispose(seen);
      return { loss: loss!, reward: reward! };
    },
    save: () => shared.save(),
    restore: async (bytes) => shared.restore(bytes),
    dispose: () => shared.dispose(),
  };
}

const numbers = (scalars: readonly tfjs.Scalar[]) => Promise.all(scalars.map(async (scalar) => (await scalar.data())[0]));

/** Bytes as numbers from 0 to 1, row after row. */
function pixels({ images, count }: ImageSet, rows: Int32Array): Float32Array {
  const width = images.length / count;
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    for (let k = 0; k < width; k++) values[i * width + k] = images[row * width + k]! / 255;
  });
  return values;
}

/** The same network with dropouts of rate 0: their places give the layers behind them their names. */
function withoutDropout(architecture: Architecture): Architecture {
  if (architecture.family !== 'chain') return architecture;
  const layers = architecture.layers.map((layer) => (layer.type === 'dropout' ? { ...layer, index: 0 } : layer));
  return { ...architecture, layers } satisfies Chain;
}
