import { join } from 'node:path';
import { runNode } from './child.ts';
import { ROOT } from './command.ts';

/**
 * Provides the native backend, unless the backend is given and another; in a process of its own, since only workers know backends.
 * Without it workers train on wasm: the program has said so, and what is missing.
 */
export async function provideNative(backend: string | undefined, line: (line: string) => void, signal?: AbortSignal): Promise<void> {
  if ((backend ?? (process.env.HANDPICK_BACKEND || 'tensorflow')) !== 'tensorflow') return;
  await runNode([join(ROOT, 'server/commands/bootstrap.mjs'), 'backend', 'install'], { line, signal });
}
