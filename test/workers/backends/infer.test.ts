import type * as tfjs from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { Backend } from '../../../workers/backends/backend.ts';
import type { NativeBackend } from '../../../workers/backends/tensorflow/binding.ts';
import { INFERRED, inferShape } from '../../../workers/backends/tensorflow/infer.ts';
import { withTensorflow } from './skipped.ts';

/** Runs `body` and compares the shape of every output that has a rule with the one that TensorFlow gives. Returns the operations met. */
function compared({ tf }: Backend, body: () => void): Set<string> {
  const native = tf.backend() as NativeBackend;
  const execute = native.executeSingleOutput;
  const met = new Set<string>();
  native.executeSingleOutput = (operation, attributes, inputs) => {
    const output = execute.call(native, operation, attributes, inputs);
    const shaped = inputs.map((input) =>
      'valueArray' in input ? { shape: [] } : { shape: input.shape, ...(input.dtype === 'int32' && { values: input.dataSync<'int32'>() }) },
    );
    const shape = inferShape(operation, attributes, shaped);
    if (shape) {
      met.add(operation);
      expect({ operation, shape, dtype: 'float32' }).toEqual({ operation, shape: output.shape, dtype: output.dtype });
    }
    return output;
  };
  try {
    tf.tidy(body);
  } finally {
    native.executeSingleOutput = execute;
  }
  return met;
}

await withTensorflow('shapes without computing', (backend) => {
  const { tf } = backend;
  type Four = tfjs.Tensor4D;
  const gradients = (loss: (...tensors: tfjs.Tensor[]) => tfjs.Tensor, ...tensors: tfjs.Tensor[]) =>
    tf.grads((...given: tfjs.Tensor[]) => tf.sum(loss(...given)))(tensors);

  it('are those that TensorFlow computes, for every operation with a rule', () => {
    const met = new Set<string>();
    const add = (body: () => void) => {
      for (const operation of compared(backend, body)) met.add(operation);
    };
    for (const padding of ['same', 'valid'] as const)
      for (const strides of [1, 2, 3])
        for (const [batch, height, width] of [
          [1, 11, 9],
          [5, 8, 13],
        ] as const)
          add(() => {
            const images = tf.ones([batch, height, width, 3]);
            const convolve = (x: tfjs.Tensor, w: tfjs.Tensor, b: tfjs.Tensor) =>
              tf.relu(tf.add(tf.conv2d(x as Four, w as Four, strides, padding), b));
            gradients(convolve, images, tf.ones([4, 3, 3, 5]), tf.ones([5]));
            const depthwise = (x: tfjs.Tensor, w: tfjs.Tensor) => tf.depthwiseConv2d(x as Four, w as Four, strides, padding);
            gradients(depthwise, images, tf.ones([3, 3, 3, 2])); // TensorFlow's depthwise kernels are square in their strides
            gradients((x) => tf.maxPool(x as Four, [2, 3], strides, padding), images);
            gradients((x) => tf.avgPool(x as Four, 3, strides, padding), images);
          });
    add(() => {
      tf.conv2d(tf.ones([2, 12, 15, 3]) as Four, tf.ones([3, 2, 3, 4]) as Four, 1, 'valid', 'NHWC', [2, 3]);
      tf.conv2d(tf.ones([2, 12, 15, 3]) as Four, tf.ones([3, 2, 3, 4]) as Four, 1, 'same', 'NHWC', 2);
      for (const [a, b, transposeA, transposeB] of [
        [[3, 4], [4, 5], false, false],
        [[4, 3], [4, 5], true, false],
        [[3, 4], [5, 4], false, true],
        [[4, 3], [5, 4], true, true],
      ] as const)
        tf.matMul(tf.ones([...a]), tf.ones([...b]), transposeA, transposeB);
      const numbers = tf.ones([2, 3, 4]);
      for (const map of [tf.relu, tf.elu, tf.sigmoid, tf.tanh, tf.softplus, tf.exp, tf.log1p, tf.square]) map(numbers);
    });
    expect([...met].sort()).toEqual([...INFERRED].sort());
  });

  it('are not claimed for what has no rule, or whose shape is computed', () => {
    expect(inferShape('Sum', [], [{ shape: [3, 4] }])).toBeUndefined();
    expect(inferShape('Conv2DBackpropInput', [], [{ shape: [4] }, { shape: [3, 3, 1, 1] }])).toBeUndefined();
    expect(inferShape('toString', [], [])).toBeUndefined();
  });
});
