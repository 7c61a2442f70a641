import { expect, it } from 'vitest';
import type { InputValues, ProgramSpec } from '../../../../workers/backends/backend.ts';
import { openBackend } from '../../../../workers/backends/choose.ts';

const backend = await openBackend({ name: 'webgpu' });
const { tf } = backend;
const held = () => {
  const { numTensors, numDataBuffers, numBytesAllocatedInGPU } = tf.memory() as ReturnType<typeof tf.memory> & Record<string, number>;
  return { numTensors, numDataBuffers, numBytesAllocatedInGPU };
};

/** A layer of `units`, and what it is given: its buffers differ from those of any other number of units. */
function layer(units: number): { spec: ProgramSpec; values: (steps: number) => InputValues } {
  const weights = tf.tidy(() => tf.variable(tf.tensor(Float32Array.from({ length: 8 * units }, Math.sin), [8, units])));
  return {
    spec: {
      variables: [weights],
      step: {
        inputs: { x: { shape: [4, 8], dtype: 'float32' } },
        optimizer: { kind: 'ADAM' },
        loss: ({ x }) => [tf.mean(tf.square(tf.matMul(x as never, weights as never)))],
      },
    },
    values: (steps) => ({ x: Float32Array.from({ length: steps * 32 }, Math.cos) }),
  };
}

it('memory stays flat over 100 steps', async () => {
  const { spec, values } = layer(16);
  const program = backend.compile(spec);
  const steps = () => program.steps(values(10), Array<number>(10).fill(0.001));
  for (let i = 0; i < 3; i++) await steps(); // buffers of all sizes are made
  const before = held();
  for (let i = 0; i < 10; i++) await steps();
  expect(held()).toEqual(before);
  program.dispose();
});

it('memory stays flat over 20 networks of different sizes', async () => {
  const train = async (units: number) => {
    const { spec, values } = layer(units);
    const program = backend.compile(spec);
    await program.steps(values(2), [0.001, 0.001]);
    program.dispose();
    return held();
  };
  const before = await train(20);
  for (let units = 21; units < 40; units++) await train(units);
  const after = await train(20);
  expect(after).toEqual(before);
});
