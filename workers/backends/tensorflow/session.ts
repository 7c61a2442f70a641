import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binding, TensorValues } from './binding.ts';
import type { Graph } from './graph.ts';

/** TF_FLOAT, TF_INT32, TF_UINT8. */
const TYPE_NUMBERS = { float32: 1, int32: 3, uint8: 4 } as const;

export interface TensorSpec {
  dtype: keyof typeof TYPE_NUMBERS;
  shape: readonly number[];
  values: TensorValues;
}

/** Numbers for one run, or the id of a tensor that is there already. */
export type Feed = { name: string } & (TensorSpec | { id: number });

/** Makes a tensor that uses the array's memory in place. */
export function createTensor(binding: Binding, { dtype, shape, values }: TensorSpec): number {
  return binding.createTensor(shape, TYPE_NUMBERS[dtype], values);
}

/** A graph loaded into TensorFlow, with its own variables. */
export interface Session {
  /** Runs what the fetched nodes need and returns copies of their first outputs. */
  run(feeds: readonly Feed[], fetches: readonly string[]): TensorValues[];
  dispose(): void;
}

export function openSession(binding: Binding, graph: Graph): Session {
  const folder = mkdtempSync(join(tmpdir(), 'handpick-graph-'));
  let id: number;
  try {
    writeFileSync(join(folder, 'saved_model.pb'), graph.serialize());
    id = binding.loadSavedModel(folder, 'serve');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  let open = true;
  return {
    run(feeds, fetches) {
      if (!open) throw new Error('the program has been disposed');
      const made: number[] = [];
      const inputs = feeds.map((feed) => {
        if ('id' in feed) return feed.id;
        const id = createTensor(binding, feed);
        made.push(id);
        return id;
      });
      try {
        const endpoints = (names: readonly string[]) => names.map((name) => `${name}:0`).join(',');
        const outputs = binding.runSavedModel(id, inputs, endpoints(feeds.map(({ name }) => name)), endpoints(fetches));
        return outputs.map((output) => {
          const values = binding.tensorDataSync(output.id);
          binding.deleteTensor(output.id);
          return values;
        });
      } finally {
        for (const id of made) binding.deleteTensor(id);
      }
    },
    dispose() {
      if (!open) return;
      open = false;
      binding.deleteSavedModel(id);
    },
  };
}
