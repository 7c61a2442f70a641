import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Backend, BackendName } from './backend.ts';
import { BACKEND_NAMES, cudaIsUsed, forcedBackend } from './choose.ts';
import { libraryIn, nativeFolder } from './install/cache.ts';
import { findDamage } from './install/manifest.ts';
import { findGpus } from './install/nvidia.ts';
import { MissingError, packageFolder } from './install/tools.ts';
import { findWebgpu } from './webgpu/find.ts';

/** A backend as this machine has it. */
export interface BackendDescription {
  name: BackendName;
  available: boolean;
  /** Whether a worker that is started now would train on it. */
  used: boolean;
  /** Why it is not available. */
  reason?: string;
  version?: string;
  /** The library's file. */
  library?: string;
  device?: Backend['device'];
  /** Whether the same training gives the same bits again. */
  reproducible?: boolean;
  /** Of one product of 1024 x 1024 matrices; not measured where a GPU is imitated. */
  gflops?: number;
  /** Of a small convolutional network, batch 128; not measured where a GPU is imitated. */
  imagesPerSecond?: number;
}

type Measured = Pick<BackendDescription, 'version' | 'device' | 'reproducible' | 'gflops' | 'imagesPerSecond'>;

/** What this machine can train on, measured one after the other, each in a process of its own, since a process has one backend. */
export async function describeBackends(): Promise<BackendDescription[]> {
  const forced = forcedBackend();
  const descriptions: BackendDescription[] = [];
  for (const name of BACKEND_NAMES) descriptions.push(await describe(name));
  // as choose.ts chooses
  const present = descriptions.filter(({ available }) => available);
  const best = present.find(({ device }) => device!.kind === 'GPU') ?? present.find(({ name }) => name !== 'webgpu');
  const used = forced ?? best?.name;
  return descriptions.map((description) => ({ ...description, used: description.name === used && description.available }));
}

async function describe(name: BackendName): Promise<BackendDescription> {
  const unavailable = (reason: string): BackendDescription => ({ name, available: false, used: false, reason });
  try {
    const folder = nativeFolder(undefined, (await cudaIsUsed()) ? 'cuda' : 'cpu');
    if (name === 'tensorflow') {
      packageFolder();
      const damage = await findDamage(folder);
      if (damage) return unavailable(`in ${folder}, ${damage}; npm run backend -- install provides it, and so does npm start`);
    }
    if (name === 'webgpu') {
      const found = await findWebgpu();
      if ('problem' in found) return unavailable(found.problem);
    }
    const library = name === 'tensorflow' ? libraryIn(folder) : name === 'webgpu' ? dawnLibrary() : wasmLibrary();
    return { name, available: true, used: false, library, ...(await measure(name)) };
  } catch (error) {
    if (error instanceof MissingError) return unavailable(error.message);
    throw error;
  }
}

function wasmLibrary(): string {
  return createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm');
}

function dawnLibrary(): string {
  const platform = process.platform === 'darwin' ? 'darwin-universal' : `${process.platform}-${process.arch}`;
  return fileURLToPath(new URL(`dist/${platform}/dawn.node`, import.meta.resolve('webgpu')));
}

/** Every GPU that this machine shows, by whom it is found; a reason in one line where there is none. */
export async function listGpus(): Promise<{ nvidia: string[] | string; webgpu: string[] | string }> {
  const [{ visible, problem }, found] = await Promise.all([findGpus(), findWebgpu()]);
  const nvidia = problem ?? visible.map(({ name, memoryBytes }) => `${name}, ${Math.round(memoryBytes / 2 ** 20)} MiB`);
  return { nvidia, webgpu: 'problem' in found ? found.problem : found.adapters };
}

/** @throws MissingError when the backend does not run */
function measure(name: BackendName): Promise<Measured> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    env: { ...process.env, HANDPICK_BACKEND: name },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(output) as Measured);
      const why = complaints
        .split('\n')
        .findLast((line) => /error/i.test(line))
        ?.trim();
      reject(new MissingError(`it ended with ${signal ?? `code ${code}`} while it was measured${why ? ` (${why})` : ''}`));
    });
  });
}
