import { expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { largestPerplexity, principalPlane, startTsne, unpackVectors } from '../../../web/candidate/vectors.ts';
import { packVectors } from '../../../workers/training/embedding.ts';

const random = Random.of(1, 'clouds');

it('vectors come back as a worker packed them', () => {
  const values = Float32Array.from({ length: 40 * 7 }, () => 10 * random.normal());
  const { data, dimensions } = packVectors(values, 40);
  const vectors = unpackVectors(data.buffer as ArrayBuffer, 40, dimensions);
  expect(vectors).toHaveLength(40);
  vectors.forEach((vector, row) => {
    vector.forEach((value, i) => {
      expect(value).toBeCloseTo(values[7 * row + i]!, 2);
    });
  });
  expect(() => unpackVectors(data.buffer as ArrayBuffer, 41, dimensions)).toThrow(/vectors: \d+ bytes; allowed: \d+/);
});

it('the principal plane is that of most variance: scores of known directions, in order of their spread', () => {
  // spread 9 along (1, 1, 0, 0) / sqrt(2), 3 along (0, 0, 1, -1) / sqrt(2), almost none else
  const known = Array.from({ length: 300 }, () => [9 * random.normal(), 3 * random.normal()] as const);
  const vectors = known.map(([a, b]) => [a, a, b, -b].map((value) => value / Math.SQRT2 + 0.01 * random.normal() + 5));
  const places = principalPlane(vectors);
  const covariance = (list: readonly (readonly number[])[], i: number, j: number) => {
    const mean = (axis: number) => list.reduce((sum, at) => sum + at[axis]!, 0) / list.length;
    const [a, b] = [mean(i), mean(j)];
    return list.reduce((sum, at) => sum + (at[i]! - a) * (at[j]! - b), 0) / (list.length - 1);
  };
  // eigenvalues of the 2 x 2 covariance of what was drawn, in closed form
  const [p, q, r] = [covariance(known, 0, 0), covariance(known, 1, 1), covariance(known, 0, 1)];
  const root = Math.sqrt(((p - q) / 2) ** 2 + r * r);
  expect(covariance(places, 0, 0) / ((p + q) / 2 + root)).toBeCloseTo(1, 2);
  expect(covariance(places, 1, 1) / ((p + q) / 2 - root)).toBeCloseTo(1, 2);
  expect(covariance(places, 0, 1) / Math.sqrt(p * q)).toBeCloseTo(0, 3);
});

it('where there is no spread, or only one direction of it, the plane is flat', () => {
  expect(
    principalPlane([
      [1, 2],
      [1, 2],
      [1, 2],
    ]),
  ).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  const line = principalPlane([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  expect(line.map(([, y]) => Math.abs(y))).toEqual([0, 0, 0].map((zero) => expect.closeTo(zero, 6)));
  expect(Math.abs(line[2]![0] - line[0]![0])).toBeCloseTo(2 * Math.SQRT2, 6);
});

it('t-SNE keeps clouds apart', () => {
  const clouds = Array.from({ length: 60 }, (_, i) => Array.from({ length: 10 }, (_, d) => (d === i % 3 ? 20 : 0) + random.normal()));
  const tsne = startTsne(clouds, 10, 20);
  tsne.step(300);
  const places = tsne.places();
  const distance = (a: number, b: number) => Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1]);
  let right = 0;
  for (let i = 0; i < 60; i++) {
    const nearest = Array.from({ length: 60 }, (_, j) => j)
      .filter((j) => j !== i)
      .reduce((best, j) => (distance(i, j) < distance(i, best) ? j : best), (i + 1) % 60);
    if (nearest % 3 === i % 3) right++;
  }
  expect(right).toBeGreaterThan(57);
  expect([500, 10, 2].map(largestPerplexity)).toEqual([166, 3, 2]);
});
