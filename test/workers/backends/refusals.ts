import type * as tfjs from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backend, InputSpec, InputValues, Program } from '../../../workers/backends/backend.ts';
import { classifier, type TestNetwork } from './networks.ts';

/** What every backend must refuse, and in which words: the second half of contract.ts. */
export function refusals(backend: Backend): void {
  const { tf } = backend;
  const opened: Program[] = [];
  const open = (network: TestNetwork) => {
    const program = backend.compile(network.spec({ kind: 'ADAM' }));
    opened.push(program);
    return program;
  };
  const step = (program: Program, values: InputValues, rate: number) => program.steps(values, [rate]);
  afterEach(() => {
    for (const program of opened.splice(0)) program.dispose();
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
      const compileStep = (loss: (x: tfjs.Tensor) => tfjs.Tensor[]) => () =>
        backend.compile({
          variables: [weight],
          step: { inputs: { x }, optimizer: { kind: 'ADAM' }, loss: (inputs) => loss(inputs.x!) as tfjs.Scalar[] },
        });
      expect(compileStep((x) => [tf.sum(tf.mul(weight, tf.add(x, tf.randomUniform([2]))))])).toThrow(
        'step: random numbers are drawn inside',
      );
      expect(compileStep((x) => [tf.mul(weight, x)])).toThrow('step: loss[0] has shape [2]; it must be a scalar');
      expect(compileStep(() => [])).toThrow('step: loss must return at least one scalar');
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

    it('values that do not fit, naming the input', async () => {
      const network = classifier(tf);
      const program = open(network);
      const { images, labels } = network.batch(0);
      await expect(step(program, { images: images! }, 0.1)).rejects.toThrow('step: input labels is missing');
      await expect(step(program, { images: images!, labels: labels!.slice(1) }, 0.1)).rejects.toThrow(
        'step: input labels: 29 numbers; shape [1,6,5] takes 30',
      );
      await expect(step(program, { images: images!, labels: new Int32Array(30) }, 0.1)).rejects.toThrow(
        'step: input labels: values must be a Float32Array',
      );
      await expect(step(program, { images: images!, labels: labels!, more: labels! }, 0.1)).rejects.toThrow('step: there is no input more');
      await expect(step(program, { images: images!, labels: labels! }, Number.NaN)).rejects.toThrow('learningRates[0]: NaN');
      await expect(program.run('draw', {})).rejects.toThrow('functions: there is no draw; there are classify');
      await expect(program.write([])).rejects.toThrow('weights: 0 arrays; there must be 8');
      await expect(program.write(await program.read(), { steps: 1, moments: [] })).rejects.toThrow(
        'optimizer.moments: 0 arrays; there must be 16',
      );
    });

    it('to go on after dispose', async () => {
      const network = classifier(tf);
      const program = backend.compile(network.spec({ kind: 'ADAM' }));
      program.dispose();
      program.dispose(); // twice does no harm
      await expect(step(program, network.batch(0), 0.1)).rejects.toThrow('the program has been disposed');
      await expect(program.read()).rejects.toThrow('the program has been disposed');
    });
  });
}
