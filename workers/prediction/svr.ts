import type { Fit } from './regressor.ts';
import { standardised } from './standardise.ts';

/** In units of standardised inputs and targets. */
export interface SvrSettings {
  /** Largest weight of a row. */
  cost: number;
  /** Of the kernel exp(-gamma |x - x'|^2). */
  gamma: number;
  /** Errors up to this cost nothing. */
  epsilon: number;
}

/** How far the optimum's conditions may be missed; a tenth of LIBSVM's. */
const TOLERANCE = 1e-4;
const MOST_STEPS = 1_000_000;

/**
 * Support vector regression (Drucker et al. 1997) with an RBF kernel. The dual
 *
 *     min 1/2 sum b_i b_j K_ij + epsilon sum |b_i| - sum y_i b_i,   sum b_i = 0,   -cost <= b_i <= cost
 *
 * is solved by sequential minimal optimisation: two weights a step, chosen by second-order information (Fan, Chen & Lin 2005), as LIBSVM does.
 */
export const svr =
  ({ cost, gamma, epsilon }: SvrSettings): Fit =>
  (inputs, targets) =>
    standardised(inputs, targets, (rows, y) => {
      const kernel = rows.map((row) => Float64Array.from(rows, (other) => rbf(row, other, gamma)));
      const { weights, bias } = solve(kernel, y, cost, epsilon);
      const support = rows.flatMap((row, i) => (weights[i] === 0 ? [] : [{ row, weight: weights[i]! }]));
      return (input) => support.reduce((sum, { row, weight }) => sum + weight * rbf(row, input, gamma), bias);
    });

function rbf(a: Float64Array, b: Float64Array, gamma: number): number {
  let square = 0;
  for (let i = 0; i < a.length; i++) square += (a[i]! - b[i]!) ** 2;
  return Math.exp(-gamma * square);
}

/**
 * Each weight is the difference of two that are not negative: `up` for rows whose target lies above, `down` for those below. With
 * e_i = y_i - sum_j K_ij b_j, the optimum has e_i - epsilon (of up) and e_i + epsilon (of down) on the right sides of the bias.
 */
function solve(kernel: readonly Float64Array[], y: Float64Array, cost: number, epsilon: number): { weights: Float64Array; bias: number } {
  const n = y.length;
  const up = new Float64Array(n);
  const down = new Float64Array(n);
  const error = y.slice();
  // places 0 .. n - 1 are of `up`, n .. 2n - 1 of `down`
  const row = (place: number) => (place < n ? place : place - n);
  const value = (place: number) => (place < n ? error[place]! - epsilon : error[place - n]! + epsilon);
  const mayRise = (place: number) => (place < n ? up[place]! < cost : down[place - n]! > 0);
  const mayFall = (place: number) => (place < n ? up[place]! > 0 : down[place - n]! < cost);
  /** How far b of the place's row may rise (+1) or fall (-1) by this one alone. */
  const room = (place: number, sign: number) => {
    const weight = place < n ? up[place]! : down[place - n]!;
    return place < n === sign > 0 ? cost - weight : weight;
  };
  const move = (place: number, by: number) => {
    if (place < n) up[place] = Math.min(cost, Math.max(0, up[place]! + by));
    else down[place - n] = Math.min(cost, Math.max(0, down[place - n]! - by));
  };

  let highest = 0;
  let lowest = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let first = -1;
    highest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < 2 * n; place++) {
      if (!mayRise(place) || value(place) <= highest) continue;
      first = place;
      highest = value(place);
    }
    let second = -1;
    let gain = 0;
    lowest = Number.POSITIVE_INFINITY;
    const k = kernel[row(first)]!;
    for (let place = 0; place < 2 * n; place++) {
      if (!mayFall(place)) continue;
      const at = value(place);
      lowest = Math.min(lowest, at);
      const gap = highest - at;
      if (gap <= 0) continue;
      // the kernel of a point with itself is 1
      const curvature = Math.max(1e-12, 2 - 2 * k[row(place)]!);
      if ((gap * gap) / curvature <= gain) continue;
      second = place;
      gain = (gap * gap) / curvature;
    }
    if (second < 0 || highest - lowest < TOLERANCE) break;
    const [i, j] = [row(first), row(second)];
    const curvature = Math.max(1e-12, 2 - 2 * k[j]!);
    const by = Math.min((highest - value(second)) / curvature, room(first, 1), room(second, -1));
    move(first, by);
    move(second, -by);
    const kj = kernel[j]!;
    for (let r = 0; r < n; r++) error[r]! -= by * (k[r]! - kj[r]!);
    if (i === j) error[i] = y[i]! - dot(kernel[i]!, up, down);
  }
  return {
    weights: up.map((weight, i) => weight - down[i]!),
    bias: biasOf(2 * n, value, (p) => mayRise(p) && mayFall(p), highest, lowest),
  };
}

const dot = (k: Float64Array, up: Float64Array, down: Float64Array) => k.reduce((sum, each, i) => sum + each * (up[i]! - down[i]!), 0);

/** The mean over weights within their bounds, where the conditions hold with equality; without any, the middle of what is allowed. */
function biasOf(
  places: number,
  value: (place: number) => number,
  free: (place: number) => boolean,
  highest: number,
  lowest: number,
): number {
  let sum = 0;
  let count = 0;
  for (let place = 0; place < places; place++) {
    if (!free(place)) continue;
    sum += value(place);
    count++;
  }
  return count > 0 ? sum / count : (highest + lowest) / 2;
}
