import { spawn } from 'node:child_process';
import { constants, existsSync, readFileSync } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FLAVOURS, type Flavour, NATIVE } from './cache.ts';

/** Something that the native backend needs is not on this machine; the message names it in one line. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

export interface Tools {
  /** Runs Python, with pip. */
  python: string;
  compiler: string;
  /** Folder of @tensorflow/tfjs-node-gpu. */
  package: string;
  /** Folder of node_api.h. */
  nodeHeaders: string;
}

/** The folder of the npm package with the binding's source. @throws MissingError */
export function packageFolder(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new MissingError(`it is made for Linux on x64, and this is ${process.platform} on ${process.arch}`);
  // Without AVX the library would end the process with an illegal instruction.
  if (!/^flags\s*:.*\bavx\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'))) throw new MissingError('the processor has no AVX');
  const require = createRequire(import.meta.url);
  let file: string;
  try {
    file = require.resolve('@tensorflow/tfjs-node-gpu/package.json');
  } catch {
    throw new MissingError(
      'the npm package @tensorflow/tfjs-node-gpu is not installed (npm install leaves out optional packages that fail)',
    );
  }
  const { version } = require(file) as { version: string };
  if (version !== NATIVE.tfjs) throw new MissingError(`@tensorflow/tfjs-node-gpu is ${version}; its binding is made for ${NATIVE.tfjs}`);
  return dirname(file);
}

/** Finds what is needed to put the native backend together. @throws MissingError naming the first that is not there */
export async function findTools(cache: string, flavour: Flavour = 'cpu'): Promise<Tools> {
  const folder = packageFolder();
  const headers = join(dirname(createRequire(import.meta.url).resolve('node-api-headers/package.json')), 'include');
  if (!existsSync(join(headers, 'node_api.h'))) throw new MissingError('node_api.h is not in the npm package node-api-headers');
  const python = await firstThatRuns([process.env.PYTHON, 'python3', 'python'], ['-m', 'pip', '--version']);
  if (!python) throw new MissingError('Python with pip is not installed (Debian, Ubuntu: apt install python3-pip)');
  const compiler = await firstThatRuns([process.env.CXX, 'g++', 'c++', 'clang++'], ['--version']);
  if (!compiler) throw new MissingError('a C++ compiler is not installed (Debian, Ubuntu: apt install g++)');
  try {
    await mkdir(cache, { recursive: true });
    await access(cache, constants.W_OK);
  } catch (error) {
    throw new MissingError(`the cache folder cannot be written (${(error as Error).message}); HANDPICK_CACHE names another`, {
      cause: error,
    });
  }
  // while it is put together: the wheels, what is in them, and a little room
  const { roomBytes } = FLAVOURS[flavour];
  const { bavail, bsize } = await statfs(cache);
  if (bavail * bsize < roomBytes)
    throw new MissingError(
      `${cache} has ${megabytes(bavail * bsize)} free and needs ${megabytes(roomBytes)}; HANDPICK_CACHE names another`,
    );
  return { python, compiler, package: folder, nodeHeaders: headers };
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

async function firstThatRuns(commands: (string | undefined)[], args: string[]): Promise<string | undefined> {
  for (const command of commands) if (command && (await runs(command, args))) return command;
  return undefined;
}

function runs(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Runs a command to its end; `line` gets each line of its output. @throws Error with the end of what it wrote when it fails */
export function run(
  command: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
  line: (text: string) => void = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    const stop = () => child.kill();
    process.once('exit', stop);
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        tail = (tail + text).slice(-2_000);
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        lines.forEach(line);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.removeListener('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with ${signal ?? `code ${code}`}: ${lastError(tail)}`));
    });
  });
}

/** The line of a tool's output that says what went wrong. */
function lastError(output: string): string {
  const lines = output.split('\n').filter((text) => text.trim());
  return lines.findLast((text) => /error/i.test(text))?.trim() ?? lines.at(-1)?.trim() ?? 'it wrote nothing';
}
