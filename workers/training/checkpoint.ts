import type { OptimizerState } from '../backends/backend.ts';
import type { Parameter } from '../models/parameters.ts';
import type { Runs } from './runs.ts';

/** Where a trial stands between two epochs. */
export interface Place {
  /** Trainings from other first weights that are over. */
  run: number;
  /** The last epoch of this training that is done. */
  epoch: number;
  /** Retries at chance level so far. */
  attempt: number;
  /** This training is left alone: it guessed after its last retry. */
  givenUp?: boolean;
  /** Lowest validation loss of this training, and its epoch. */
  best: { epoch: number; loss: number } | null;
  /** The validation metric that this training is judged by, after epochs 1, 2, ... up to the one where it is; null where it was missing. */
  curve: (number | null)[];
  /** Metrics of all trainings, where there are several. */
  runs: Runs;
}

/**
 * A trial between two epochs. Every random stream of a trial is derived from its seed and the epoch, so seed and epoch are the whole
 * random state: a trial that goes on from here ends with the same bits as one that was never interrupted.
 */
export interface Checkpoint extends Place {
  seed: number;
  /** Seconds spent so far; count towards the time-out. */
  seconds: number;
  /** In the order of the network's parameters. */
  weights: Float32Array[];
  /** Null where the trial has ended and nothing goes on from here: moments are up to two thirds of the bytes. */
  optimizer: OptimizerState | null;
}

interface Header extends Omit<Checkpoint, 'weights' | 'optimizer'> {
  parameters: { name: string; shape: number[] }[];
  /** Updates made, and the length of each moment; null where only weights are kept. */
  steps: number | null;
  moments: number[] | null;
}

const MAGIC = 0x4b435048; // "HPCK", little-endian
const VERSION = 1;
const PREFIX = 12;

/** Layout, little-endian: uint32 magic, version and header length; the header as JSON; zeros to a multiple of 4; float32 numbers. */
export function encodeCheckpoint(checkpoint: Checkpoint, parameters: readonly Parameter[]): Uint8Array {
  const { weights, optimizer, ...rest } = checkpoint;
  const header: Header = {
    ...rest,
    parameters: describe(parameters),
    steps: optimizer?.steps ?? null,
    moments: optimizer?.moments.map((m) => m.length) ?? null,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const arrays = [...weights, ...(optimizer?.moments ?? [])];
  const bytes = new Uint8Array(align(PREFIX + json.length) + 4 * arrays.reduce((sum, a) => sum + a.length, 0));
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, json.length].forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  bytes.set(json, PREFIX);
  let at = align(PREFIX + json.length);
  for (const a of arrays) {
    bytes.set(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), at);
    at += a.byteLength;
  }
  return bytes;
}

/** Reads a checkpoint back; throws an error that says what is wrong when it is damaged or belongs to another network or seed. */
export function decodeCheckpoint(bytes: Uint8Array, parameters: readonly Parameter[], seed: number): Checkpoint {
  const { header, length } = readHeader(bytes);
  const { parameters: described, steps, moments, ...rest } = header;
  if (rest.seed !== seed) throw refuse(`it belongs to seed ${rest.seed}, not ${seed}`);
  if (JSON.stringify(described) !== JSON.stringify(describe(parameters))) throw refuse('it belongs to another network');
  const arrays = readArrays(bytes, length, [...parameters.map((p) => p.variable.size), ...(moments ?? [])]);
  // What an earlier version did not write: it knew one training without patience only.
  const place = { run: 0, best: null, curve: [], runs: [] };
  const optimizer = moments && { steps: steps!, moments: arrays.slice(parameters.length) };
  return { ...place, ...rest, weights: arrays.slice(0, parameters.length), optimizer };
}

/** The weights by the name of their parameter, without knowing the network; errors as of `decodeCheckpoint`. */
export function readWeights(bytes: Uint8Array): Map<string, { shape: number[]; values: Float32Array }> {
  const { header, length } = readHeader(bytes);
  const sizes = header.parameters.map(({ shape }) => shape.reduce((product, n) => product * n, 1));
  const arrays = readArrays(bytes, length, [...sizes, ...(header.moments ?? [])]);
  return new Map(header.parameters.map(({ name, shape }, i) => [name, { shape, values: arrays[i]! }]));
}

const refuse = (problem: string) => new Error(`checkpoint: ${problem}`);

/** The header, and its length in bytes. */
function readHeader(bytes: Uint8Array): { header: Header; length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw refuse('this is not a checkpoint');
  if (view.getUint32(4, true) !== VERSION) throw refuse(`version ${view.getUint32(4, true)}; this program reads ${VERSION}`);
  const length = view.getUint32(8, true);
  if (bytes.length < PREFIX + length) throw refuse(`it ends within its header, at byte ${bytes.length}`);
  return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))), length };
}

/** The arrays after the header, copied. */
function readArrays(bytes: Uint8Array, length: number, sizes: number[]): Float32Array[] {
  let at = align(PREFIX + length);
  const end = at + 4 * sizes.reduce((sum, n) => sum + n, 0);
  if (bytes.length !== end) throw refuse(`it has ${bytes.length} bytes, not ${end}`);
  return sizes.map((n) => {
    const array = new Float32Array(n);
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + array.byteLength));
    at += array.byteLength;
    return array;
  });
}

const describe = (parameters: readonly Parameter[]) => parameters.map(({ name, variable }) => ({ name, shape: variable.shape }));
const align = (n: number) => Math.ceil(n / 4) * 4;
