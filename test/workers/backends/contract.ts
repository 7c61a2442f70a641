import { createRequire } from 'node:module';
import type * as tfjs from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backend, InputSpec, OptimizerSpec, Program } from '../../../workers/backends/backend.ts';
import { autoencoder, classifier, type TestNetwork } from './networks.ts';

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

const STEPS = 12;

/** What every backend promises (workers/backends/backend.ts), as tests. */
export function contract(backend: Backend): void {
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

  describe.each(Object.entries(networks))('training the %s', (_, make) => {
    it.each(Object.entries(optimizers))(
      'with %s agrees with tfjs in plain JavaScript, step by step',
      async (_, { spec, rate, reference }) => {
        const network = make(tf);
        const expected = await onPlainJavaScript(backend, () => {
          const { variables, step } = network.spec(spec);
          const { optimizer, prepare } = reference(tf, rate);
          const losses = Array.from({ length: STEPS }, (_, number) =>
            tf.tidy(() => {
              let scalars: tfjs.Scalar[] = [];
              prepare?.(number + 1);
              const given = tensors(tf, step.inputs, network.batch(number));
              optimizer.minimize(
                () => {
                  scalars = step.loss(given).map((scalar) => tf.keep(scalar));
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
        const losses = Array.from({ length: STEPS }, (_, number) => program.step(network.batch(number), rate));
        losses.forEach((scalars, number) => {
          expectClose(scalars, expected.losses[number]!, 1e-4);
        });
        program.read().forEach((weights, index) => {
          expectClose(weights, expected.weights[index]!, 1e-4);
        });
        expect(losses.at(-1)![0]).toBeLessThan(losses[0]![0]!);
      },
    );

    it('goes on from written weights and optimiser as if it had never stopped', () => {
      const network = make(tf);
      const program = open(network);
      for (let number = 0; number < 4; number++) program.step(network.batch(number), 0.002);
      const saved = { weights: program.read(), optimizer: program.optimizerState() };
      const rest = (of: Program) => [4, 5, 6].map((number) => [...of.step(network.batch(number), 0.002)]);
      const expected = rest(program);

      const other = open(network);
      other.step(network.batch(9), 0.1);
      other.write(saved.weights, saved.optimizer);
      expect(other.optimizerState()).toEqual(saved.optimizer);
      expect(rest(other)).toEqual(expected);
    });

    it('gives the same bits twice', () => {
      const network = make(tf);
      const train = () => {
        const program = open(network);
        const losses = Array.from({ length: 6 }, (_, number) => [...program.step(network.batch(number), 0.002)]);
        return { losses, weights: program.read() };
      };
      expect(train()).toEqual(train());
    });
  });

  describe('a program', () => {
    it('runs its functions on the present weights', () => {
      const network = classifier(tf);
      const program = open(network);
      const { images, labels } = network.batch(1);
      const probability = () => {
        const [probabilities, best] = program.run('classify', { images: images! });
        expect(probabilities).toHaveLength(30);
        expect([...best!].every((label) => Number.isInteger(label) && label >= 0 && label < 5)).toBe(true);
        return probabilities!.reduce((sum, value, index) => sum + value * labels![index]!, 0) / 6;
      };
      const before = probability();
      for (let i = 0; i < 30; i++) program.step({ images: images!, labels: labels! }, 0.01);
      expect(probability()).toBeGreaterThan(before + 0.3);
    });

    it('forgets the optimiser when weights are written alone', () => {
      const network = classifier(tf);
      const program = open(network);
      const initial = program.read();
      const first = [0, 1].map((number) => [...program.step(network.batch(number), 0.01)]);
      program.write(initial);
      expect(program.optimizerState().steps).toBe(0);
      expect([0, 1].map((number) => [...program.step(network.batch(number), 0.01)])).toEqual(first);
    });

    it('leaves the arrays alone that were written to it', () => {
      const network = classifier(tf);
      const program = open(network);
      const weights = program.read();
      const copy = weights.map((array) => array.slice());
      program.write(weights);
      for (let i = 0; i < 3; i++) program.step(network.batch(i), 0.01);
      expect(weights).toEqual(copy);
      expect(program.read()).not.toEqual(copy);
    });

    it('keeps a variable that the loss does not depend on', () => {
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
      expect([...program.step({ x: Float32Array.of(1, 10) }, 0.5)]).toEqual([21]);
      expect(program.read().map((array) => [...array])).toEqual([
        [0.5, -3],
        [3, 4],
      ]);
    });

    it('takes whole numbers, and constants written in the code', () => {
      const table = tf.variable(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]));
      const rows: Record<string, InputSpec> = { rows: { shape: [2], dtype: 'int32' } };
      const program = backend.compile({
        variables: [table],
        functions: {
          look: { inputs: rows, outputs: ({ rows }) => [tf.add(tf.gather(table, rows as tfjs.Tensor1D), tf.tensor1d([0.5, 0.25]))] },
        },
      });
      opened.push(program);
      expect(program.run('look', { rows: Int32Array.of(2, 0) }).map((array) => [...array])).toEqual([[5.5, 6.25, 1.5, 2.25]]);
    });

    it('frees everything: 30 of them leave no tensor and little memory', () => {
      const network = classifier(tf);
      const native = tf.backend() as unknown as { getNumOfTFTensors?(): number; getNumOfSavedModels?(): number };
      const cycle = () => {
        const program = backend.compile(network.spec({ kind: 'ADAM' }));
        for (let number = 0; number < 5; number++) program.step(network.batch(number), 0.001);
        program.run('classify', { images: network.batch(0).images! });
        program.optimizerState();
        program.dispose();
      };
      const held = () => [tf.memory().numTensors, tf.memory().numDataBuffers, native.getNumOfTFTensors?.(), native.getNumOfSavedModels?.()];
      for (let i = 0; i < 5; i++) cycle();
      const before = { held: held(), bytes: process.memoryUsage().rss };
      for (let i = 0; i < 30; i++) cycle();
      expect(held()).toEqual(before.held);
      expect(process.memoryUsage().rss - before.bytes).toBeLessThan(120e6);
    }, 60_000);
  });

  describe('refuses', () => {
    const x: InputSpec = { shape: [2], dtype: 'float32' };
    const compile = (outputs: (x: tfjs.Tensor) => tfjs.Tensor[]) => () =>
      backend.compile({ variables: [], functions: { f: { inputs: { x }, outputs: (inputs) => outputs(inputs.x!) } } });

    it('a tensor that was made outside', () => {
      const outside = tf.tensor1d([1, 2]);
      expect(compile((x) => [tf.mul(outside, x)])).toThrow(
        /^f: operation Mul\w* reads a float32 tensor of shape \[2\] that was made outside/,
      );
      expect(compile(() => [outside])).toThrow(/^f: the result reads a float32 tensor/);
      outside.dispose();
    });

    it('random numbers', () => {
      expect(compile((x) => [tf.add(x, tf.randomNormal([2]))])).toThrow('f: random numbers are drawn inside');
      expect(compile((x) => [tf.dropout(x, 0.5)])).toThrow('f: random numbers are drawn inside');
      expect(compile((x) => [tf.mul(x, Math.random())])).toThrow('f: random numbers are drawn inside');
      expect(compile((x) => [tf.multinomial(x as tfjs.Tensor1D, 3, 7)])).toThrow('f: random numbers are drawn inside');
      expect(Math.random()).toBeLessThan(1); // and gives the generator back
    });

    it('numbers that differ from one call to the next', () => {
      let calls = 0;
      expect(compile((x) => [tf.mul(x, calls++)])).toThrow(/^f: .*differ from one call to the next/);
    });

    it('a value that is read into JavaScript, but not a constant', () => {
      expect(compile((x) => [tf.mul(x, x.dataSync()[0]!)])).toThrow('f: a tensor is read into JavaScript');
      expect(compile((x) => [tf.mul(x, tf.scalar(3).dataSync()[0]!)])).not.toThrow();
    });

    it('a variable that is made or assigned inside', () => {
      const variable = tf.variable(tf.tensor1d([1, 2]), true, 'running');
      expect(compile((x) => [tf.mul(x, tf.variable(tf.scalar(1)))])).toThrow('f: a variable is made inside');
      const assigning = compile((x) => {
        variable.assign(tf.tensor1d([3, 4]));
        return [x];
      });
      expect(assigning).toThrow('f: variable running is assigned inside');
      expect([...variable.dataSync()]).toEqual([1, 2]);
      variable.dispose();
    });

    it('all of it in a loss too, and a loss that is no scalar', () => {
      const weight = tf.variable(tf.tensor1d([1, 2]));
      const step = (loss: (x: tfjs.Tensor) => tfjs.Tensor[]) => () =>
        backend.compile({
          variables: [weight],
          step: { inputs: { x }, optimizer: { kind: 'ADAM' }, loss: (inputs) => loss(inputs.x!) as tfjs.Scalar[] },
        });
      expect(step((x) => [tf.sum(tf.mul(weight, tf.add(x, tf.randomUniform([2]))))])).toThrow('step: random numbers are drawn inside');
      expect(step((x) => [tf.mul(weight, x)])).toThrow('step: loss[0] has shape [2]; it must be a scalar');
      expect(step(() => [])).toThrow('step: loss must return at least one scalar');
      weight.dispose();
    });

    it('a specification that cannot be, naming the field', () => {
      const bad =
        (shape: number[], name = 'x') =>
        () =>
          backend.compile({ variables: [], functions: { f: { inputs: { [name]: { shape, dtype: 'float32' } }, outputs: () => [] } } });
      expect(bad([0])).toThrow('f: input x: shape [0]; every length must be a positive integer');
      expect(bad([1], 'a b')).toThrow('f: input name "a b"');
      const network = classifier(tf);
      for (const [spec, message] of [
        [{ kind: 'ADAM', beta1: 1 }, 'optimizer.beta1: 1'],
        [{ kind: 'ADAM', epsilon: 0 }, 'optimizer.epsilon: 0'],
        [{ kind: 'SGD', momentum: -1 }, 'optimizer.momentum: -1'],
      ] as const) {
        const wrong = network.spec(spec);
        expect(() => backend.compile(wrong)).toThrow(message);
        tf.dispose(wrong.variables);
      }
    });

    it('values that do not fit, naming the input', () => {
      const network = classifier(tf);
      const program = open(network);
      const { images, labels } = network.batch(0);
      expect(() => program.step({ images: images! }, 0.1)).toThrow('step: input labels is missing');
      expect(() => program.step({ images: images!, labels: labels!.slice(1) }, 0.1)).toThrow(
        'step: input labels: 29 numbers; shape [6,5] takes 30',
      );
      expect(() => program.step({ images: images!, labels: new Int32Array(30) }, 0.1)).toThrow(
        'step: input labels: values must be a Float32Array',
      );
      expect(() => program.step({ images: images!, labels: labels!, more: labels! }, 0.1)).toThrow('step: there is no input more');
      expect(() => program.step({ images: images!, labels: labels! }, Number.NaN)).toThrow('learningRate: NaN');
      expect(() => program.run('draw', {})).toThrow('functions: there is no draw; there are classify');
      expect(() => program.write([])).toThrow('weights: 0 arrays; there must be 8');
      expect(() => program.write(program.read(), { steps: 1, moments: [] })).toThrow('optimizer.moments: 0 arrays; there must be 16');
    });

    it('to go on after dispose', () => {
      const network = classifier(tf);
      const program = backend.compile(network.spec({ kind: 'ADAM' }));
      program.dispose();
      program.dispose(); // twice does no harm
      expect(() => program.step(network.batch(0), 0.1)).toThrow('the program has been disposed');
      expect(() => program.read()).toThrow('the program has been disposed');
    });
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
  return Object.fromEntries(Object.entries(inputs).map(([name, { shape, dtype }]) => [name, tf.tensor(values[name]!, shape, dtype)]));
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
