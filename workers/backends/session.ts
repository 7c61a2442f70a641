import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from './graph.ts';
import type { Binding, TensorValues } from './native.ts';

/** TF_FLOAT and TF_INT32. */
const TYPE_NUMBERS = { float32: 1, int32: 3 } as const;

export interface Feed {
  name: string;
  dtype: 'float32' | 'int32';
  shape: readonly number[];
  values: TensorValues;
}

/** A graph loaded into TensorFlow, with its own variables. */
export interface Session {
  /** Runs what the fetched nodes need and returns copies of their first outputs. The feeds' memory is used in place, not copied. */
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
      const inputs = feeds.map(({ shape, dtype, values }) => binding.createTensor(shape, TYPE_NUMBERS[dtype], values));
      try {
        const endpoints = (names: readonly string[]) => names.map((name) => `${name}:0`).join(',');
        const outputs = binding.runSavedModel(id, inputs, endpoints(feeds.map(({ name }) => name)), endpoints(fetches));
        return outputs.map((output) => {
          const values = binding.tensorDataSync(output.id);
          binding.deleteTensor(output.id);
          return values;
        });
      } finally {
        for (const input of inputs) binding.deleteTensor(input);
      }
    },
    dispose() {
      if (!open) return;
      open = false;
      binding.deleteSavedModel(id);
    },
  };
}
