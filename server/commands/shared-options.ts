import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandError } from './command.ts';

/** Options that several commands have. */

/** As workers know them (workers/backends/choose.ts). */
const BACKENDS = ['tensorflow', 'webgpu', 'wasm'];

/** For help texts. */
export const BACKEND_HELP = `${BACKENDS.slice(0, -1).join(', ')} or ${BACKENDS.at(-1)} (default: TensorFlow where it can be had)`;

/** The option --backend. @throws CommandError for one that is not known */
export function readBackend(name: string | undefined): string | undefined {
  if (name === undefined || BACKENDS.includes(name)) return name;
  throw new CommandError(`--backend: ${JSON.stringify(name)}; allowed are ${BACKENDS.join(', ')}`);
}

/** The path of a file to write, of the option `name`. @throws CommandError when its folder is not there */
export function readOutput<T extends string | undefined>(name: string, path: T): T extends undefined ? undefined : string;
export function readOutput(name: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const file = resolve(path);
  const folder = dirname(file);
  if (!(existsSync(folder) && statSync(folder).isDirectory())) throw new CommandError(`--${name}: the folder ${folder} does not exist`);
  return file;
}
