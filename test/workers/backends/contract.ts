import { createRequire } from 'node:module';
import type * as tfjs from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assign, Backend, InputSpec, InputValues, OptimizerSpec, Program } from '../../../workers/backends/backend.ts';
import { drawNumbers } from '../../../workers/backends/eager/philox.ts';
import { seen } from '../../../workers/backends/inputs.ts';
import { autoencoder, classifier, type TestNetwork } from './networks.ts';
import { refusals } from './refusals.ts';

const networks = { classifier, autoencoder };
interface Reference {
  optimizer: tfjs.Optimizer;
  /** Called before each update, with its number from 1. */
  prepare?: (step: number) => void;
}

const optimizers: Record<string, { spec: OptimizerSpec; rate: number; reference: (tf: Backend['tf'], rate: number) => Reference }> = {
  Adam: { spec: { kind: 'ADAM' }, rate: 0.002, reference: (tf, rate) => adam(tf, rate, 0.9, 0.999, 1e-7) },
  'Adam with other constants': {
    spec: { kind: 'ADAM', beta1: 0.8, beta2: 0.99, epsilon: 1e-4 },
    rate: 0.002,
    reference: (tf, rate) => adam(tf, rate, 0.8, 0.99, 1e-4),
  },
  'gradient descent': { spec: { kind: 'SGD' }, rate: 0.01, reference: (tf, rate) => ({ optimizer: tf.train.sgd(rate) }) },
  RMSProp: { spec: { kind: 'RMSPROP' }, rate: 0.002, reference: (tf, rate) => ({ optimizer: tf.train.rmsprop(rate, 0.9, 0, 1e-7) }) },
  'RMSProp with momentum': {
    spec: { kind: 'RMSPROP', rho: 0.8, momentum: 0.5, epsilon: 1e-3 },
    rate: 0.002,
    reference: (tf, rate) => ({ optimizer: tf.train.rmsprop(rate, 0.8, 0.5, 1e-3) }),
  },
  'momentum that looks ahead': {
    spec: { kind: 'SGD', momentum: 0.9, nesterov: true },
    rate: 0.005,
    reference: (tf, rate) => ({ optimizer: tf.train.momentum(rate, 0.9, true) }),
  },
  momentum: { spec: { kind: 'SGD', momentum: 0.9 }, rate: 0.005, reference: (tf, rate) => ({ optimizer: tf.train.momentum(rate, 0.9) }) },
};

/**
 * tfjs's Adam with TensorFlow's epsilon. tfjs adds epsilon to the root of the *corrected* second moment (Kingma & Ba, algorithm 1), TensorFlow
 * and Keras to that of the moment itself (the same paper, end of section 2); the two agree exactly when tfjs's is divided by
 * sqrt(1 - beta2^t), and without that they drift apart where gradients are as small as epsilon.
 */
function adam(tf: Backend['tf'], rate: number, beta1: number, beta2: number, epsilon: number): Reference {
  const optimizer = tf.train.adam(rate, beta1, beta2, epsilon);
  const prepare = (step: number) => Object.assign(optimizer, { epsilon: epsilon / Math.sqrt(1 - beta2 ** step) });
  return { optimizer, prepare };
}

const none: Assign = () => {};

/** One step. */
const step = (program: Program, values: InputValues, rate: number) => program.steps(values, [rate]);
/** Batches of several steps, one after the other. */
const stack = (batches: readonly InputValues[]): InputValues =>
  Object.fromEntries(
    Object.entries(batches[0]!).map(([name, first]) => {
      const all =
        first instanceof Float32Array ? new Float32Array(batches.length * first.length) : new Int32Array(batches.length * first.length);
      batches.forEach((batch, k) => {
        all.set(batch[name]!, k * first.length);
      });
      return [name, all];
    }),
  );

/** How often things are done: less on a device that is slow. */
interface Effort {
  /** Of each training that is compared. */
  steps?: number;
  /** Programs that are made and freed. */
  cycles?: number;
}

