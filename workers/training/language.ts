import type * as tfjs from '@tensorflow/tfjs-core';
import { LOSS, PERPLEXITY, TEST_PERPLEXITY } from '../../schema/plans/metrics.ts';
import type { FunctionSpec, Inputs, Program, TF } from '../backends/backend.ts';
import { isText } from '../datasets/dataset.ts';
import { cutStreams, type Streams } from '../datasets/streams.ts';
import type { LanguageModel, Masks } from '../models/language-model.ts';
import { NotBuildable } from '../models/network.ts';
import { Parameters } from '../models/parameters.ts';
import { buildRecurrent } from '../models/recurrent.ts';
import type { Clock } from './clock.ts';
import { weightPenalty } from './losses.ts';
import { optimizerSpec } from './schedule.ts';
import { divide, kernelsOf, variablesOf } from './scope.ts';
import { NEXT, writeTexts } from './texts.ts';
import type { Task, Values } from './train.ts';
import type { AnyData, TrialTools, TrialWork } from './trial.ts';

/** Inputs of the step beside the words: 0 for the first sequences of the streams, 1 behind others. */
const CARRIED = 'carried';
const WORDS = 'words';
export const DROPPED = { words: 'droppedWords', states: 'droppedStates' } as const;

/** A loss whose exponential is a number that JSON can hold. */
const HIGHEST_LOSS = 100;

/** exp of the mean loss of a word. */
export const perplexity = (loss: number): number => Math.exp(Math.min(loss, HIGHEST_LOSS));

/**
 * Language modelling (Pham et al. 2018, section 3.1; thesis 4.6): minimises the negative log-likelihood of the next word. The text is read as
 * streams beside each other, whose state is carried from update to update while gradients end where a sequence begins (truncated
 * backpropagation through time). Validation reads its text the same way, all of it, without dropout.
 */
export function language({ architecture, dataset, training, seed }: TrialWork<AnyData>, { backend }: TrialTools): Task {
  if (architecture.family !== 'recurrent') throw new NotBuildable(`a ${architecture.family} network cannot be trained on text`);
  if (!isText(dataset)) throw new NotBuildable(`dataset ${dataset.name} is pictures; language modelling needs text`);
  const { language: plan, batchSize: streams } = training;
  if (!plan) throw new NotBuildable('training.language: missing; allowed: sequence length and dropout');
  if (architecture.input.channels !== dataset.vocabulary.length)
    throw new NotBuildable(
      `the network is for ${architecture.input.channels} words; dataset ${dataset.name} has ${dataset.vocabulary.length}`,
    );
  const { tf } = backend;
  const { sequenceLength: length, dropout } = plan;
  const { units } = architecture;
  const cut = (tokens: Int32Array, most: number | null, rest: boolean) =>
    cutStreams(tokens.subarray(0, most ?? tokens.length), { streams, length, rest });
  const train = cut(dataset.train, training.trainImages, false);
  const validation = cut(dataset.validation, training.validationImages, true);
  const test = cut(dataset.test, null, true);
  for (const [name, { count }] of Object.entries({ train, validation }))
    if (count === 0) throw new NotBuildable(`dataset ${dataset.name}: too little text for ${name} batches of ${streams} x ${length}`);
  const network = buildRecurrent(tf, architecture);
  const carried = new Parameters(tf);
  const state = carried.carried('state', [streams, units]) as tfjs.Tensor as tfjs.Variable<tfjs.Rank.R2>;
  const { parameters, trained, frozen } = divide([...network.parameters, ...carried.all], training.scope);
  const evaluate = evaluationOf(tf, network, { length, streams, units });
  const drawn = dropout > 0 ? Object.values(DROPPED).map((name) => [name, { shape: [streams, units], draw: 'UNIFORM' as const }]) : [];
  return {
    parameters,
    size: 1,
    rows: { train: every(train), validation: every(validation) },
    inOrder: { perRow: streams * length },
    spec: {
      variables: variablesOf(trained),
      frozen: variablesOf(frozen),
      step: {
        inputs: {
          [WORDS]: { shape: [length + 1, streams], dtype: 'int32' },
          [CARRIED]: { shape: [], dtype: 'float32' },
          ...Object.fromEntries(drawn),
        },
        optimizer: optimizerSpec(training.optimizer),
        loss: (inputs, assign) => {
          const masks = dropout > 0 ? dropoutMasks(tf, inputs, dropout) : undefined;
          const { losses, last } = predict(tf, network, inputs[WORDS]!, tf.mul(state, inputs[CARRIED]!) as tfjs.Tensor2D, masks);
          assign(state, last);
          const loss = tf.mean(losses) as tfjs.Scalar;
          const penalty = weightPenalty(tf, kernelsOf(trained), training.optimizer.weightDecay);
          return [penalty ? tf.add(loss, penalty) : loss, loss];
        },
      },
      functions: { evaluate, [NEXT.name]: NEXT.function(network, units) },
    },
    scalars: [LOSS],
    given: ({ rows }) => ({ [WORDS]: train.take(rows), [CARRIED]: Float32Array.from(rows, (row) => (row === 0 ? 0 : 1)) }),
    derived: ({ [LOSS]: loss, ...others }): Values => ({ [LOSS]: loss!, [PERPLEXITY]: perplexity(loss!), ...others }),
    evaluate: async (program, rows, _, clock) => {
      const loss = await meanLoss(program, validation, rows, units, clock);
      return { [LOSS]: loss, [PERPLEXITY]: perplexity(loss) };
    },
    judged: async (program, _, clock): Promise<Values> => {
      if (test.count === 0) return {};
      return { [TEST_PERPLEXITY]: perplexity(await meanLoss(program, test, every(test), units, clock)) };
    },
    samples: async (program, _, last) => (last ? [{ kind: 'TEXT', texts: await writeTexts(program, dataset, { units, seed }) }] : []),
  };
}

