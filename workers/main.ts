import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BackendName } from './backends/backend.ts';
import { BACKEND_NAMES, openBackend } from './backends/choose.ts';
import { cacheFolder } from './backends/install/cache.ts';
import { measureSpeed } from './backends/speed.ts';
import { runLoop } from './loop/loop.ts';
import { Renewal } from './loop/renewal.ts';
import { hostCores, hostId, hostMemory } from './machine/host.ts';
import { takeSeat } from './machine/threads.ts';
import { Platform, Refused, WrongToken } from './platform.ts';

const HELP = `Trains what a Handpick server gives it.

  HANDPICK_TOKEN=hp_... node --import tsx workers/main.ts --server URL [options]

  --server URL     address of the server, e.g. http://localhost:4000
  --backend NAME   ${BACKEND_NAMES.join(' or ')}; default: TensorFlow where it can be had
  --device N       which GPU, from 0; default: the first. Of TensorFlow: the visible NVIDIA ones (CUDA_VISIBLE_DEVICES); of webgpu: as "npm run backend" lists them
  --threads N      threads of one operation; default: the cores, divided among the workers of this machine
  --memory N       MiB of memory for training on this machine, all of its workers together; default: all that there is
  --name NAME      as shown on the page; default: host and process
  --checkpoint N   seconds between checkpoints, 1 to 3600; default 15
  --help           this text

The token (of kind WORKER: Team page, API tokens) is read from the environment variable HANDPICK_TOKEN.`;

/** From a signal to the end, whatever hangs. */
const STOP_MS = 1_500;

class UsageError extends Error {}

const log = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return console.log(HELP);
  const stop = stopAtSignals();
  const seat = await takeSeat(join(cacheFolder(), 'workers', hostId()), hostCores(), options.threads);
  process.once('exit', seat.leave);
  if (seat.note) log(seat.note);
  const backend = await openBackend({ name: options.backend, device: options.device, threads: seat.threads, progress: log });
  const { device } = backend;
  const platform = new Platform(options.server, options.token, log);
  const renewal = new Renewal(options.server, options.token, log);
  const description = {
    name: options.name,
    backend: backend.name,
    backendVersion: backend.version,
    device: device.name,
    deviceKind: device.kind,
    memoryBytes: Math.min(device.memoryBytes, device.kind === 'CPU' ? hostMemory() : Infinity, options.memoryBytes),
    threads: device.threads,
    gflops: await measureSpeed(backend.tf),
    host: hostname(),
    hostId: hostId(),
    deviceId: device.id,
    reproducible: backend.reproducible,
  };
  try {
    const { checkpointSeconds } = options;
    const spoolRoot = join(cacheFolder(), 'spool');
    await runLoop(description, { platform, backend, renewal, spoolRoot, checkpointSeconds, log }, stop);
  } finally {
    await renewal.close();
  }
}

function readOptions() {
  let values: {
    server?: string;
    backend?: string;
    device?: string;
    threads?: string;
    memory?: string;
    name?: string;
    checkpoint?: string;
    help?: boolean;
  };
  try {
    values = parseArgs({
      options: {
        server: { type: 'string' },
        backend: { type: 'string' },
        device: { type: 'string' },
        threads: { type: 'string' },
        memory: { type: 'string' },
        name: { type: 'string' },
        checkpoint: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]} (--help says what is allowed)`);
  }
  if (values.help) return null;
  const token = process.env.HANDPICK_TOKEN;
  // not for the eyes of anything that this process starts
  delete process.env.HANDPICK_TOKEN;
  if (!values.server) throw new UsageError('--server: missing; give the address of the server, e.g. http://localhost:4000');
  if (!URL.canParse(values.server) || !/^https?:/.test(values.server))
    throw new UsageError(`--server: ${JSON.stringify(values.server)} is not an address; give e.g. http://localhost:4000`);
  if (!token) throw new UsageError('HANDPICK_TOKEN is not set; make a token of kind WORKER on the team page and put it there');
  if (values.backend !== undefined && !(BACKEND_NAMES as readonly string[]).includes(values.backend))
    throw new UsageError(`--backend: ${values.backend}; allowed are ${BACKEND_NAMES.join(' and ')}`);
  const device = readWhole('--device', values.device, 0, 1023);
  const threads = readWhole('--threads', values.threads, 1, 1024);
  const memory = readWhole('--memory', values.memory, 256, 2 ** 30);
  const checkpointSeconds = readWhole('--checkpoint', values.checkpoint, 1, 3600) ?? 15;
  const name = values.name ?? `${hostname()}-${process.pid}`;
  return {
    server: new URL(values.server),
    token,
    backend: values.backend as BackendName | undefined,
    device,
    threads,
    memoryBytes: memory === undefined ? Infinity : memory * 2 ** 20,
    name,
    checkpointSeconds,
  };
}

function readWhole(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${option}: ${JSON.stringify(text)}; allowed is a whole number from ${least} to ${most}`);
}

/** Aborts at SIGTERM, SIGINT, and when the process that started this one is gone. */
function stopAtSignals(): AbortSignal {
  const controller = new AbortController();
  const stop = (why: string) => {
    if (controller.signal.aborted) return;
    log(`ending: ${why}`);
    controller.abort(new Error(why));
    setTimeout(() => process.exit(0), STOP_MS).unref();
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  if (process.channel) {
    process.on('disconnect', () => stop('the process that started it is gone'));
    process.channel.unref();
  }
  return controller.signal;
}

/** One line that says what to do, for what people can mend. */
function explain(error: unknown): string {
  if (error instanceof WrongToken)
    return `The token in HANDPICK_TOKEN is not accepted (${error.message}); make one of kind WORKER on the team page.`;
  if (error instanceof UsageError || error instanceof Refused || error instanceof RangeError) return error.message;
  if (error instanceof Error && error.name === 'MissingError') return `TensorFlow cannot be used: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// Whoever read our lines may be gone before us; the work is given back all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  },
);
