import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readlink, rename, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addonIn } from './cache.ts';
import { MissingError } from './tools.ts';

/**
 * Links the addon of the cache into the npm package, where the package looks for it; `npm ci` removes it, so this is done at every start.
 * Several processes may do so at once: each puts its link in place in one step.
 *
 * @throws MissingError when node_modules cannot be written
 */
export async function linkAddon(folder: string, packageRoot: string): Promise<void> {
  const addon = addonIn(folder);
  const place = addonPlace(packageRoot);
  if ((await readlink(place).catch(() => undefined)) === addon) return;
  const temporary = `${place}.${randomUUID()}`;
  try {
    await mkdir(dirname(place), { recursive: true });
    // A file system without links gets a copy; the addon knows the absolute path of its libraries too.
    await symlink(addon, temporary).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM' && error.code !== 'ENOTSUP') throw error;
      return copyFile(addon, temporary);
    });
    await rename(temporary, place);
  } catch (error) {
    throw new MissingError(`the binding cannot be linked into node_modules (${(error as Error).message}); make it writable, once`, {
      cause: error,
    });
  }
}

/** Where the package's loader looks, asked of the loader itself: the folder depends on Node's version of Node-API. */
function addonPlace(packageRoot: string): string {
  const manifest = join(packageRoot, 'package.json');
  const { find } = createRequire(manifest)('@mapbox/node-pre-gyp') as { find(manifest: string): string };
  return find(manifest);
}
