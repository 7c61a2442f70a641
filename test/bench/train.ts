import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BackendName } from '../../workers/backends/backend.ts';
import { BACKEND_NAMES } from '../../workers/backends/choose.ts';
import { mnistFolder } from '../../workers/datasets/mnist.ts';
import { figureBench } from './bench.ts';
import { type Measured, startMeasured } from './child.ts';
import { type Slice, type TrainFigure, trainFigure } from './figures.ts';
import { provideKeras } from './keras.ts';
import { architectureOf, NETWORK_NAMES, NETWORKS, type NetworkName, trainingFlops } from './networks.ts';
import { oneOf, whole } from './options.ts';

const HELP = `Images a second in training, beside Keras on the same TensorFlow (wasm: beside plain tfjs wasm), slice by slice in turn.

  npm run bench -- train [--network NAME] [--backend NAME] [--threads N] [--repeat N] [--seconds N] [--json FILE]

  --network   ${NETWORK_NAMES.join(', ')}; default: all (wasm: small-cnn)
  --backend   ${BACKEND_NAMES.join(', ')}; default: all that are here
  --threads   of one operation, for both sides; default: one a core
  --repeat    slices of each side, of which the median is taken; default: 5
  --seconds   of one slice; default: 3
  --no-yardstick   only our side
  --json      file that gets the lines as well`;

export interface TrainOptions {
  networks: NetworkName[] | null;
  backends: BackendName[];
  threads: number;
  repeat: number;
  seconds: number;
  yardstick: boolean;
  json: string | null;
}

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): TrainOptions | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    network: text,
    backend: text,
    threads: text,
    repeat: text,
    seconds: text,
    json: text,
    'no-yardstick': flag,
    help: flag,
  };
  const { values } = parseArgs({ args, options });
  if (values.help) return 'help';
  return {
    networks: values.network === undefined ? null : [oneOf('network', values.network, NETWORK_NAMES)],
    backends: values.backend === undefined ? [...BACKEND_NAMES] : [oneOf('backend', values.backend, BACKEND_NAMES)],
    threads: whole('threads', values.threads, cpus().length, 1, 1024),
    repeat: whole('repeat', values.repeat, 5, 1, 1000),
    seconds: whole('seconds', values.seconds, 3, 1, 600),
    yardstick: !values['no-yardstick'],
    json: values.json ?? null,
  };
}

/** Speed of training, network by network and backend by backend. */
export const train = figureBench({
  name: 'train',
  about: 'images a second in training, beside Keras (wasm: beside plain tfjs)',
  help: HELP,
  parse: parseOptions,
  async *figures(options, missing) {
    for (const backend of options.backends) {
      const networks = options.networks ?? (backend === 'wasm' ? (['small-cnn'] as const) : NETWORK_NAMES);
      for (const network of networks) {
        try {
          yield* measureNetwork(network, backend, options, (line) => console.error(line));
        } catch (error) {
          missing(`${network} on ${backend}: not measured: ${(error as Error).message}`);
        }
      }
    }
  },
});

interface Yardstick {
  name: string;
  process: Measured;
}

/** The figures of one network on one backend: one line a yardstick, or one without. */
export async function* measureNetwork(
  network: NetworkName,
  backend: BackendName,
  { threads, repeat, seconds, yardstick }: Pick<TrainOptions, 'threads' | 'repeat' | 'seconds' | 'yardstick'>,
  progress: (line: string) => void,
): AsyncGenerator<TrainFigure, void, undefined> {
  const used = backend === 'wasm' ? 1 : threads;
  const ours = await startOurs(network, backend, used);
  let yardsticks: Yardstick[] = [];
  try {
    if (yardstick) yardsticks = await startYardsticks(network, backend, used, progress);
    progress(`${network} on ${ours.ready}, ${used} thread${used === 1 ? '' : 's'}: ${repeat} slices of ${seconds} s`);
    for (const { name, process } of yardsticks) progress(`  beside ${name} (${process.ready})`);
    const peak = await ours.peak();
    const slices: Slice[] = [];
    const theirs = yardsticks.map((): Slice[] => []);
    for (let turn = 0; turn < repeat; turn++) {
      slices.push(await ours.measure(seconds));
      for (const [i, { process }] of yardsticks.entries()) theirs[i]!.push(await process.measure(seconds));
    }
    const flops = trainingFlops(architectureOf(network));
    const about = { network, backend, threads: used };
    if (yardsticks.length === 0) yield trainFigure({ ...about, yardstick: defaultYardstick(backend) }, slices, null, flops, peak);
    for (const [i, { name }] of yardsticks.entries()) yield trainFigure({ ...about, yardstick: name }, slices, theirs[i]!, flops, peak);
  } finally {
    await Promise.all([ours, ...yardsticks.map(({ process }) => process)].map((each) => each.end()));
  }
}

const defaultYardstick = (backend: BackendName) => (backend === 'wasm' ? 'plain wasm' : 'keras');

function startOurs(network: NetworkName, backend: BackendName, threads: number): Promise<Measured> {
  return startTypeScript('train-ours.ts', [network, String(threads)], { HANDPICK_BACKEND: backend });
}

/** What is missing for a yardstick is one line to `progress`, and no yardstick. */
async function startYardsticks(
  network: NetworkName,
  backend: BackendName,
  threads: number,
  progress: (line: string) => void,
): Promise<Yardstick[]> {
  const yardsticks: Yardstick[] = [];
  try {
    if (backend === 'wasm') {
      if (network === 'small-cnn') yardsticks.push({ name: 'plain wasm', process: await startTypeScript('train-plain-wasm.ts', [], {}) });
      return yardsticks;
    }
    const python = await provideKeras(progress);
    const count = String(threads);
    const environment = {
      TF_NUM_INTRAOP_THREADS: count,
      TF_NUM_INTEROP_THREADS: count,
      OMP_NUM_THREADS: count,
      TF_ENABLE_ONEDNN_OPTS: '1',
      TF_CPP_MIN_LOG_LEVEL: '2',
    };
    for (const steps of [1, 16]) {
      const args = [script('keras_yardstick.py'), network, String(NETWORKS[network].batch), String(steps), mnistFolder()];
      const process = await startMeasured(python, args, environment);
      yardsticks.push({ name: steps === 1 ? 'keras' : `keras steps_per_execution=${steps}`, process });
    }
    return yardsticks;
  } catch (error) {
    await Promise.all(yardsticks.map(({ process }) => process.end()));
    progress(`No yardstick for ${network} on ${backend}: ${(error as Error).message}`);
    return [];
  }
}

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const startTypeScript = (name: string, args: string[], environment: Record<string, string>) =>
  startMeasured(process.execPath, ['--import', import.meta.resolve('tsx'), script(name), ...args], environment);
