import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Fault } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import type { RunAs } from './user.ts';

/** The one user of an embedded database. */
export const DATABASE_USER = 'handpick';

/** A data folder of PostgreSQL with its password. */
export interface Cluster {
  folder: string;
  password: string;
}

/**
 * Opens or makes a cluster at `folder`; its password is kept in `passwordFile`, readable by this process's user alone.
 * A crash in the middle leaves no half-made cluster: it is made beside its place and moved there.
 */
export async function openCluster(binaries: Binaries, folder: string, passwordFile: string, user: RunAs): Promise<Cluster> {
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await makeCluster(binaries, folder, passwordFile, user);
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18')
    throw new Fault('DATABASE_VERSION', `${folder} was made by PostgreSQL ${version}, this is 18: move it away, or set DATABASE_URL`);
  if (!existsSync(passwordFile))
    throw new Fault('NO_PASSWORD', `${passwordFile} is missing, so ${folder} can't be opened: put the file back, or move the folder away`);
  return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
}

async function makeCluster({ initdb }: Binaries, folder: string, passwordFile: string, user: RunAs): Promise<void> {
  const password = existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : randomBytes(24).toString('base64url');
  mkdirSync(path.dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}.new-`);
  try {
    const secret = path.join(partial, 'password');
    writeFileSync(secret, password, { mode: 0o600 });
    const data = path.join(partial, 'data');
    mkdirSync(data, { mode: 0o700 });
    for (const file of [partial, secret, data]) give(file, user);
    const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await promisify(execFile)(
      initdb,
      ['-D', data, '-U', DATABASE_USER, `--pwfile=${secret}`, ...settings, '--no-sync', '--no-instructions'],
      { ...user, env: environment(), cwd: '/' },
    );
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    renameSync(data, folder);
  } catch (error) {
    if (existsSync(path.join(folder, 'PG_VERSION'))) return; // another process was faster; whether it may be shared is decided later
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Fault('INITDB', `could not make a database in ${folder}: ${stderr?.trim().split('\n').at(-1) || message}`, { cause: error });
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The little that PostgreSQL needs of the environment; no PGDATA and the like of this machine's owner. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT } = process.env;
  return { PATH, ...(SYSTEMROOT && { SYSTEMROOT }), LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
}

function give(file: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}
