import type { Controller, ControllerState, Result } from '../../workers/controllers/controller.ts';
import { quantile } from './figures.ts';

/** One step of a controller that has observed `results` results; times in ms. */
export interface StepFigure {
  results: number;
  /** With the state in memory, as a worker has it from its last step: mean, and what one step in twenty is above. */
  ms: number;
  ms_p95: number;
  /** From the state as text to the next one as text, as of a worker that took over: decode, step, encode. */
  json_ms: number;
  /** Of the state, as JSON. */
  bytes: number;
}

/** Steps that are timed: with the state in memory, and as text. */
export const TIMED = { memory: 200, text: 10 };
const PARALLELISM = 4;

/**
 * Runs a search until `results` were observed, and times the steps that follow, which observe one result each.
 * @param rewardOf of a training, by network and the epochs it is trained to (undefined: to the end)
 * @throws RangeError where the space is too small
 */
export function measureSteps(
  controller: Controller,
  rewardOf: (notation: string, epochs: number | undefined) => number,
  results: number,
  seed: number,
  timings = TIMED,
): StepFigure {
  const limits = { parallelism: PARALLELISM, budget: results + timings.memory + timings.text + PARALLELISM };
  const waiting: { notation: string; epochs: number | undefined }[] = [];
  let state = controller.start(seed);
  const step = (from: ControllerState, count: number): ControllerState => {
    const observed: Result[] = waiting.splice(0, count).map(({ notation, epochs }, i) => {
      return { number: from.observed + i + 1, notation, reward: rewardOf(notation, epochs) };
    });
    const outcome = controller.step(from, observed, limits);
    waiting.push(...outcome.proposals.map(({ notation, epochs }) => ({ notation, epochs })));
    return outcome.state;
  };
  state = step(state, 0);
  while (state.observed < results) {
    if (waiting.length === 0) throw new RangeError(`results: ${results}; allowed: up to ${state.observed}, then the space is exhausted`);
    state = step(state, Math.min(PARALLELISM, results - state.observed));
  }
  const text = JSON.stringify(state);
  const times = Array.from({ length: timings.memory }, () => timed(() => (state = step(state, 1))));
  let encoded = JSON.stringify(state);
  const textTimes = Array.from({ length: timings.text }, () => timed(() => (encoded = JSON.stringify(step(JSON.parse(encoded), 1)))));
  return {
    results,
    ms: round(times.reduce((sum, each) => sum + each, 0) / timings.memory),
    ms_p95: round(quantile(times, 0.95)),
    json_ms: round(textTimes.reduce((sum, each) => sum + each, 0) / timings.text),
    bytes: Buffer.byteLength(text),
  };
}

function timed(act: () => void): number {
  const begin = performance.now();
  act();
  return performance.now() - begin;
}

const round = (value: number) => Number(value.toFixed(3));
