import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { cacheFolder } from '../../workers/backends/install/cache.ts';
import { withLock } from '../../workers/backends/install/lock.ts';
import { run } from '../../workers/backends/install/tools.ts';
import { type Measured, startMeasured } from './child.ts';

interface Slice {
  candidates: number;
  seconds: number;
}

const PACKAGES = ['optuna==5.0.0', 'psycopg2-binary==2.9.13'];

/** Its virtual environment; there is a file `complete` in one that is. */
export const optunaFolder = (cache = cacheFolder()): string => join(cache, PACKAGES[0]!.replace('==', '-'));

/**
 * Optuna with PostgreSQL's driver, in a virtual environment of the per-user cache. One that lacks its stamp (its making was cut off) is
 * made again.
 *
 * @returns its Python
 * @throws Error in one line when there is no Python, or pip cannot get the packages
 */
export async function provideOptuna(progress: (line: string) => void, cache = cacheFolder()): Promise<string> {
  const folder = optunaFolder(cache);
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'complete');
  const packages = PACKAGES.join(' ');
  await mkdir(cache, { recursive: true });
  return withLock(
    `${folder}.lock`,
    () => progress('Optuna: another process is providing it; waiting'),
    async () => {
      if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === packages) return python;
      progress(`Optuna: making a virtual environment with ${packages} in ${folder}`);
      await rm(folder, { recursive: true, force: true });
      await run(process.env.PYTHON || 'python3', ['-m', 'venv', folder]);
      await run(python, [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-cache-dir',
        '--retries',
        '2',
        ...PACKAGES,
      ]);
      await run(python, ['-c', 'import optuna, psycopg2']);
      await writeFile(stamp, packages);
      return python;
    },
  );
}

/**
 * Optuna's candidates a second with trials that do nothing, `count` processes on one study in a new database beside the one at `url`.
 * Null, with a line that says why, where Optuna can't be had.
 */
export async function measureOptuna(
  url: string,
  count: number,
  seconds: number,
  progress: (line: string) => void,
): Promise<{ name: string; rate: number } | null> {
  let python: string;
  try {
    python = await provideOptuna(progress);
  } catch (error) {
    progress(`Optuna: ${(error as Error).message}`);
    return null;
  }
  const database = `optuna_${count}_${Date.now()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end());
  const storage = Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const script = fileURLToPath(new URL('./optuna_yardstick.py', import.meta.url));
  const processes: Measured<Slice>[] = [];
  try {
    // one after the other: the first makes the tables
    for (let i = 0; i < count; i++) processes.push(await startMeasured<Slice>(python, [script, storage], {}));
    const slices = await Promise.all(processes.map((each) => each.measure(seconds)));
    return { name: processes[0]!.ready, rate: slices.reduce((sum, slice) => sum + slice.candidates / slice.seconds, 0) };
  } finally {
    await Promise.all(processes.map((each) => each.end()));
  }
}
