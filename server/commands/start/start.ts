import type { App } from '../../app.ts';
import { readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { type LocalWorker, planWorkers } from '../machine/local-plan.ts';
import { type LocalWorkers, startLocalWorkers } from '../machine/local-workers.ts';
import { provideNative } from '../machine/native.ts';
import { aborted, stopSignal } from '../machine/stop.ts';
import { BACKEND_HELP, readBackend } from '../shared-options.ts';
import { buildPage } from './page.ts';

const HELP = `Starts Handpick: database, page, GraphQL and workers on this machine.

  npm start -- [options]

  --port N         port of page and GraphQL; the next free one when it is taken (default 4000)
  --host ADDRESS   address to listen on (default 127.0.0.1: this machine only)
  --data FOLDER    database and files (default: HANDPICK_DATA, else ~/.local/share/handpick)
  --workers N      processes that train on this machine, 0 to 64 (default: one a GPU; without a GPU as measured to be fastest here,
                   once, at the first start of machines with up to 4 cores, or by npm run backend -- measure)
  --threads N      threads of each (default: the cores shared among them)
  --device N       trains on this one of the visible GPUs only, from 0 (NVIDIA's, or WebGPU's adapters)
  --backend NAME   ${BACKEND_HELP}
  --no-worker      the same as --workers 0
  --empty          makes no tour searches at the first start
  --dev            the page is built as it is asked for, for work on it
  --help           this text

Environment
  DATABASE_URL      a PostgreSQL to use instead of the embedded one
  PUBLIC_URL        the address that people use, when it is another, e.g. behind a proxy
  HANDPICK_BACKEND  as --backend
  HANDPICK_CACHE    folder of native TensorFlow (default ~/.cache/handpick)

Ctrl-C stops everything; the next start goes on where this one stopped.`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  workers: { type: 'string' },
  threads: { type: 'string' },
  device: { type: 'string' },
  backend: { type: 'string' },
  'no-worker': { type: 'boolean' },
  empty: { type: 'boolean' },
  dev: { type: 'boolean' },
} as const;

const DEFAULT_PORT = 4000;

/** The command `npm start`. */
export const main = (args: string[]): Promise<never> => runCommand(() => start(args));

async function start(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  const options = readStart(given);
  const { workers: count, threads, device, backend } = options;
  const stop = stopSignal();
  const line = console.log;
  Object.assign(process.env, { NODE_ENV: options.dev ? 'development' : 'production' });
  let plan: Plan = { workers: [], why: 'none' };
  try {
    await Promise.all([count !== 0 && provideNative(backend, line, stop), options.dev || buildPage(line, stop)]);
    stop.throwIfAborted();
    // after the page was built, so that nothing else works while the machine is measured
    if (count !== 0) plan = await planWorkers({ workers: count, threads, device, backend, measure: true }, line, stop);
  } catch (error) {
    if (stop.aborted) return 0;
    throw error;
  }
  const app = await startPlatform(options);
  let workers: LocalWorkers | null = null;
  try {
    workers = await open(app, options, plan, line);
    await aborted(stop);
    line('Stopping');
  } finally {
    await workers?.stop();
    await app.stop();
  }
  return 0;
}

type Start = ReturnType<typeof readStart>;

interface Plan {
  workers: LocalWorker[];
  why: string;
}

function readStart(given: NonNullable<ReturnType<typeof readOptions<typeof OPTIONS>>>) {
  return {
    port: readNumber('port', given.port, 0, 65_535),
    host: given.host,
    data: dataFolder(given.data),
    workers: given['no-worker'] ? 0 : readNumber('workers', given.workers, 0, 64),
    threads: readNumber('threads', given.threads, 1, 1024),
    device: readNumber('device', given.device, 0, 1023),
    backend: readBackend(given.backend),
    empty: given.empty ?? false,
    dev: given.dev ?? false,
  };
}

async function startPlatform({ port, host, data, dev }: Start): Promise<App> {
  // Only now: React and Next look at NODE_ENV when they are loaded.
  const [{ startApp }, { readEnvironment }] = await Promise.all([import('../../app.ts'), import('../../environment.ts')]);
  const environment = readEnvironment();
  const wanted = port ?? (process.env.PORT ? environment.port : DEFAULT_PORT);
  const app = await startApp({
    port: wanted,
    portFallback: true,
    host: host ?? environment.host,
    databaseUrl: environment.databaseUrl,
    dataDir: data,
    web: dev ? 'development' : 'production',
    publicUrl: environment.publicUrl,
  });
  if (wanted !== 0 && app.port !== wanted) console.log(`Port ${wanted} is taken: using ${app.port}`);
  return app;
}

/** Prints the one link, makes the tour at the very first start, and starts the workers. */
async function open(app: App, options: Start, { workers, why }: Plan, line: (line: string) => void): Promise<LocalWorkers | null> {
  const [{ firstStart }, { localWorkerToken }, { oldestTeam, forgetCommandAccounts }, { readEnvironment }] = await Promise.all([
    import('../../teams/invitations.ts'),
    import('../../teams/tokens.ts'),
    import('../machine/command-account.ts'),
    import('../../environment.ts'),
  ]);
  await forgetCommandAccounts(app.database);
  const address = readEnvironment().publicUrl ?? app.url.replace('//127.0.0.1:', '//localhost:');
  const first = await firstStart(app.database);
  if (first?.fresh && !options.empty) await (await import('./tour.ts')).createTour(app.database, first.teamId);
  line(`Data: ${app.embedded ? options.data : `${options.data} (files), DATABASE_URL (database)`}`);
  line(
    first
      ? `\n  Open this link to make the first account (it works once):\n  ${address.replace(/\/$/, '')}/welcome/${first.secret}\n`
      : `\n  Handpick is at ${address}\n`,
  );
  const teamId = first?.teamId ?? (await oldestTeam(app.database));
  if (workers.length === 0 || !teamId) return null;
  line(`Workers: ${why}; Ctrl-C stops everything`);
  const token = await localWorkerToken(app.database, teamId);
  return startLocalWorkers({ server: app.url, token, workers, backend: options.backend, line });
}
