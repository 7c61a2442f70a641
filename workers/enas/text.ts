import type * as tfjs from '@tensorflow/tfjs-core';
import type { Architecture } from '../../schema/networks/architecture.ts';
import type { TrainingPlan } from '../../schema/plans/plan.ts';
import { PERPLEXITY_REWARD } from '../../schema/plans/rewards.ts';
import { Random } from '../../schema/random.ts';
import type { Backend, InputSpec, OptimizerSpec } from '../backends/backend.ts';
import type { TextDataset } from '../datasets/dataset.ts';
import { cutStreams } from '../datasets/streams.ts';
import { NotBuildable } from '../models/network.ts';
import { initialValues, Parameters } from '../models/parameters.ts';
import { buildRecurrentSupernet, cellInputs } from '../models/recurrent-supernet.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../training/checkpoint.ts';
import { NonFinite } from '../training/failures.ts';
import { DROPPED, dropoutMasks, perplexity, predict } from '../training/language.ts';
import { weightPenalty } from '../training/losses.ts';
import { drawSeeds } from '../training/randomness.ts';
import { divide, variablesOf } from '../training/scope.ts';
import type { Draw, Supernet } from './supernet.ts';

/** What of a space and a plan makes the shared weights. */
export interface TextSupernetOptions {
  nodes: number;
  units: number;
  training: TrainingPlan;
  seed: number;
}

/**
 * All recurrent cells of a space as language models with shared weights, in one compiled graph. Updates are by gradient descent, as in the paper, or
 * RMSProp, without momentum: what a cell does not have has a gradient of 0, and its weights stay as they are (of RMSProp the running mean of its squared
 * gradients shrinks, slowly, for a cell has few of them). Adam, which plans of earlier versions name, is RMSProp as it was for them. The state goes on from batch to batch whichever cell reads; each batch of validation data is read
 * from a state of zeros, so that cells can be compared.
 * A loss that is no number puts the weights back to the beginning of the epoch.
 * @throws NotBuildable for a text that is too short for the plan's batches
 */
export function textSupernet(backend: Backend, dataset: TextDataset, { nodes, units, training, seed }: TextSupernetOptions): Supernet {
  const { language: plan, batchSize: streams, optimizer } = training;
  if (!plan) throw new NotBuildable('training.language: missing; allowed: sequence length and dropout');
  const { sequenceLength: length, dropout } = plan;
  const { tf } = backend;
  const cut = (tokens: Int32Array, most: number | null) =>
    cutStreams(tokens.subarray(0, most ?? tokens.length), { streams, length, rest: false });
  const train = cut(dataset.train, training.trainImages);
  const validation = cut(dataset.validation, training.validationImages);
  for (const [name, { count }] of Object.entries({ train, validation }))
    if (count === 0) throw new NotBuildable(`dataset ${dataset.name}: too little text for ${name} batches of ${streams} x ${length}`);
  const network = buildRecurrentSupernet(tf, dataset.vocabulary.length, units, nodes);
  const carried = new Parameters(tf);
  const state = carried.carried('state', [streams, units]) as tfjs.Tensor as tfjs.Variable<tfjs.Rank.R2>;
  const { parameters, trained, frozen } = divide([...network.parameters, ...carried.all], 'FULL');
  const words: InputSpec = { shape: [length + 1, streams], dtype: 'int32' };
  const drawn = dropout > 0 ? Object.values(DROPPED).map((name) => [name, { shape: [streams, units], draw: 'UNIFORM' as const }]) : [];
  const clip = optimizer.clipNorm === null ? {} : { clipNorm: optimizer.clipNorm };
  const rule: OptimizerSpec = optimizer.kind === 'SGD' ? { kind: 'SGD', ...clip } : { kind: 'RMSPROP', rho: 0.99, ...clip };
  const program = backend.compile({
    key: JSON.stringify(['enas', dataset.hash, nodes, units, training.language, streams, rule, optimizer.weightDecay]),
    variables: variablesOf(trained),
    frozen: variablesOf(frozen),
    step: {
      inputs: { words, carried: { shape: [], dtype: 'float32' }, ...network.inputs, ...Object.fromEntries(drawn) },
      optimizer: rule,
      loss: (inputs, assign) => {
        const masks = dropout > 0 ? dropoutMasks(tf, inputs, dropout) : undefined;
        const before = tf.mul(state, inputs.carried!) as tfjs.Tensor2D;
        const model = network.model(inputs);
        const { losses, last } = predict(tf, model, inputs.words!, before, masks);
        assign(state, last);
        const loss = tf.mean(losses) as tfjs.Scalar;
        const penalty = weightPenalty(tf, model.kernels, optimizer.weightDecay);
        return [penalty ? tf.add(loss, penalty) : loss, loss];
      },
    },
    functions: {
      evaluate: {
        inputs: { words, ...network.inputs },
        outputs: (inputs) => [tf.mean(predict(tf, network.model(inputs), inputs.words!, tf.zeros([streams, units])).losses)],
      },
    },
  });
  let epoch = 0;
  const ready = program.write(initialValues(parameters, seed, 0));
  const present = async () => ({ weights: await program.read(), optimizer: await program.optimizerState() });
  /** At the beginning of the epoch: where a loss that is no number sends back to, for the update before it has spoilt the weights. */
  let begun: Awaited<ReturnType<typeof present>> | null = null;

  const cellOf = (architecture: Architecture) => {
    if (architecture.family !== 'recurrent' || architecture.nodes.length !== nodes || architecture.units !== units)
      throw new NotBuildable(`the shared weights are of recurrent cells of ${nodes} nodes and ${units} units`);
    return cellInputs(architecture.nodes);
  };
  const rewardOf = (loss: number) => PERPLEXITY_REWARD / perplexity(loss);

  return {
    trainBatches: train.count,
    validationBatches: validation.count,
    begin(next) {
      epoch = next;
    },
    async train({ batch, architecture }: Draw, learningRate) {
      await ready;
      if (batch === 0) begun = await present();
      const random = Random.of(seed, 'enas', 'dropout', epoch, batch);
      const inputs = {
        words: train.take([batch]),
        carried: Float32Array.of(batch === 0 ? 0 : 1),
        ...cellOf(architecture),
        ...Object.fromEntries(drawn.map(([name]) => [name, drawSeeds(1, random)])),
      };
      const [minimised, loss] = await program.steps(inputs, [learningRate]);
      if (!Number.isFinite(minimised)) {
        if (begun) await program.write(begun.weights, begun.optimizer);
        throw new NonFinite(minimised!, { epoch, step: batch + 1, learningRate });
      }
      return { loss: loss!, reward: rewardOf(loss!) };
    },
    async evaluate({ batch, architecture }) {
      await ready;
      const [losses] = await program.run('evaluate', { words: validation.take([batch]), ...cellOf(architecture) });
      const loss = losses![0]!;
      return { loss, reward: rewardOf(loss) };
    },
    async save() {
      await ready;
      const place = { run: 0, epoch, attempt: 0, best: null, curve: [], runs: [], seconds: 0 };
      return encodeCheckpoint({ seed, ...place, ...(await present()) }, parameters);
    },
    async restore(bytes) {
      await ready;
      const saved = decodeCheckpoint(bytes, parameters, seed);
      await program.write(saved.weights, saved.optimizer ?? undefined);
      epoch = saved.epoch;
    },
    dispose: () => program.dispose(),
  };
}
