import { cpus } from 'node:os';
import type { BackendName } from '../../workers/backends/backend.ts';
import { BACKEND_NAMES, openBackend } from '../../workers/backends/choose.ts';
import { loadDataset } from '../../workers/datasets/load.ts';
import { runTrial } from '../../workers/training/trial.ts';
import { figureBench } from './bench.ts';
import { oneOf, readTexts, whole } from './options.ts';
import { SAMPLED, SAMPLED_NAMES, type SampledName, sampledCandidate } from './sampled-candidates.ts';
import { type SampledRun, type SamplesFigure, samplesSeconds } from './samples-figure.ts';

const HELP = `What pictures cost: 32 generated images after each epoch, and reconstructions, a latent grid and an embedding after the last, as a
share of the candidate's training (forward pass, gradients and update). Where not the whole candidate is trained, its seconds are extrapolated.

  npm run bench -- samples [--candidate NAME] [--epochs N] [--images N] [--backend NAME] [--threads N] [--json FILE]

  --candidate   default: all
${SAMPLED_NAMES.map((name) => `                  ${name.padEnd(11)} ${SAMPLED[name].about}`).join('\n')}
  --epochs      that are trained, 2 or more
  --images      of an epoch, 1,000 to 60,000
  --backend     ${BACKEND_NAMES.join(', ')}; default: tensorflow
  --threads     of one operation; default: one a core
  --json        file that gets the lines as well`;

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
function parseOptions(args: string[]) {
  const values = readTexts(args, ['candidate', 'epochs', 'images', 'backend', 'threads', 'json']);
  if (values === 'help') return 'help';
  return {
    candidates: values.candidate === undefined ? SAMPLED_NAMES : [oneOf('candidate', values.candidate, SAMPLED_NAMES)],
    epochs: values.epochs === undefined ? null : whole('epochs', values.epochs, 2, 2, 1000),
    images: values.images === undefined ? null : whole('images', values.images, 1000, 1000, 60_000),
    backend: oneOf('backend', values.backend ?? 'tensorflow', BACKEND_NAMES),
    threads: whole('threads', values.threads, cpus().length, 1, 1024),
    json: values.json ?? null,
  };
}

type Options = Exclude<ReturnType<typeof parseOptions>, 'help'>;

export const samples = figureBench({
  name: 'samples',
  about: "what a candidate's pictures cost, as a share of its training",
  help: HELP,
  parse: parseOptions,
  async *figures(options) {
    for (const candidate of options.candidates) yield await measure(candidate, options);
  },
});

async function measure(name: SampledName, { epochs, images, backend, threads }: Options): Promise<SamplesFigure> {
  const part = { epochs: epochs ?? SAMPLED[name].epochs, images: images ?? SAMPLED[name].images };
  const dataset = loadDataset('MNIST');
  const { training } = sampledCandidate(name, dataset);
  const of = { epochs: training.epochs, images: training.trainImages ?? dataset.train.count };
  const { run, tiles } = await train(name, part, { backend, threads });
  return {
    ...{ bench: 'samples', candidate: name, network: SAMPLED[name].notation, backend, threads, tiles },
    ...{ epochs: of.epochs, images: of.images, measured_epochs: part.epochs, measured_images: part.images },
    ...samplesSeconds(run, of),
  };
}

/**
 * Trains it as a worker does. A trial works only while its next report is asked for, and what it does between an epoch's metrics and its
 * first picture is to make all of that epoch's pictures.
 */
async function train(
  name: SampledName,
  { epochs, images }: { epochs: number; images: number },
  { backend: backendName, threads }: { backend: BackendName; threads: number },
): Promise<{ run: SampledRun; tiles: Record<string, number> }> {
  const backend = await openBackend({ name: backendName, threads, progress: (line) => console.error(line) });
  const dataset = loadDataset('MNIST');
  const { architecture, training } = sampledCandidate(name, dataset);
  const plan = { ...training, epochs, trainImages: images, timeoutSeconds: Number.MAX_VALUE };
  const tools = { backend, signal: new AbortController().signal, log: (line: string) => console.error(line) };
  const reports = runTrial({ architecture, dataset, training: plan, seed: 1 }, tools);
  const pictured: number[] = [];
  let tiles: Record<string, number> = {};
  let before = '';
  while (true) {
    const begin = performance.now();
    const { value } = await reports.next();
    const seconds = (performance.now() - begin) / 1000;
    if (!value) throw new Error(`${name}: the trial ended without a result`);
    if (value.type === 'samples') {
      if (before === 'metrics') pictured.push(seconds);
      tiles = { ...(before === 'metrics' ? {} : tiles), [value.kind]: value.count };
      console.error(`epoch ${value.epoch}: ${value.count} of ${value.kind}`);
    }
    if (value.type === 'finished') {
      if (value.status === 'FAILED') throw new Error(`${name}: ${value.message}`);
      return { run: { training: value.phases.training, samples: pictured, images }, tiles };
    }
    before = value.type;
  }
}