const every = ({ count }: Streams) => Uint32Array.from({ length: count }, (_, i) => i);

/** Losses of the words of [T + 1, B] that follow others, [T x B], and the state behind the last but one, [B, units]. */
export function predict(
  tf: TF,
  network: LanguageModel,
  words: tfjs.Tensor,
  state: tfjs.Tensor2D,
  masks?: Masks,
): { losses: tfjs.Tensor1D; last: tfjs.Tensor2D } {
  const streams = words.shape[1]!;
  const flat = tf.reshape(words, [words.size]) as tfjs.Tensor1D;
  const count = words.size - streams;
  const { states, last } = network.read(tf.slice1d(flat, 0, count), state, masks);
  return { losses: network.losses(states, tf.slice1d(flat, streams, count)), last };
}

/** Inverted dropout of words and states, the same at all moments of a sequence. */
export function dropoutMasks(tf: TF, inputs: Inputs, rate: number): Masks {
  const mask = (name: string): tfjs.Tensor2D => tf.mul(tf.cast(tf.greaterEqual(inputs[name]!, rate), 'float32'), 1 / (1 - rate));
  return { words: mask(DROPPED.words), states: mask(DROPPED.states) };
}

/** A function of words, the state before them, and 1 for the moments that count: the sum of their losses, and the state behind. */
export function evaluationOf(
  tf: TF,
  network: LanguageModel,
  { length, streams, units }: { length: number; streams: number; units: number },
): FunctionSpec {
  return {
    inputs: {
      words: { shape: [length + 1, streams], dtype: 'int32' },
      state: { shape: [streams, units], dtype: 'float32' },
      counted: { shape: [length, 1], dtype: 'float32' },
    },
    outputs: ({ words, state, counted }) => {
      const { losses, last } = predict(tf, network, words!, state as tfjs.Tensor2D);
      return [tf.sum(tf.mul(tf.reshape(losses, [length, streams]), counted!)), last];
    },
  };
}

/** Mean loss of a word over batches of a text from its beginning, state carried over. */
async function meanLoss(program: Program, text: Streams, rows: Uint32Array, units: number, clock: Clock): Promise<number> {
  const { streams, length } = text;
  let state: Float32Array = new Float32Array(streams * units);
  let sum = 0;
  let words = 0;
  for (const row of rows) {
    const moments = text.moments(row);
    await clock.duringAsync('evaluation', async () => {
      const counted = new Float32Array(length).fill(1, 0, moments);
      const [losses, last] = await program.run('evaluate', { words: text.take([row]), state, counted });
      sum += losses![0]!;
      words += moments * streams;
      state = last!;
    });
    await clock.breathe();
  }
  return sum / words;
}
