import { ShapeError } from '../../schema/networks/shapes.ts';
import { NotBuildable } from '../models/network.ts';

/**
 * Failures that are results: a search goes on after them, with the reason kept beside the candidate. This is the whole list; anything
 * else is an ERROR, which is kept with its message too.
 */
export type FailureReason = 'NAN' | 'OUT_OF_MEMORY' | 'TIMEOUT' | 'NOT_BUILDABLE' | 'ERROR';

export interface Failure {
  reason: FailureReason;
  /** For people: where it happened and what to change. */
  message: string;
}

/** The loss became infinite or not a number. */
export class NonFinite extends Error {
  constructor(loss: number, where: { epoch: number; step?: number; learningRate: number }) {
    const place = where.step === undefined ? `validation after epoch ${where.epoch}` : `epoch ${where.epoch}, step ${where.step}`;
    super(`loss is ${loss} in ${place} (learning rate ${where.learningRate})`);
    this.name = 'NonFinite';
  }
}

/** The trial took longer than its plan allows. */
export class TimedOut extends Error {
  constructor(seconds: number, epoch: number) {
    super(`stopped after ${seconds} s (training.timeoutSeconds), in epoch ${epoch}`);
    this.name = 'TimedOut';
  }
}

/** How TensorFlow, wasm and V8 say that memory ran out; none of them throws an error of a class of its own. */
const outOfMemory = [
  /\bOOM\b/,
  /out of memory/i,
  /RESOURCE_EXHAUSTED|ResourceExhausted/,
  /failed to allocate/i,
  /allocation failed/i,
  /bad_alloc/,
  /Invalid typed array length/,
];

export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NonFinite) return { reason: 'NAN', message };
  if (error instanceof TimedOut) return { reason: 'TIMEOUT', message };
  if (error instanceof NotBuildable || error instanceof ShapeError) return { reason: 'NOT_BUILDABLE', message };
  if (outOfMemory.some((pattern) => pattern.test(message))) return { reason: 'OUT_OF_MEMORY', message };
  return { reason: 'ERROR', message };
}
