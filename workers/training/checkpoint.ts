import type { OptimizerState } from '../backends/backend.ts';
import type { Parameter } from '../models/parameters.ts';

/**
 * A trial between two epochs. Every random stream of a trial is derived from its seed and the epoch, so seed and epoch are the whole
 * random state: a trial that goes on from here ends with the same bits as one that was never interrupted.
 */
export interface Checkpoint {
  seed: number;
  /** The last epoch that is done. */
  epoch: number;
  /** Retries at chance level so far. */
  attempt: number;
  /** Seconds spent so far; count towards the time-out. */
  seconds: number;
  /** In the order of the network's parameters. */
  weights: Float32Array[];
  optimizer: OptimizerState;
}

interface Header extends Omit<Checkpoint, 'weights' | 'optimizer'> {
  parameters: { name: string; shape: number[] }[];
  /** Updates made, and the length of each moment. */
  steps: number;
  moments: number[];
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
    steps: optimizer.steps,
    moments: optimizer.moments.map((m) => m.length),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const arrays = [...weights, ...optimizer.moments];
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (problem: string) => new Error(`checkpoint: ${problem}`);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw refuse('this is not a checkpoint');
  if (view.getUint32(4, true) !== VERSION) throw refuse(`version ${view.getUint32(4, true)}; this program reads ${VERSION}`);
  const length = view.getUint32(8, true);
  if (bytes.length < PREFIX + length) throw refuse(`it ends within its header, at byte ${bytes.length}`);
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length)));
  const { parameters: described, steps, moments, ...rest } = header;
  if (rest.seed !== seed) throw refuse(`it belongs to seed ${rest.seed}, not ${seed}`);
  if (JSON.stringify(described) !== JSON.stringify(describe(parameters))) throw refuse('it belongs to another network');
  const lengths = [...parameters.map((p) => p.variable.size), ...moments];
  const end = align(PREFIX + length) + 4 * lengths.reduce((sum, n) => sum + n, 0);
  if (bytes.length !== end) throw refuse(`it has ${bytes.length} bytes, not ${end}`);
  let at = align(PREFIX + length);
  const arrays = lengths.map((n) => {
    const array = new Float32Array(n);
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + array.byteLength));
    at += array.byteLength;
    return array;
  });
  return { ...rest, weights: arrays.slice(0, parameters.length), optimizer: { steps, moments: arrays.slice(parameters.length) } };
}

const describe = (parameters: readonly Parameter[]) => parameters.map(({ name, variable }) => ({ name, shape: variable.shape }));
const align = (n: number) => Math.ceil(n / 4) * 4;
