import { builtInDatasets, builtInTexts, dataShape } from '../../../schema/datasets.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { training } from '../../../schema/plans/defaults.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { heaviestNetwork, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import type { TextDataset } from '../../../workers/datasets/dataset.ts';
import { loadDataset } from '../../../workers/datasets/load.ts';
import { imageSupernet } from '../../../workers/enas/images.ts';
import { makeSupernet } from '../../../workers/enas/make.ts';
import { playRound } from '../../../workers/enas/round.ts';
import { startEnas } from '../../../workers/enas/state.ts';
import { forgetPeak, resident } from './resident.ts';

/**
 * A process that plays the first round of a preset of ENAS, `NAME`, and then trains the heaviest network of its space. Prints resident bytes: `before`
 * (with TensorFlow and the images loaded and a tiny network trained), the `peak` of the round, and that with the heaviest network.
 */
const { plan, dataset: datasetName, space: spaceName } = presets.find(({ name }) => name === process.argv[2])!;
const limits = spacePresets[spaceName];
const backend = await openBackend({ threads: 1 });

const mnist = loadDataset('MNIST');
const tiny = imageSupernet(backend, mnist, { ...training.CLASSIFICATION, batchSize: 8, trainImages: 64, validationImages: 64 }, 1);
tiny.begin(1);
await tiny.train({ batch: 0, architecture: parseNotation('C(2,3,1), SM(10)', { input: mnist.image, padding: 'same' }) }, 0.001);
tiny.dispose();

const text = builtInTexts.find(({ name }) => name === datasetName);
/** Words of which only the numbers count, as many as the text has. */
const words = (count: number, step: number) => Int32Array.from({ length: count }, (_, i) => (i * step) % text!.vocabulary);
const dataset = text
  ? ({
      ...{ name: text.name, unit: 'WORDS', hash: 'words', test: words(100, 1) },
      vocabulary: Array.from({ length: text.vocabulary }, (_, i) => `w${i}`),
      ...{ train: words(text.trainCount, 7), validation: words(text.validationCount, 11) },
    } satisfies TextDataset)
  : mnist;
const images = builtInDatasets.find(({ name }) => name === 'MNIST')!;
const space = makeSpace(limits, dataShape({ ...images, vocabulary: text?.vocabulary ?? null }));
const before = resident('VmRSS');
forgetPeak();
const supernet = makeSupernet(backend, dataset, { limits, training: plan.training, seed: plan.seed });
const { policy, enas } = plan.controller;
const tools = { signal: new AbortController().signal, progress: () => {}, breathe: async () => {} };
await playRound(startEnas(plan.seed), space, supernet, { policy, enas, optimizer: plan.training.optimizer, rounds: 1 }, tools);
await supernet.save();
const peak = resident('VmHWM');
const architecture = heaviestNetwork(space, { parameter: 0, output: 1 });
for (let batch = 0; batch < 2; batch++) await supernet.train({ batch, architecture }, 1e-6);
console.log(JSON.stringify({ before, peak, heaviest: resident('VmHWM') }));
process.exit(0);
