import { join } from 'node:path';
import { ROOT } from '../command.ts';
import { runNode, TYPESCRIPT } from './child.ts';

/**
 * Provides native TensorFlow, unless another backend is asked for or workers would take a GPU that it cannot use; in a process of its own,
 * since only workers know backends. Where it can't be had, workers train on wasm: a line has said what is missing and what it costs.
 */
export async function provideNative(backend: string | undefined, line: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const asked = backend ?? (process.env.HANDPICK_BACKEND || undefined);
  if (asked !== undefined && asked !== 'tensorflow') return;
  const script = join(ROOT, 'workers/machine/provide-native.ts');
  const code = await runNode([...TYPESCRIPT, script, ...(asked ? [asked] : [])], { line, signal });
  signal?.throwIfAborted();
  if (code !== 0) line('TensorFlow could not be provided; see above. Workers will try again.');
}
