import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NATIVE } from './cache.ts';
import { MissingError, megabytes, run } from './tools.ts';

const POLL_MS = 2_000;

/**
 * Downloads one wheel with pip, from whatever index and proxy the user's pip is set up for; pip checks the index's checksum.
 *
 * @param requirement e.g. tensorflow-cpu==2.21.0, or with a range of versions
 * @returns the wheel's path in `folder`
 * @throws MissingError when pip cannot get it
 */
export async function downloadWheel(
  python: string,
  requirement: string,
  folder: string,
  progress: (line: string) => void,
): Promise<string> {
  const scratch = join(folder, 'scratch');
  const wheels = join(folder, 'wheel');
  await mkdir(scratch, { recursive: true });
  const name = requirement.replace('==', ' ');
  progress(`TensorFlow: downloading ${name} with pip`);
  let total = '';
  let shown = 0;
  const poll = setInterval(async () => {
    const bytes = await largestFile(folder);
    if (bytes > shown + 1e6) progress(`TensorFlow: downloaded ${megabytes(bytes)}${total && ` of ${total}`}`);
    shown = Math.max(shown, bytes);
  }, POLL_MS);
  try {
    const options = ['--no-deps', '--only-binary', ':all:', '--python-version', NATIVE.python, '--implementation', 'cp'];
    const quiet = ['--progress-bar', 'off', '--no-cache-dir', '--disable-pip-version-check', '--retries', '2'];
    await run(python, ['-m', 'pip', 'download', ...options, ...quiet, '--dest', wheels, requirement], { TMPDIR: scratch }, (line) => {
      total = /^\s*Downloading .*\(([\d.]+ [kMG]B)\)/.exec(line)?.[1] ?? total;
    });
  } catch (error) {
    throw new MissingError(`pip cannot download ${name} (${(error as Error).message})`, { cause: error });
  } finally {
    clearInterval(poll);
  }
  const wheel = (await readdir(wheels)).find((file) => file.endsWith('.whl'));
  if (!wheel) throw new MissingError(`pip said that it downloaded ${name}, but left no wheel`);
  return join(wheels, wheel);
}

/** Bytes of the largest file in a folder that pip is writing to: the wheel, which it copies at the end; what vanishes meanwhile counts nothing. */
async function largestFile(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((path) =>
      stat(join(folder, path)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...sizes);
}
