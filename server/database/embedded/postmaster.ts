import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, DATABASE_USER, environment } from './cluster.ts';
import type { RunAs } from './user.ts';

/** A running PostgreSQL. */
export interface Postmaster {
  pid: number;
  port: number;
}

const PATIENCE = 20_000;
/** Nothing is kept: no need to wait for a disk. */
const FORGETFUL = [
  '-c',
  'fsync=off',
  '-c',
  'synchronous_commit=off',
  '-c',
  'full_page_writes=off',
  '-c',
  'wal_level=minimal',
  '-c',
  'max_wal_senders=0',
];
const SETTINGS = [
  '-c',
  'shared_buffers=64MB',
  '-c',
  'max_connections=100',
  '-c',
  'log_min_messages=warning',
  '-c',
  'unix_socket_directories=',
];

/** The address of a database in the cluster. */
export function addressOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;
}

/** Finds the PostgreSQL that runs on the cluster, left over by a killed process, or starts one. */
export async function ensureRunning(binaries: Binaries, cluster: Cluster, user: RunAs, ephemeral: boolean): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const running = await findRunning(cluster);
    if (running) return running;
    const started = await start(binaries, cluster, user, ephemeral);
    if (typeof started !== 'string') return started;
    // it may still be shutting down after the last stop, or another process took the port in between
    if (Date.now() > deadline || !/postmaster.pid|could not bind|Address already in use/.test(started))
      throw new Fault('DATABASE_START', `PostgreSQL did not start in ${cluster.folder}: ${started}`);
    await sleep(200);
  }
}

/**
 * SIGINT closes connections and writes everything down. SIGQUIT ends at once: for what is not kept, and for a disk that is too slow
 * for somebody who pressed Ctrl-C; nothing committed is lost, the next start reads it from the log.
 */
export async function stopPostmaster({ pid }: Postmaster, ephemeral: boolean): Promise<void> {
  if (!ephemeral && signal(pid, 'SIGINT') && (await ends(pid, 1_200))) return;
  if (signal(pid, 'SIGQUIT') && !(await ends(pid, PATIENCE))) throw new Fault('DATABASE_STOP', `PostgreSQL (process ${pid}) does not stop`);
}

async function ends(pid: number, within: number): Promise<boolean> {
  const deadline = Date.now() + within;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** What a cluster's postmaster.pid says: the process and its port. */
export function readPostmaster(folder: string): Postmaster | null {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return Number(pid) > 0 && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null;
}

async function findRunning(cluster: Cluster): Promise<Postmaster | null> {
  const postmaster = readPostmaster(cluster.folder);
  return postmaster && isAlive(postmaster.pid) && (await answers(cluster, postmaster.port)) ? postmaster : null;
}

/** @returns the running PostgreSQL, or the last lines it wrote before it ended */
async function start({ postgres }: Binaries, cluster: Cluster, user: RunAs, ephemeral: boolean): Promise<Postmaster | string> {
  const port = await freePort();
  const log = path.join(path.dirname(cluster.folder), `${path.basename(cluster.folder)}.log`);
  const output = openSync(log, 'w', 0o600);
  const args = ['-D', cluster.folder, '-p', String(port), '-h', '127.0.0.1', ...SETTINGS, ...(ephemeral ? FORGETFUL : [])];
  // a session of its own: Ctrl-C is for us, we stop it in order
  const child = spawn(postgres, args, { ...user, env: environment(), cwd: '/', stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  child.unref();
  const ended = endOf(child);
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const failure = await Promise.race([ended, sleep(20, null)]);
    if (failure !== null) return failure || lastLines(log);
    if (await answers(cluster, port)) return { pid: child.pid!, port };
  }
  signal(child.pid!, 'SIGQUIT');
  return `no answer within ${PATIENCE / 1000} s; ${lastLines(log)}`;
}

/** '' when it ended by itself, the reason when it could not be started. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(''));
  });
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' / ') || 'it said nothing';
}

/** Whether *this* cluster answers at the port. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(cluster, port, 'postgres'), connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined); // closed while it starts: the same answer as below
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return path.resolve(rows[0]?.data_directory ?? '') === path.resolve(cluster.folder);
  } catch {
    return false; // not up, or not ours
  } finally {
    await client.end().catch(() => undefined); // was never connected
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    if (code === 'EPERM' && name === 0) return true; // somebody else's
    throw error;
  }
}

/** Whether a process with that id is there. */
export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
