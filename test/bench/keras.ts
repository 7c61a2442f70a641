import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, FLAVOURS, NATIVE } from '../../workers/backends/install/cache.ts';
import { withLock } from '../../workers/backends/install/lock.ts';
import { run } from '../../workers/backends/install/tools.ts';

const WHEEL = `${FLAVOURS.cpu.wheel}==${NATIVE.tensorflow}`;

/**
 * Keras on the TensorFlow wheel that our backend is made of, in a virtual environment of the per-user cache. One that lacks its stamp
 * (its making was cut off) or does not import is made again.
 *
 * @returns its Python
 * @throws Error in one line when there is no Python, or pip cannot get the wheel
 */
export async function provideKeras(progress: (line: string) => void, cache = cacheFolder()): Promise<string> {
  const folder = join(cache, `keras-${NATIVE.tensorflow}`);
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'complete');
  const works = async () => {
    if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== WHEEL) return false;
    return run(python, ['-c', 'import keras'], { TF_CPP_MIN_LOG_LEVEL: '3' }).then(
      () => true,
      () => false,
    );
  };
  await mkdir(cache, { recursive: true });
  return withLock(
    `${folder}.lock`,
    () => progress('Keras: another process is providing it; waiting'),
    async () => {
      if (await works()) return python;
      const base = process.env.PYTHON || 'python3';
      progress(`Keras: making a virtual environment with ${WHEEL} in ${folder}`);
      await rm(folder, { recursive: true, force: true });
      await run(base, ['-m', 'venv', folder]);
      // Python compiles what it imports; pip would compile all of TensorFlow
      const quietly = ['--quiet', '--disable-pip-version-check', '--no-cache-dir', '--no-compile', '--retries', '2'];
      await run(python, ['-m', 'pip', 'install', ...quietly, WHEEL]);
      await run(python, ['-c', 'import keras'], { TF_CPP_MIN_LOG_LEVEL: '3' });
      await writeFile(stamp, WHEEL);
      return python;
    },
  );
}
