import { describe, expect, test } from 'vitest';
import { fitCost, secondsOf, usualCost } from '../../../schema/forecast/cost.ts';
import { PARTS, trialWork, type Work } from '../../../schema/forecast/work.ts';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { example, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const mnist = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
const training = { epochs: 2, batchSize: 32, trainImages: 16_000, validationImages: null };
const counts = { trainCount: 50_000, validationCount: 10_000 };

describe('work of a trial', () => {
  test('counts three passes over the training images and one over the others, every epoch', () => {
    const network = parseNotation('P(2,2), SM(10)', { input: mnist.image, padding: 'same' });
    const images = 2 * (3 * 16_000 + 10_000);
    expect(trialWork(network, training, counts)).toEqual({
      trials: 1,
      epochs: 2,
      updates: 1000,
      flops: images * 2 * 14 * 14 * 10,
      outputs: images * (14 * 14 + 10),
    });
  });

  test('takes no more images than there are, and whole batches', () => {
    const network = parseNotation('SM(10)', { input: mnist.image, padding: 'same' });
    const work = trialWork(
      network,
      { epochs: 1, batchSize: 32, trainImages: 99, validationImages: 1_000 },
      { trainCount: 33, validationCount: 7 },
    );
    expect(work).toMatchObject({ epochs: 1, updates: 2, outputs: (3 * 33 + 7) * 10 });
  });
});

/** Trials of networks of the tour's space on a device with these rates, with errors of a log-normal. */
function trials(count: number, rates: number[], error: number, seed: number) {
  const space = makeSpace(spacePresets['tour-chain'], mnist);
  const random = Random.of(seed, 'trials');
  return Array.from({ length: count }, () => {
    const work = trialWork(example(space, random), training, counts);
    const exact = PARTS.reduce((sum, part, i) => sum + rates[i]! * work[part], 0);
    return { work, exact, seconds: exact * Math.exp(error * random.normal()) };
  });
}

const total = (list: { exact: number }[]) => list.reduce((sum, { exact }) => sum + exact, 0);
const predicted = (model: ReturnType<typeof usualCost>, list: { work: Work }[]) =>
  list.reduce((sum, { work }) => sum + secondsOf(model, work), 0);

describe('cost model', () => {
  // [a trial, an epoch, an update, a FLOP, an output]: a fast CPU, a slow one, a device on which only calls cost
  const devices = [
    [0.5, 0.2, 0.0005, 1.4e-11, 8e-10],
    [2, 1, 0.004, 2e-10, 4e-8],
    [3, 0.5, 0.002, 1e-13, 1e-12],
  ];

  test.each(devices)('five exact trials tell what others take (%d s a trial)', (...rates) => {
    const model = fitCost(trials(5, rates, 0, 1), usualCost(90));
    const others = trials(40, rates, 0, 2);
    expect(predicted(model, others) / total(others)).toBeGreaterThan(0.85);
    expect(predicted(model, others) / total(others)).toBeLessThan(1.15);
  });

  test('more trials come closer, and the spread is that of the errors', () => {
    const model = fitCost(trials(60, devices[0]!, 0.15, 3), usualCost(5));
    const others = trials(100, devices[0]!, 0, 4);
    expect(Math.abs(predicted(model, others) / total(others) - 1)).toBeLessThan(0.06);
    expect(model.spread).toBeGreaterThan(0.1);
    expect(model.spread).toBeLessThan(0.22);
    expect(model.trials).toBe(60);
  });

  test('one trial that hung does not spoil it', () => {
    const seen = trials(12, devices[0]!, 0.05, 5);
    seen[3]!.seconds *= 20;
    const model = fitCost(seen, usualCost(90));
    const others = trials(40, devices[0]!, 0, 6);
    expect(predicted(model, others) / total(others)).toBeLessThan(1.5);
    expect(predicted(model, others) / total(others)).toBeGreaterThan(0.8);
  });

  test('without trials the prior stays; a prior that was fitted gives way to new evidence', () => {
    const prior = usualCost(50);
    expect(fitCost([], prior)).toBe(prior);
    const before = fitCost(trials(30, devices[0]!, 0.1, 6), prior);
    const slower = devices[0]!.map((rate) => 3 * rate);
    const after = fitCost(trials(8, slower, 0.1, 7), before);
    const others = trials(40, slower, 0, 8);
    expect(Math.abs(predicted(after, others) / total(others) - 1)).toBeLessThan(0.2);
  });

  test('no rate is negative, whatever the trials say', () => {
    const odd = trials(5, devices[0]!, 0, 9).map(({ work }, i) => ({ work, seconds: 100 / (i + 1) }));
    const { rates } = fitCost(odd, usualCost(90));
    for (const part of PARTS) expect(rates[part]).toBeGreaterThan(0);
  });
});
