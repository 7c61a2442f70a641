import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from './backend.ts';

/** Thrown when a traced function does what a compiled program cannot repeat. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  constructor(where: string, problem: string) {
    super(`${where}: ${problem}`);
  }
}

const RANDOM = 'random numbers are drawn inside (randomNormal, dropout, multinomial, ...); draw them outside and pass them as an input';

/** Operations that draw inside the library, whose seeds a graph and tfjs do not treat alike. @throws TraceError */
export function refuseRandom(where: string, operation: string): void {
  if (operation === 'Multinomial') throw new TraceError(where, RANDOM);
}

type DataId = tfjs.Tensor['dataId'];
type Engine = ReturnType<TF['engine']>;

/**
 * Runs `body` while everything that would make its result differ from a later call is refused: random numbers, values read back into
 * JavaScript, variables made or assigned. Numbers drawn by tfjs from a seed written in the code pass: tfjs gives the same ones in every call,
 * compiled or not. `isConstant` says which tensors may be read, because their numbers were written in the code.
 */
export function guarded<T>(tf: TF, where: string, isConstant: (id: DataId) => boolean, body: () => T): T {
  const engine: Engine = tf.engine();
  const { random } = Math;
  const { readSync, read, makeVariable } = engine;
  const { assign } = tf.Variable.prototype;
  const refuse = (problem: string): never => {
    throw new TraceError(where, problem);
  };
  const readable = (id: DataId) =>
    isConstant(id) || refuse('a tensor is read into JavaScript (dataSync, data or array); its value would stay as it is now, for ever');

  Math.random = () => refuse(RANDOM);
  engine.readSync = (id) => readable(id) && readSync.call(engine, id);
  engine.read = (id) => {
    readable(id);
    return read.call(engine, id);
  };
  engine.makeVariable = () => refuse('a variable is made inside; make it before, and list it in `variables`');
  tf.Variable.prototype.assign = function (this: tfjs.Variable) {
    refuse(`variable ${this.name} is assigned inside; return the new value as an output instead`);
  };
  try {
    return body();
  } finally {
    Math.random = random;
    Object.assign(engine, { readSync, read, makeVariable });
    tf.Variable.prototype.assign = assign;
  }
}
