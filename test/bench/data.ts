import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type BuiltInDataset, builtInDatasets } from '../../schema/datasets.ts';
import { BACKEND_NAMES } from '../../workers/backends/choose.ts';
import { figureBench } from './bench.ts';
import { startMeasured } from './child.ts';
import { median, pairedRatio, type Slice, speed } from './figures.ts';
import { NETWORKS } from './networks.ts';
import { oneOf, readTexts, whole } from './options.ts';

const DATASETS = builtInDatasets.filter(({ name }) => name !== 'MNIST').map(({ name }) => name);
const NETWORK = 'small-cnn';

const HELP = `Images a second that batches are read from the cached packed file, beside those that training ${NETWORK} takes, slice by slice in turn.

  npm run bench -- data [--dataset NAME] [--backend NAME] [--threads N] [--repeat N] [--seconds N] [--json FILE]

  --dataset   ${DATASETS.join(', ')}; default: Fashion-MNIST, whose images are as large as those that are trained on
  --backend   of the training; default: tensorflow
  --threads   of the training; default: one a core
  --repeat    slices of each side, of which the median is taken; default: 5
  --seconds   of one slice; default: 3
  --json      file that gets the line as well`;

/** The one line. */
export interface DataFigure {
  bench: 'data';
  dataset: string;
  batch: number;
  /** Whole epochs: file read, hash compared, shuffled, batches gathered. */
  images_per_s: number;
  /** Of images. */
  megabytes_per_s: number;
  yardstick: string;
  yardstick_images_per_s: number;
  /** Reading to training, the median over pairs of slices one after the other. */
  ratio: number;
}

export function dataFigure(
  { name, image }: Pick<BuiltInDataset, 'name' | 'image'>,
  yardstick: string,
  reading: readonly Slice[],
  training: readonly Slice[],
): DataFigure {
  const perSecond = median(reading.map(speed));
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    bench: 'data',
    dataset: name,
    batch: NETWORKS[NETWORK].batch,
    images_per_s: Math.round(perSecond),
    megabytes_per_s: round((perSecond * image.height * image.width * image.channels) / 1e6, 1),
    yardstick,
    yardstick_images_per_s: Math.round(median(training.map(speed))),
    ratio: round(pairedRatio(reading, training), 1),
  };
}

export const data = figureBench({
  name: 'data',
  about: `images a second read from the cache, beside those that training takes`,
  help: HELP,
  parse: parseOptions,
  async *figures(options) {
    yield await measure(options);
  },
});

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
function parseOptions(args: string[]) {
  const values = readTexts(args, ['dataset', 'backend', 'threads', 'repeat', 'seconds', 'json']);
  if (values === 'help') return 'help';
  return {
    dataset: oneOf('dataset', values.dataset ?? 'Fashion-MNIST', DATASETS),
    backend: oneOf('backend', values.backend ?? 'tensorflow', BACKEND_NAMES),
    threads: whole('threads', values.threads, cpus().length, 1, 1000),
    repeat: whole('repeat', values.repeat, 5, 1, 1000),
    seconds: whole('seconds', values.seconds, 3, 1, 1000),
    json: values.json ?? null,
  };
}

async function measure({
  dataset,
  backend,
  threads,
  repeat,
  seconds,
}: Exclude<ReturnType<typeof parseOptions>, 'help'>): Promise<DataFigure> {
  const start = (script: string, args: string[], environment: Record<string, string>) =>
    startMeasured(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL(script, import.meta.url)), ...args],
      environment,
      (line) => console.error(line),
    );
  const reader = await start('read-batches.ts', [dataset, String(NETWORKS[NETWORK].batch)], {});
  try {
    const trainer = await start('train-ours.ts', [NETWORK, String(threads)], { HANDPICK_BACKEND: backend });
    try {
      console.error(`${reader.ready}, beside ${NETWORK} on ${trainer.ready}: ${repeat} slices of ${seconds} s`);
      const reading: Slice[] = [];
      const training: Slice[] = [];
      for (let turn = 0; turn < repeat; turn++) {
        reading.push(await reader.measure(seconds));
        training.push(await trainer.measure(seconds));
      }
      const about = builtInDatasets.find(({ name }) => name === dataset)!;
      return dataFigure(about, `training ${NETWORK} on ${backend}, ${threads} threads`, reading, training);
    } finally {
      await trainer.end();
    }
  } finally {
    await reader.end();
  }
}