/** What every backend promises (workers/backends/backend.ts), as tests. */
export function contract(backend: Backend, { steps: STEPS = 12, cycles = 30 }: Effort = {}): void {
  const { tf } = backend;
  const opened: Program[] = [];
  const open = (network: TestNetwork, optimizer: OptimizerSpec = { kind: 'ADAM' }) => {
    const program = backend.compile(network.spec(optimizer));
    opened.push(program);
    return program;
  };
  afterEach(() => {
    for (const program of opened.splice(0)) program.dispose();
  });
  refusals(backend);

  describe.each(Object.entries(networks))('training the %s', (_, make) => {
    it.each(Object.entries(optimizers))(
      'with %s agrees with tfjs in plain JavaScript, step by step',
      async (_, { spec, rate, reference }) => {
        const network = make(tf);
        const expected = await onPlainJavaScript(backend, () => {
          const made = network.spec(spec);
          const { variables } = made;
          const { optimizer, prepare } = reference(tf, rate);
          const losses = Array.from({ length: STEPS }, (_, number) =>
            tf.tidy(() => {
              let scalars: tfjs.Scalar[] = [];
              prepare?.(number + 1);
              const given = tensors(tf, made.step.inputs, network.batch(number));
              optimizer.minimize(
                () => {
                  scalars = made.step.loss(given, none).map((scalar) => tf.keep(scalar));
                  return tf.clone(scalars[0]!); // minimize frees it
                },
                false,
                variables,
              );
              const values = tf.stack(scalars).dataSync<'float32'>().slice();
              tf.dispose(scalars);
              return values;
            }),
          );
          const weights = variables.map((variable) => variable.dataSync().slice() as Float32Array);
          tf.dispose(variables);
          return { losses, weights };
        });
        const program = open(network, spec);
        const batches = Array.from({ length: STEPS }, (_, number) => network.batch(number));
        const width = expected.losses[0]!.length;
        const rows = await program.steps(stack(batches), Array<number>(STEPS).fill(rate));
        const losses = batches.map((_, number) => rows.subarray(number * width, (number + 1) * width));
        losses.forEach((scalars, number) => {
          expectClose(scalars, expected.losses[number]!, 1e-4);
        });
        (await program.read()).forEach((weights, index) => {
          expectClose(weights, expected.weights[index]!, 1e-4);
        });
        if (STEPS >= 12) expect(losses.at(-1)![0]).toBeLessThan(losses[0]![0]!);
      },
    );

    it('goes on from written weights and optimiser as if it had never stopped', async () => {
      const network = make(tf);
      const program = open(network);
      for (let number = 0; number < 4; number++) await step(program, network.batch(number), 0.002);
      const saved = { weights: await program.read(), optimizer: await program.optimizerState() };
      const rest = async (of: Program) => [
        ...(await of.steps(stack([4, 5, 6].map((number) => network.batch(number))), [0.002, 0.002, 0.002])),
      ];
      const expected = await rest(program);

      const other = open(network);
      await step(other, network.batch(9), 0.1);
      await other.write(saved.weights, saved.optimizer);
      expect(await other.optimizerState()).toEqual(saved.optimizer);
      expect(await rest(other)).toEqual(expected);
    });

    it('gives the same bits again, however many steps are made in one call', async () => {
      const network = make(tf);
      const train = async (together: number) => {
        const program = open(network);
        const losses: number[] = [];
        for (let number = 0; number < 6; number += together) {
          const batches = Array.from({ length: together }, (_, k) => network.batch(number + k));
          losses.push(...(await program.steps(stack(batches), Array<number>(together).fill(0.002))));
        }
        return { losses, weights: await program.read() };
      };
      const once = await train(1);
      expect(await train(1)).toEqual(once);
      expect(await train(6)).toEqual(once);
      expect(await train(2)).toEqual(once);
    });
  });

  describe('a program', () => {
    it('runs its functions on the present weights', async () => {
      const network = classifier(tf);
      const program = open(network);
      const { images, labels } = network.batch(1);
      const probability = async () => {
        const [probabilities, best] = await program.run('classify', { images: images! });
        expect(probabilities).toHaveLength(30);
        expect([...best!].every((label) => Number.isInteger(label) && label >= 0 && label < 5)).toBe(true);
        return probabilities!.reduce((sum, value, index) => sum + value * labels![index]!, 0) / 6;
      };
      const before = await probability();
      for (let i = 0; i < 30; i++) await step(program, { images: images!, labels: labels! }, 0.01);
      expect(await probability()).toBeGreaterThan(before + 0.3);
    });

    it('forgets the optimiser when weights are written alone', async () => {
      const network = classifier(tf);
      const program = open(network);
      const initial = await program.read();
      const two = stack([0, 1].map((number) => network.batch(number)));
      const first = await program.steps(two, [0.01, 0.01]);
      await program.write(initial);
      expect((await program.optimizerState()).steps).toBe(0);
      expect(await program.steps(two, [0.01, 0.01])).toEqual(first);
    });

    it('leaves the arrays alone that were written to it', async () => {
      const network = classifier(tf);
      const program = open(network);
      const weights = await program.read();
      const copy = weights.map((array) => array.slice());
      await program.write(weights);
      for (let i = 0; i < 3; i++) await step(program, network.batch(i), 0.01);
      expect(weights).toEqual(copy);
      expect(await program.read()).not.toEqual(copy);
    });

    it('keeps a variable that the loss does not depend on', async () => {
      const [used, unused] = [tf.variable(tf.tensor1d([1, 2])), tf.variable(tf.tensor1d([3, 4]))];
      const program = backend.compile({
        variables: [used, unused],
        step: {
          inputs: { x: { shape: [2], dtype: 'float32' } },
          optimizer: { kind: 'SGD' },
          loss: ({ x }) => [tf.sum(tf.mul(used, x!)) as tfjs.Scalar],
        },
      });
      opened.push(program);
      // The gradient of a linear loss does not need the weight: the loss must be of the one before the update all the same.
      expect([...(await step(program, { x: Float32Array.of(1, 10) }, 0.5))]).toEqual([21]);
      expect((await program.read()).map((array) => [...array])).toEqual([
        [0.5, -3],
        [3, 4],
      ]);
    });

    it('takes whole numbers, and constants written in the code', async () => {
      const table = tf.variable(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]));
      const rows: Record<string, InputSpec> = { rows: { shape: [2], dtype: 'int32' } };
      const program = backend.compile({
        variables: [table],
        functions: {
          look: { inputs: rows, outputs: ({ rows }) => [tf.add(tf.gather(table, rows as tfjs.Tensor1D), tf.tensor1d([0.5, 0.25]))] },
        },
      });
      opened.push(program);
      expect((await program.run('look', { rows: Int32Array.of(2, 0) })).map((array) => [...array])).toEqual([[5.5, 6.25, 1.5, 2.25]]);
    });

    it('reads rows of resident arrays', async () => {
      const images = backend.keep({ values: Uint8Array.of(0, 51, 102, 153, 204, 255), shape: [2], as: 'UNIT' });
      const labels = backend.keep({ values: Uint8Array.of(7, 8, 9), shape: [], as: 'SAME' });
      const scale = tf.variable(tf.scalar(1));
      const program = backend.compile({
        variables: [scale],
        step: {
          inputs: { images: { of: images, rows: 2 } },
          optimizer: { kind: 'SGD' },
          loss: ({ images }) => [tf.mul(scale, tf.sum(images!)) as tfjs.Scalar],
        },
        functions: {
          look: {
            inputs: { images: { of: images, rows: 2 }, labels: { of: labels, rows: 2 } },
            outputs: ({ images, labels }) => [images!, labels!],
          },
        },
      });
      opened.push(program);
      const [pixels, classes] = await program.run('look', { images: Int32Array.of(2, 0), labels: Int32Array.of(1, 2) });
      expectClose(pixels!, [0.8, 1, 0, 0.2], 1e-7);
      expect([...classes!]).toEqual([8, 9]);
      expectClose(await program.steps({ images: Int32Array.of(0, 0, 1, 2) }, [0, 0]), [0.4, 2.8], 1e-6);
      await expect(program.steps({ images: Int32Array.of(0, 3) }, [0])).rejects.toThrow('step: input images: row 3; allowed are 0 to 2');
      program.dispose();
      images.dispose();
      labels.dispose();
      expect(() => backend.keep({ values: new Uint8Array(3), shape: [2], as: 'UNIT' })).toThrow('values: 3 numbers');
      expect(() => backend.keep({ values: new Float32Array(2), shape: [2], as: 'UNIT' })).toThrow('as: UNIT');
    });

    it('draws random inputs from their seeds: the same numbers on every backend', async () => {
      const drawn: Record<string, InputSpec> = { noise: { shape: [2, 3], draw: 'NORMAL' }, level: { shape: [5], draw: 'UNIFORM' } };
      const program = backend.compile({
        variables: [],
        functions: { draw: { inputs: drawn, outputs: ({ noise, level }) => [noise!, level!] } },
      });
      opened.push(program);
      const seed = Int32Array.of(3, -4);
      const [noise, level] = await program.run('draw', { noise: seed, level: seed });
      expectClose(noise!, drawNumbers({ shape: [2, 3], draw: 'NORMAL' }, 6, seed), 1e-5);
      expect([...level!]).toEqual([...drawNumbers({ shape: [5], draw: 'UNIFORM' }, 5, seed)]);
      const [others] = await program.run('draw', { noise: Int32Array.of(3, -5), level: seed });
      expect(others).not.toEqual(noise);
    });

    it('leaves frozen variables alone, but for what the step assigns', async () => {
      const [weight, frozen, average] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(5)), tf.variable(tf.scalar(0))];
      const program = backend.compile({
        variables: [weight],
        frozen: [frozen, average],
        step: {
          inputs: { x: { shape: [], dtype: 'float32' } },
          optimizer: { kind: 'SGD' },
          loss: ({ x }, assign) => {
            const y = tf.mul(tf.mul(weight, frozen), x!) as tfjs.Scalar;
            assign(average, tf.add(tf.mul(average, 0.5), tf.mul(y, 0.5)));
            return [y];
          },
        },
      });
      opened.push(program);
      // y = 5 w x: 5, then w = 0.5 and y = 5; the average is 2.5, then 3.75
      expectClose(await program.steps({ x: Float32Array.of(1, 2) }, [0.1, 0]), [5, 5], 1e-6);
      expectClose(
        (await program.read()).map(([value]) => value!),
        [0.5, 5, 3.75],
        1e-6,
      );
      const wrong = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2))] as const;
      expect(() =>
        backend.compile({
          variables: [wrong[0]],
          step: {
            inputs: {},
            optimizer: { kind: 'SGD' },
            loss: (_, assign) => {
              assign(wrong[1], wrong[0]);
              return [tf.mul(wrong[0], 1) as tfjs.Scalar];
            },
          },
        }),
      ).toThrow('is assigned and is not one of `frozen`');
      tf.dispose([...wrong]);
    });

    it('decays the weights that it is told to, and clips the norm of all gradients together', async () => {
      const [a, b] = [tf.variable(tf.tensor1d([1, 2])), tf.variable(tf.tensor1d([4]))];
      const program = backend.compile({
        variables: [a, b],
        step: {
          inputs: { x: { shape: [3], dtype: 'float32' } },
          optimizer: { kind: 'SGD', weightDecay: 0.5, clipNorm: 1 },
          decayed: [a],
          loss: ({ x }) => [tf.sum(tf.mul(tf.concat([a, b]), x!)) as tfjs.Scalar],
        },
      });
      opened.push(program);
      // The gradient (2, 3, 6) has the norm 7; then one of norm 0.5 is left as it is.
      await program.steps({ x: Float32Array.of(2, 3, 6, 0.3, 0, 0.4) }, [0.1, 0]);
      expectClose(
        (await program.read()).flatMap((array) => [...array]),
        [0.95 - 0.2 / 7, 1.9 - 0.3 / 7, 4 - 0.6 / 7],
        1e-6,
      );
      await program.write([Float32Array.of(1, 2), Float32Array.of(4)]);
      await program.steps({ x: Float32Array.of(0.3, 0, 0.4) }, [1]);
      expectClose(
        (await program.read()).flatMap((array) => [...array]),
        [0.2, 1, 3.6],
        1e-6,
      );
    });

    it('ends at the first loss that is not finite', async () => {
      const weight = tf.variable(tf.scalar(1));
      const program = backend.compile({
        variables: [weight],
        step: {
          inputs: { x: { shape: [], dtype: 'float32' } },
          optimizer: { kind: 'SGD' },
          loss: ({ x }) => [tf.mul(weight, x!) as tfjs.Scalar],
        },
      });
      opened.push(program);
      const losses = await program.steps({ x: Float32Array.of(1, Number.POSITIVE_INFINITY, 1) }, [0.5, 0, 0]);
      expect([...losses]).toEqual([1, Number.POSITIVE_INFINITY, Number.NaN]);
    });

    it(`frees everything: ${cycles} of them leave no tensor and little memory`, async () => {
      const network = classifier(tf);
      const native = tf.backend() as unknown as { getNumOfTFTensors?(): number; getNumOfSavedModels?(): number };
      const cycle = async () => {
        const program = backend.compile(network.spec({ kind: 'ADAM' }));
        for (let number = 0; number < 5; number++) await step(program, network.batch(number), 0.001);
        await program.run('classify', { images: network.batch(0).images! });
        await program.optimizerState();
        program.dispose();
      };
      const held = () => [tf.memory().numTensors, tf.memory().numDataBuffers, native.getNumOfTFTensors?.(), native.getNumOfSavedModels?.()];
      for (let i = 0; i < Math.min(5, cycles); i++) await cycle();
      const before = { held: held(), bytes: process.memoryUsage().rss };
      for (let i = 0; i < cycles; i++) await cycle();
      expect(held()).toEqual(before.held);
      expect(process.memoryUsage().rss - before.bytes).toBeLessThan(120e6);
    }, 240_000);
  });
}

/** Runs `body` on the reference: tfjs's own kernels in plain JavaScript, and its own optimisers. */
export async function onPlainJavaScript<T>({ tf, name }: Backend, body: () => T): Promise<T> {
  const require = createRequire(import.meta.url);
  require('@tensorflow/tfjs'); // registers them
  await tf.setBackend('cpu');
  try {
    return body();
  } finally {
    await tf.setBackend(name);
  }
}

function tensors(tf: Backend['tf'], inputs: Record<string, InputSpec>, values: Record<string, Float32Array | Int32Array>) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, spec]) => {
      const { shape, dtype } = seen(spec);
      return [name, tf.tensor(values[name]!, shape, dtype)];
    }),
  );
}

/** Within `tolerance`, relative to the largest number. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  let largest = 1;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Number.isFinite(actual[i]!) ? Math.abs(actual[i]! - expected[i]!) : Number.POSITIVE_INFINITY);
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  expect(worst / largest).toBeLessThan(tolerance);
}
