import type * as tfjs from '@tensorflow/tfjs-core';
import { ACCURACY, LOSS } from '../../../schema/plans/metrics.ts';
import type { Backend, Program } from '../../backends/backend.ts';
import type { Dataset, ImageSet } from '../../datasets/dataset.ts';
import { buildClassifier } from '../../models/classifier.ts';
import { decodeCheckpoint } from '../checkpoint.ts';
import { runTrial, type TrialReport } from '../trial.ts';
import { type Gaussian, gaussianOf } from './gaussian.ts';
import { JUDGE_SEED, judgeNetwork, judgeTraining } from './network.ts';
import { agreementWith } from './scores.ts';

/** A classifier of one dataset that looks at what other networks generate: always the same network, trained once. */
export interface Judge {
  /** Share of held-out images that it classifies rightly: how far it can be trusted. */
  accuracy: number;
  /** Its features of all validation images. */
  validation: Gaussian;
  /** Images [n, h, w, c] in [0, 1] to probabilities [n, classes] and the features before them [n, d]. */
  look(images: Float32Array): Promise<{ probabilities: Float32Array; features: Float32Array; width: number }>;
  dispose(): void;
}

/** What is kept of a judge; `checkpoint` is its training's last one. */
export interface KeptJudge {
  accuracy: number;
  validation: Gaussian;
  checkpoint: Uint8Array;
}

export interface JudgeTools {
  backend: Backend;
  signal: AbortSignal;
  /** Of its training, about once a second and after each epoch. */
  progress: (line: string) => void;
}

/** Images that are looked at together. */
const BATCH = 128;

/** The judge's training was cut short. */
export class Unfinished extends Error {
  constructor() {
    super('the training of the judge was cancelled');
    this.name = 'Unfinished';
  }
}

/** Whether a dataset can have a judge: each image has one class. */
export const canBeJudged = ({ classes, multiLabel }: Dataset): boolean => classes > 1 && !multiLabel;

/** Trains the judge of a dataset. @throws Unfinished when the signal aborts, Error when the training fails */
export async function trainJudge(dataset: Dataset, { backend, signal, progress }: JudgeTools): Promise<KeptJudge> {
  const work = {
    architecture: judgeNetwork(dataset.image, dataset.classes),
    dataset,
    training: judgeTraining(dataset.train.count),
    seed: JUDGE_SEED,
  };
  const { epochs } = work.training;
  let checkpoint: Uint8Array | undefined;
  for await (const report of runTrial(work, { backend, signal, log: progress, checkpointSeconds: Number.MAX_VALUE })) {
    if (report.type === 'checkpoint') checkpoint = report.data;
    else if (report.type === 'finished' && report.status === 'FAILED') throw new Error(`the judge cannot be trained: ${report.message}`);
    else tell(report, epochs, progress);
  }
  if (signal.aborted || !checkpoint) throw new Unfinished();
  const judge = await openJudge(dataset, { accuracy: Number.NaN, validation: { mean: [], covariance: [] }, checkpoint }, backend);
  try {
    const seen = await judge.look(unit(dataset.validation));
    const validation = gaussianOf(seen.features, seen.width);
    const heldOut = dataset.test ?? dataset.validation;
    const { probabilities } = dataset.test ? await judge.look(unit(dataset.test)) : seen;
    return { accuracy: agreementWith(heldOut.labels, probabilities, dataset.classes), validation, checkpoint };
  } finally {
    judge.dispose();
  }
}

function tell(report: TrialReport, epochs: number, progress: (line: string) => void): void {
  if (report.type === 'progress')
    progress(`epoch ${report.epoch} of ${epochs}, step ${report.step} of ${report.steps}, ${Math.round(report.imagesPerSecond)} images/s`);
  if (report.type !== 'metrics') return;
  const value = (name: string) =>
    report.metrics.find((metric) => metric.name === name && metric.split === 'VALIDATION')?.value ?? Number.NaN;
  progress(`epoch ${report.epoch} of ${epochs}: loss ${value(LOSS).toPrecision(3)}, accuracy ${(100 * value(ACCURACY)).toFixed(2)}%`);
}

/** Puts a kept judge on a backend. @throws Error when the checkpoint is damaged or of another network */
export async function openJudge(dataset: Dataset, { accuracy, validation, checkpoint }: KeptJudge, backend: Backend): Promise<Judge> {
  const { tf } = backend;
  const { image, classes } = dataset;
  const architecture = judgeNetwork(image, classes);
  const network = buildClassifier(tf, architecture);
  const pixels = image.height * image.width * image.channels;
  let program: Program;
  try {
    const { weights } = decodeCheckpoint(checkpoint, network.parameters, JUDGE_SEED);
    program = backend.compile({
      key: JSON.stringify(['judge', architecture]),
      variables: network.parameters.map((p) => p.variable),
      functions: {
        look: {
          inputs: { images: { shape: [BATCH, image.height, image.width, image.channels], dtype: 'float32' } },
          outputs: (inputs) => {
            const features = network.features(inputs.images as tfjs.Tensor4D);
            return [tf.softmax(network.classify(features)), features];
          },
        },
      },
    });
    await program.write(weights);
  } catch (error) {
    tf.dispose(network.parameters.map((p) => p.variable));
    throw error;
  }
  return {
    accuracy,
    validation,
    async look(images) {
      const n = images.length / pixels;
      const probabilities = new Float32Array(n * classes);
      let features = new Float32Array(0);
      let width = 0;
      const batch = new Float32Array(BATCH * pixels);
      for (let start = 0; start < n; start += BATCH) {
        const count = Math.min(BATCH, n - start);
        batch.fill(0).set(images.subarray(start * pixels, (start + count) * pixels));
        const [p, f] = (await program.run('look', { images: batch })) as [Float32Array, Float32Array];
        width = f.length / BATCH;
        if (start === 0) features = new Float32Array(n * width);
        probabilities.set(p.subarray(0, count * classes), start * classes);
        features.set(f.subarray(0, count * width), start * width);
      }
      return { probabilities, features, width };
    },
    dispose: () => program.dispose(),
  };
}

/** Pixels in [0, 1]. */
function unit({ images }: ImageSet): Float32Array {
  return Float32Array.from(images, (byte) => byte / 255);
}
