import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../../workers/backends/install/cache.ts';
import { withLock } from '../../../workers/backends/install/lock.ts';
import { run } from '../../../workers/backends/install/tools.ts';

/**
 * A Python with these packages, in a virtual environment of the per-user cache that is made once.
 * @throws Error when there is no Python, or pip cannot get them
 */
export async function providePython(name: string, packages: readonly string[], cache = cacheFolder()): Promise<string> {
  const folder = join(cache, name);
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'complete');
  const wanted = packages.join(' ');
  const complete = async () => existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
  await mkdir(cache, { recursive: true });
  return withLock(
    `${folder}.lock`,
    () => undefined,
    async () => {
      if (await complete()) return python;
      await rm(folder, { recursive: true, force: true });
      await run(process.env.PYTHON || 'python3', ['-m', 'venv', folder]);
      await run(python, [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-cache-dir',
        '--no-compile',
        '--retries',
        '2',
        ...packages,
      ]);
      await writeFile(stamp, wanted);
      return python;
    },
  );
}

/** A Python of this machine that has torch and safetensors, which are too large to be brought for a test: PYTHON, or python3. */
export async function findTorch(): Promise<string> {
  const python = process.env.PYTHON || 'python3';
  await run(python, ['-c', 'import torch, safetensors, numpy']);
  return python;
}
