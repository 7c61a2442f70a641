import { describe, expect, test } from 'vitest';
import { REGRESSORS } from '../../../schema/plans/prediction.ts';
import { predictionError } from '../../../schema/prediction/error.ts';
import { Random } from '../../../schema/random.ts';
import { learn, type Row } from '../../../workers/prediction/predictor.ts';

const EPOCHS = 20;

/**
 * Made-up learning curves: accuracy rises to a limit at a speed; both depend on the width and depth of a network, and each value has noise. A quarter of
 * the epochs is seen.
 */
function candidates(count: number, seed: number): Row[] {
  const random = Random.of(seed, 'curves');
  return Array.from({ length: count }, () => {
    const [width, depth] = [random.uniform(), random.uniform()];
    const limit = 0.6 + 0.25 * width + 0.12 * depth * width + 0.01 * random.normal();
    const speed = 0.15 + 0.3 * (1 - depth);
    const value = (epoch: number) => limit * (1 - Math.exp(-speed * epoch)) + 0.005 * random.normal();
    const curve = Array.from({ length: EPOCHS / 4 }, (_, i) => value(i + 1));
    return { curve, features: [width, depth, 3], reward: value(EPOCHS) };
  });
}

describe.each(REGRESSORS)('%s', (regressor) => {
  const rows = candidates(60, 1);
  const others = candidates(200, 2);
  const best = Math.max(...rows.map(({ reward }) => reward));
  const predict = learn(rows, regressor, 1);
  const outlooks = others.map(({ curve, features }) => predict(curve, features, best));

  test('predicts what it has not seen', () => {
    const { r2, spearman } = predictionError(
      outlooks.map(({ value, ...rest }, i) => ({ predicted: value, ...rest, reward: others[i]!.reward })),
    );
    expect(r2).toBeGreaterThan(regressor === 'FOREST' ? 0.75 : 0.9);
    expect(spearman).toBeGreaterThan(0.85);
  });

  test('its intervals hold about 19 rewards in 20', () => {
    const inside = outlooks.filter(({ low, high }, i) => others[i]!.reward >= low && others[i]!.reward <= high).length;
    expect(inside / others.length).toBeGreaterThan(0.88);
    expect(inside / others.length).toBeLessThanOrEqual(1);
  });

  test('chances are chances: of those that it gives less than 5%, hardly one beats the best', () => {
    const stopped = outlooks.flatMap(({ chance }, i) => (chance < 0.05 ? [others[i]!.reward > best] : []));
    // most are hopeless, and are known to be
    expect(stopped.length).toBeGreaterThan(others.length / 2);
    expect(stopped.filter(Boolean).length / stopped.length).toBeLessThan(0.05);
    expect(outlooks.every(({ chance }) => chance >= 0 && chance <= 1)).toBe(true);
  });

  test('the chance falls as the best rises', () => {
    const [{ curve, features }] = others as [Row];
    const chances = [0, 0.5, 0.7, 0.9, 1.5].map((known) => predict(curve, features, known).chance);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(chances[0]).toBeGreaterThan(0.99);
    expect(chances.at(-1)).toBeLessThan(0.01);
  });

  test('the same rows and seed give the same numbers', () => {
    const again = learn(candidates(60, 1), regressor, 1);
    expect(others.map(({ curve, features }) => again(curve, features, best))).toEqual(outlooks);
  });

  test('never leaves the rewards that it knows, whatever the curve', () => {
    const rewards = rows.map(({ reward }) => reward);
    for (const scale of [-1e6, 0, 1e6]) {
      const { value, low, high, chance } = predict(Array(EPOCHS / 4).fill(scale), [0, 0, 3], best);
      expect(value).toBeGreaterThanOrEqual(Math.min(...rewards));
      expect(value).toBeLessThanOrEqual(Math.max(...rewards));
      expect([low, high, chance].every(Number.isFinite)).toBe(true);
    }
  });

  test('rewards that are all the same: no chance to beat them', () => {
    const flat = learn(
      rows.map((row) => ({ ...row, reward: 0.5 })),
      regressor,
      1,
    );
    expect(flat(others[0]!.curve, others[0]!.features, 0.5)).toMatchObject({ chance: 0 });
  });

  test('five rows, and curves of one point, are enough to say something finite', () => {
    const few = candidates(5, 3).map(({ curve, ...row }) => ({ ...row, curve: curve.slice(0, 1) }));
    const { curve, features } = few[0]!;
    const outlook = learn(few, regressor, 1)(curve, features, best);
    expect(Object.values(outlook).every(Number.isFinite)).toBe(true);
  });
});

test.each(REGRESSORS)('a search over made-up curves with %s: epochs are saved, and the best is found all the same', (regressor) => {
  const all = candidates(200, 5);
  const ended: Row[] = [];
  let epochs = 0;
  let predict: ReturnType<typeof learn> | null = null;
  for (const [i, candidate] of all.entries()) {
    const best = Math.max(...ended.map(({ reward }) => reward), 0);
    // as often as it is cheap here: a search learns anew for every candidate
    if (ended.length >= 20 && (!predict || i % 10 === 0)) predict = learn(ended, regressor, 1);
    const stopped = (i + 1) % 10 !== 0 && predict !== null && predict(candidate.curve, candidate.features, best).chance < 0.05;
    epochs += stopped ? EPOCHS / 4 : EPOCHS;
    if (!stopped) ended.push(candidate);
  }
  const best = (rows: readonly Row[]) => Math.max(...rows.map(({ reward }) => reward));
  expect(epochs).toBeLessThan(0.6 * EPOCHS * all.length);
  expect(best(ended)).toBe(best(all));
});
