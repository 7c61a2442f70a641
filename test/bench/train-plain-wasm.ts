import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as tfjs from '@tensorflow/tfjs';
import { loadDataset } from '../../workers/datasets/load.ts';
import { answer } from './answer.ts';

/**
 * The yardstick "plain wasm": small-cnn on tfjs's own layers, optimiser and wasm kernels. The one kernel that wasm lacks for training,
 * the gradient to a convolution's filter, is a convolution of the transposed images with the transposed gradient.
 */
const BATCH = 128;
const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs') as typeof tfjs;
const wasm = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void; version_wasm: string };
wasm.setWasmPaths(`${join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out')}/`);
await tf.setBackend('wasm');
await tf.ready();
tf.registerKernel({
  kernelName: tf.Conv2DBackpropFilter,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { filterShape } = attrs as unknown as tfjs.Conv2DBackpropFilterAttrs;
    const x = tf.engine().makeTensorFromTensorInfo(inputs.x!) as tfjs.Tensor4D;
    const dy = tf.engine().makeTensorFromTensorInfo(inputs.dy!) as tfjs.Tensor4D;
    const before = (side: number) => Math.floor((side - 1) / 2);
    const [height, width] = filterShape;
    const pad: [[number, number], [number, number], [number, number], [number, number]] = [
      [0, 0],
      [before(height), height - 1 - before(height)],
      [before(width), width - 1 - before(width)],
      [0, 0],
    ];
    return tf.tidy(() => {
      const filter: tfjs.Tensor4D = tf.transpose(dy, [1, 2, 0, 3]);
      return tf.transpose(tf.conv2d(tf.transpose(x, [3, 1, 2, 0]) as tfjs.Tensor4D, filter, 1, pad), [1, 2, 0, 3]);
    });
  },
});

const { layers } = tf;
const model = tf.sequential({
  layers: [
    layers.conv2d({ inputShape: [28, 28, 1], filters: 16, kernelSize: 5, padding: 'same', activation: 'relu' }),
    layers.maxPooling2d({ poolSize: 2, strides: 2 }),
    layers.conv2d({ filters: 32, kernelSize: 3, padding: 'same', activation: 'relu' }),
    layers.maxPooling2d({ poolSize: 2, strides: 2 }),
    layers.flatten(),
    layers.dense({ units: 64, activation: 'relu' }),
    layers.dense({ units: 10 }),
  ],
});
const optimizer = tf.train.adam(0.001);
const { images, labels } = loadDataset('MNIST').train;
const BATCHES = 64;
const x = tf.tidy(
  () => tf.div(tf.tensor4d(images.slice(0, BATCHES * BATCH * 784), [BATCHES * BATCH, 28, 28, 1], 'int32'), 255) as tfjs.Tensor4D,
);
const y = tf.oneHot(tf.tensor1d(labels.slice(0, BATCHES * BATCH), 'int32'), 10) as tfjs.Tensor2D;
let batch = 0;
const step = () => {
  const from = (batch++ % BATCHES) * BATCH;
  const loss = optimizer.minimize(() => {
    const logits = model.apply(tf.slice(x, [from, 0, 0, 0], [BATCH, 28, 28, 1]), { training: true }) as tfjs.Tensor2D;
    return tf.losses.softmaxCrossEntropy(tf.slice(y, [from, 0], [BATCH, 10]), logits) as tfjs.Scalar;
  }, true)!;
  loss.dataSync();
  loss.dispose();
};
for (let warm = 0; warm < 3; warm++) step();
await answer({
  ready: `tfjs wasm ${wasm.version_wasm}`,
  async measure(seconds) {
    const begin = performance.now();
    let steps = 0;
    while (performance.now() - begin < 1000 * seconds) {
      step();
      steps++;
    }
    return { images: steps * BATCH, seconds: (performance.now() - begin) / 1000 };
  },
  peak: async () => {
    throw new Error('the peak is measured on our side');
  },
});
