import { describe, expect, test } from 'vitest';
import { split } from '../../../workers/datasets/split.ts';
import { initialValues } from '../../../workers/models/parameters.ts';
import { adversarial } from '../../../workers/training/adversarial.ts';
import { discriminatorLoss, generatorLoss } from '../../../workers/training/adversarial-losses.ts';
import { decodeCheckpoint } from '../../../workers/training/checkpoint.ts';
import { Clock } from '../../../workers/training/clock.ts';
import { mnistTrial, ofType, reportsOf, seriesOf, tools } from './kit.ts';

const notation = 'Z(2) | C(16,4,2), C(8,4,2), C(8,4,2)';
const small = { discriminator: 'C(8,5,2), C(16,5,2)', batchNormalisation: true, trainImages: 1000 };

test('losses are those of the paper, by way of probabilities', async () => {
  const { tf } = (await tools()).backend;
  const [original, generated] = [
    [2, -1, 0],
    [0.5, -3, 0],
  ];
  const D = (f: number) => 1 / (1 + Math.exp(-f));
  const against = discriminatorLoss(tf, tf.tensor1d(original!), tf.tensor1d(generated!)).dataSync();
  const minimax = generatorLoss(tf, tf.tensor1d(generated!), 'MINIMAX').dataSync();
  const fooling = generatorLoss(tf, tf.tensor1d(generated!), 'NON_SATURATING').dataSync();
  generated!.forEach((f, i) => {
    expect(against[i]).toBeCloseTo(-Math.log(D(original![i]!)) - Math.log(1 - D(f)), 5);
    expect(minimax[i]).toBeCloseTo(Math.log(1 - D(f)), 5);
    expect(fooling[i]).toBeCloseTo(-Math.log(D(f)), 5);
  });
  expect(generatorLoss(tf, tf.tensor1d([-1e4]), 'NON_SATURATING').dataSync()[0]).toBeCloseTo(1e4, 0);
});

describe('a generator against a discriminator, on real MNIST', () => {
  test('both learn; what is generated is shown, and the verdict is a probability', async () => {
    const reports = await reportsOf(mnistTrial(notation, { ...small, epochs: 3 }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    const accuracy = seriesOf(reports, 'discriminator.accuracy', 'TRAIN');
    // untrained it would guess
    expect(accuracy[0]!).toBeGreaterThan(0.55);
    for (const verdict of seriesOf(reports, 'discriminator.verdict')) {
      expect(verdict).toBeGreaterThan(0);
      expect(verdict).toBeLessThan(1);
    }
    expect(ofType(reports, 'samples').map((s) => `${s.epoch} ${s.kind}`)).toEqual([
      '1 GENERATED',
      '2 GENERATED',
      '3 GENERATED',
      '3 LATENT_GRID',
    ]);
  });

  test.each(['MINIMAX', 'NON_SATURATING'] as const)('%s: a step of plain descent is each one on its own loss', async (kind) => {
    const rate = 0.5;
    const plan = { discriminator: 'FC(4)', batchNormalisation: false, epochs: 1, trainImages: 8, batchSize: 8, validationImages: 8 };
    const work = mnistTrial('Z(2) | C(4,4,2), C(4,4,3)', { ...plan, loss: { kind }, optimizer: { kind: 'SGD', learningRate: rate } });
    const given = await tools();
    const { tf } = given.backend;
    const task = adversarial(work, given);
    const { data } = ofType(await reportsOf(work), 'checkpoint').at(-1)!;
    const after = decodeCheckpoint(data, task.parameters, 1).weights;
    const before = initialValues(task.parameters, 1, 0);
    task.parameters.forEach(({ variable }, i) => {
      variable.assign(tf.tensor(before[i]!, variable.shape));
    });
    // the copy begins as the discriminator, and is it as it was before the update
    const own = task.parameters.filter(({ name }) => name.startsWith('discriminator')).length / 2;
    const first = task.parameters.length - 2 * own;
    for (let i = 0; i < own; i++) {
      expect(before[first + own + i]).toEqual(before[first + i]);
      expect(after[first + own + i]).toEqual(before[first + i]);
    }
    // one batch of the same images and noise, whose order and weights do not matter to a mean
    const moved = (i: number) => Math.hypot(...Array.from(after[i]!, (value, k) => value - before[i]![k]!));
    const program = given.backend.compile(task.spec);
    await program.write(before);
    const { evaluate } = task;
    const images = split(work.dataset, { train: 8, validation: 8 }, 1);
    const clock = new Clock(600, given.signal);
    const untrained = await evaluate(program, images.validation, 1, clock);
    await program.write(after);
    const trained = await evaluate(program, images.validation, 1, clock);
    for (let i = 0; i < first + own; i++) if (task.parameters[i]!.kernel) expect(moved(i), task.parameters[i]!.name).toBeGreaterThan(0);
    // on other images of the same kind the discriminator is better than it was
    expect(trained['discriminator.loss']!).toBeLessThan(untrained['discriminator.loss']!);
    program.dispose();
  });

  test('a generator is not trained by the discriminator that it meets: without a generator loss it stays', async () => {
    const given = await tools();
    const { tf } = given.backend;
    const work = mnistTrial('Z(2) | C(4,4,2), C(4,4,3)', { discriminator: 'FC(4)', batchSize: 4 });
    const task = adversarial(work, given);
    initialValues(task.parameters, 3, 0).forEach((values, i) => {
      const { variable } = task.parameters[i]!;
      variable.assign(tf.tensor(values, variable.shape));
    });
    const inputs = {
      images: tf.randomUniform([4, 28, 28, 1], 0, 1, 'float32', 1),
      weights: tf.fill([4], 0.25),
      noise: tf.randomNormal([4, 2], 0, 1, 'float32', 2),
    };
    const scalars = (index: number) => tf.variableGrads(() => task.spec.step.loss(inputs, () => {})[index]!, task.spec.variables);
    const size = (index: number, theirs: boolean) => {
      const { grads } = scalars(index);
      const of = task.parameters.filter(
        ({ variable, name }) => task.spec.variables.includes(variable) && name.startsWith('discriminator') === theirs,
      );
      return of.reduce((sum, { variable }) => sum + (grads[variable.name]?.abs().sum().dataSync()[0] ?? 0), 0);
    };
    // 1: the generator's loss, 2: the discriminator's
    expect(size(1, false)).toBeGreaterThan(0);
    expect(size(2, true)).toBeGreaterThan(0);
    expect(size(1, true)).toBe(0);
    expect(size(2, false)).toBe(0);
    tf.dispose(task.parameters.map(({ variable }) => variable));
  });

  test('interrupted and resumed, with copy and moving averages, it ends with the same numbers', async () => {
    const plan = { ...small, trainImages: 128, epochs: 3 };
    const given = await tools({ checkpointSeconds: 0 });
    const whole = await reportsOf(mnistTrial(notation, plan), given);
    const rest = await reportsOf(mnistTrial(notation, plan, { checkpoint: ofType(whole, 'checkpoint')[0]!.data }), given);
    expect(ofType(rest, 'metrics')).toEqual(ofType(whole, 'metrics').slice(1));
    expect(ofType(rest, 'samples')).toEqual(ofType(whole, 'samples').filter((s) => s.epoch > 1));
  });

  test('a loss of another task is refused with what is allowed', async () => {
    const [end] = await reportsOf(mnistTrial(notation, { ...small, loss: { kind: 'VANILLA' } }));
    expect(end).toMatchObject({ reason: 'NOT_BUILDABLE', message: expect.stringContaining('allowed are NON_SATURATING and MINIMAX') });
  });
});
