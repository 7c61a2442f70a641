import { expect, test } from 'vitest';
import { drawNumbers } from '../../../workers/backends/eager/philox.ts';
import type { NativeBackend, OperationAttribute } from '../../../workers/backends/tensorflow/binding.ts';
import { withTensorflow } from './skipped.ts';

await withTensorflow('drawing as TensorFlow does', ({ tf }) => {
  test.each([
    [1, 2],
    [-7, 123456789],
    [2147483647, -2147483648],
  ])('seed %d, %d draws the numbers of the TensorFlow kernels', async (a, b) => {
    const { binding, executeSingleOutput } = tf.backend() as unknown as NativeBackend;
    for (const [draw, operation, tolerance] of [
      ['UNIFORM', 'StatelessRandomUniform', 0],
      ['NORMAL', 'StatelessRandomNormal', 1e-5],
    ] as const) {
      const type = (attribute: string, value: number): OperationAttribute => ({ name: attribute, type: binding.TF_ATTR_TYPE, value });
      const attributes = [type('dtype', 1), type('T', 3), type('Tseed', 3)];
      const inputs = [tf.tensor1d([3, 1001], 'int32'), tf.tensor1d([a, b], 'int32')];
      const expected = executeSingleOutput.call(tf.backend(), operation, attributes, inputs);
      const actual = drawNumbers({ shape: [3, 1001], draw }, 3003, [a, b]);
      const numbers = (await expected.data()) as Float32Array;
      const worst = numbers.reduce((most, value, i) => Math.max(most, Math.abs(value - actual[i]!)), 0);
      expect(worst).toBeLessThanOrEqual(tolerance);
      tf.dispose([expected, ...inputs]);
    }
  });
});
