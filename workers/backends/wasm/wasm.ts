import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Backend, TF } from '../backend.ts';
import { compileEagerly } from '../eager/program.ts';
import { resident } from '../residents.ts';
import { heapDevice } from './heap.ts';
import { registerTrainingKernels } from './kernels.ts';

const PACKAGE = '@tensorflow/tfjs-backend-wasm';

/** Loads the WebAssembly backend: on every machine, on one thread, several times slower than TensorFlow. */
export async function openWasm(): Promise<Backend> {
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs-core') as TF;
  tf.env().set('PROD', true); // no greeting, and no check of every result for NaN
  require('@tensorflow/tfjs'); // registers the gradient of every operation
  const wasm = require(PACKAGE) as { setWasmPaths(folder: string): void; version_wasm: string };
  wasm.setWasmPaths(`${join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'wasm-out')}/`);
  await withoutNewListeners(async () => {
    if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend does not start on this machine');
    await tf.ready();
  });
  registerTrainingKernels(tf);
  const device = heapDevice(tf);
  return {
    name: 'wasm',
    version: `tfjs wasm ${wasm.version_wasm}`,
    device: { kind: 'CPU', name: cpus()[0]?.model.trim() ?? process.arch, memoryBytes: totalmem(), threads: 1 },
    reproducible: true,
    tf,
    keep: (array) => resident(array, () => {}),
    compile: (spec) => compileEagerly(device, spec),
  };
}

/** Emscripten adds listeners that throw every error of the process again, and print a whole minified file with it: takes them off. */
async function withoutNewListeners(body: () => Promise<void>): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = new Map(events.map((event) => [event, process.listeners(event as NodeJS.Signals)]));
  await body();
  for (const [event, listeners] of before) {
    for (const listener of process.listeners(event as NodeJS.Signals))
      if (!listeners.includes(listener)) process.removeListener(event, listener);
  }
}
