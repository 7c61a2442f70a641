import { describe, expect, test } from 'vitest';
import { Random } from '../../../../schema/random.ts';
import { agreementWith, confidence, inceptionScore, mostProbable, patchError } from '../../../../workers/training/judge/scores.ts';

const rows = (...given: number[][]) => Float32Array.from(given.flat());

describe('what probabilities say', () => {
  test('a judge that is sure, of every class as often, gives the number of classes; one that always sees the same, 1', () => {
    const each = rows([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]);
    expect(inceptionScore(each, 4)).toBeCloseTo(4, 6);
    expect(confidence(each, 4)).toBe(1);
    const same = rows([0, 1, 0, 0], [0, 1, 0, 0]);
    expect(inceptionScore(same, 4)).toBeCloseTo(1, 6);
    expect(confidence(same, 4)).toBe(1);
    const lost = rows([0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]);
    expect(inceptionScore(lost, 4)).toBeCloseTo(1, 6);
    expect(confidence(lost, 4)).toBe(0.25);
  });

  test('the inception score is exp of the mutual information H(y) - H(y|x)', () => {
    const p = rows([0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4]);
    const entropy = (values: number[]) => -values.reduce((sum, v) => sum + v * Math.log(v), 0);
    const marginal = [1.1 / 3, 1.3 / 3, 0.6 / 3];
    const conditional = (entropy([0.7, 0.2, 0.1]) + entropy([0.1, 0.8, 0.1]) + entropy([0.3, 0.3, 0.4])) / 3;
    expect(inceptionScore(p, 3)).toBeCloseTo(Math.exp(entropy(marginal) - conditional), 6);
    expect(confidence(p, 3)).toBeCloseTo((0.7 + 0.8 + 0.4) / 3, 6);
  });

  test('the label of an image is its most probable class, of equal ones the first', () => {
    const p = rows([0.4, 0.4, 0.2], [0, 0.1, 0.9], [0.2, 0.5, 0.3]);
    expect([0, 1, 2].map((row) => mostProbable(p, 3, row))).toEqual([0, 2, 1]);
    expect(agreementWith(Uint8Array.of(0, 2, 2), p, 3)).toBeCloseTo(2 / 3, 12);
  });
});

describe('errors of neighbourhoods', () => {
  const size = { height: 8, width: 8, channels: 1 };
  const E = 0.01;

  test('patch means by hand: one patch is off by 0.2, the other three are right', () => {
    const images = new Float32Array(64).fill(0.5);
    const made = images.map((x, at) => (at % 8 < 4 && at < 32 ? x - 0.2 : x));
    // means 0.2, 0, 0, 0: mu = 0.05, variance = 0.0075
    const target = E / 4;
    const expected = Math.log(target / Math.sqrt(0.0075)) + (0.0075 + 0.0025) / (2 * target ** 2) - 0.5;
    expect(patchError(images, made, size, E)).toBeCloseTo(expected, 2);
    expect(patchError(images, made, size, E) / expected).toBeCloseTo(1, 6);
  });

  test('independent pixel errors of deviation E are what it compares with: there it is about 0, whatever the channels', () => {
    const random = Random.of(3, 'errors');
    for (const channels of [1, 3]) {
      const many = { height: 64, width: 64, channels };
      const images = new Float32Array(4 * 64 * 64 * channels).fill(0.5);
      const noisy = images.map((x) => x - E * random.normal());
      expect(patchError(images, noisy, many, E)).toBeGreaterThanOrEqual(0);
      expect(patchError(images, noisy, many, E)).toBeLessThan(0.02);
    }
  });

  test('errors of the same size cost more where they hold together', () => {
    const random = Random.of(4, 'signs');
    const images = new Float32Array(64).fill(0.5);
    const scattered = images.map((x) => x + 0.1 * (random.uniform() < 0.5 ? -1 : 1));
    const together = images.map((x, at) => x + (at % 8 < 4 ? 0.1 : -0.1));
    expect(patchError(images, together, size, E)).toBeGreaterThan(5 * patchError(images, scattered, size, E));
  });

  test('is the mean over the images; edges that do not fill a patch are left out', () => {
    const odd = { height: 6, width: 9, channels: 1 };
    const images = new Float32Array(2 * 54).fill(0.5);
    const made = images.slice();
    for (let at = 54; at < 108; at++) made[at] = 0.5 + 0.01 * ((at * 7) % 5);
    const alone = [patchError(images.slice(0, 54), made.slice(0, 54), odd, E), patchError(images.slice(54), made.slice(54), odd, E)];
    expect(patchError(images, made, odd, E)).toBeCloseTo((alone[0]! + alone[1]!) / 2, 8);
    const edge = made.slice();
    edge[8] = 0; // column 8 of row 0
    edge[53] = 0; // row 5
    expect(patchError(images, edge, odd, E)).toBe(patchError(images, made, odd, E));
  });
});
