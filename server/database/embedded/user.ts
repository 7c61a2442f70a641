import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The user and group PostgreSQL runs as; empty: the one this process has. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the cluster's owner, else as `postgres`, else as `nobody`. */
export function runAs(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether that user can enter the folder; a parent such as /root (0700) prevents it. */
export function canEnter(folder: string, user: RunAs): boolean {
  if (user.uid === undefined) return true;
  try {
    execFileSync('/bin/ls', ['-d', `${folder}/.`], { ...user, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false; // the answer, not a failure
  }
}
