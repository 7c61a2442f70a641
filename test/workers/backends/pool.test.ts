import { describe, expect, it } from 'vitest';
import type { ProgramSpec } from '../../../workers/backends/backend.ts';
import { createPool } from '../../../workers/backends/tensorflow/pool.ts';
import { classifier } from './networks.ts';
import { withTensorflow } from './skipped.ts';

describe('a pool', () => {
  it('gives back what is of the key, the latest first, and frees the oldest when it holds too much', () => {
    const freed: string[] = [];
    const pool = createPool<string>(10, (thing) => freed.push(thing));
    expect(pool.take('a')).toBeUndefined();
    pool.give('a', 'a1', 4);
    pool.give('a', 'a2', 4);
    expect([pool.take('b'), pool.take('a'), pool.take('a'), pool.take('a')]).toEqual([undefined, 'a2', 'a1', undefined]);
    pool.give('a', 'a1', 4);
    pool.give('b', 'b1', 4);
    pool.give('c', 'c1', 3);
    expect([freed, pool.take('a'), pool.take('b'), pool.take('c')]).toEqual([['a1'], undefined, 'b1', 'c1']);
    pool.give('d', 'd1', 11);
    expect([freed, pool.take('d')]).toEqual([['a1', 'd1'], undefined]);
  });
});

await withTensorflow('a graph in the pool', (backend) => {
  const { tf } = backend;
  const network = classifier(tf);
  const graphs = () => (tf.backend() as unknown as { getNumOfSavedModels(): number }).getNumOfSavedModels();
  /** Three steps from the network's first weights. */
  const train = async (spec: ProgramSpec) => {
    const program = backend.compile(spec);
    const losses: number[] = [];
    for (let number = 0; number < 3; number++) {
      const [loss] = await program.steps(network.batch(number), [0.01]);
      losses.push(loss!);
    }
    const weights = await program.read();
    program.dispose();
    program.dispose(); // once is enough: it must not be given back twice
    await expect(program.read()).rejects.toThrow('disposed');
    return { losses, weights };
  };

  it('serves the next program of its key, which begins with its own weights and moments', async () => {
    const before = graphs();
    const fresh = await train(network.spec({ kind: 'ADAM' }));
    expect(graphs()).toBe(before);
    for (let again = 0; again < 3; again++) {
      expect(await train({ ...network.spec({ kind: 'ADAM' }), key: 'a' })).toEqual(fresh);
      expect(graphs()).toBe(before + 1);
    }
  });

  it('serves no program that is laid out otherwise, whatever its key says', async () => {
    const before = graphs();
    const other = await train({ ...network.spec({ kind: 'SGD' }), key: 'a' });
    expect(graphs()).toBe(before + 1);
    expect(other).toEqual(await train(network.spec({ kind: 'SGD' })));
  });

  it('is never shared by two programs in use', async () => {
    const [first, second] = [0, 1].map(() => backend.compile({ ...network.spec({ kind: 'ADAM' }), key: 'a' }));
    await first!.steps(network.batch(0), [0.01]);
    const [changed, untouched] = [await first!.read(), await second!.read()];
    expect(changed).not.toEqual(untouched);
    first!.dispose();
    second!.dispose();
  });
});
