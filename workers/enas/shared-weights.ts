import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';
import { initialValues, type Parameter, Parameters } from '../models/parameters.ts';

/** Adam's moments of one parameter, and its updates: one that appears late, or is drawn seldom, has a correction of its own. */
interface Moments {
  first: tfjs.Variable;
  second: tfjs.Variable;
  steps: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/** What one update is made of. */
export interface Descent {
  learningRate: number;
  /** Longest norm of all gradients together; null for no limit. */
  clipNorm: number | null;
}

/**
 * The weights of all networks of a space: two networks share a weight where it has the same name and shape in both. A weight is made when the first
 * network that has it is built; its first values depend on the seed and its name alone, so the order does not matter.
 *
 * Updates run eagerly, on every backend: a compiled step belongs to one network, and compiling one takes longer than many batches.
 */
export class SharedWeights {
  private readonly shared = new Map<string, Parameter>();
  private readonly begun = new Set<string>();
  private readonly moments = new Map<string, Moments>();
  /** Restored, of networks that no builder has made here yet. */
  private readonly waiting = new Map<string, Stored>();

  constructor(
    private readonly tf: TF,
    private readonly seed: number,
  ) {}

  /** For a builder of networks: what it makes is shared. */
  parameters(): Parameters {
    return new Parameters(this.tf, this.shared);
  }

  /** Gives what builders have made since its restored or first values. @throws Error where restored ones are of another size */
  begin(): void {
    for (const [key, parameter] of this.shared) {
      if (this.begun.has(key)) continue;
      const { variable } = parameter;
      const stored = this.waiting.get(key) ?? { weights: initialValues([parameter], this.seed, 0)[0]!, moments: [], steps: 0 };
      if (stored.weights.length !== variable.size) throw refuse(`${key} has ${stored.weights.length} numbers, not ${variable.size}`);
      this.waiting.delete(key);
      this.begun.add(key);
      this.assign(variable, stored.weights);
      if (stored.steps === 0) continue;
      const own = this.momentsOf(key, variable);
      own.steps = stored.steps;
      this.assign(own.first, stored.moments[0]!);
      this.assign(own.second, stored.moments[1]!);
    }
  }

  /** One update by Adam (Kingma & Ba 2015) of those that have a gradient; the others, and their moments, stay as they are. */
  descend(gradients: tfjs.NamedTensorMap, { learningRate, clipNorm }: Descent): void {
    const { tf } = this;
    tf.tidy(() => {
      const found = [...this.shared].filter(([, { variable }]) => gradients[variable.name]);
      const scale = clipNorm === null ? null : clipScale(tf, Object.values(gradients), clipNorm);
      for (const [key, { variable }] of found) {
        const gradient = gradients[variable.name]!;
        const g = scale ? tf.mul(gradient, scale) : gradient;
        const moments = this.momentsOf(key, variable);
        moments.steps++;
        const { first, second, steps } = moments;
        first.assign(tf.add(tf.mul(BETA1, first), tf.mul(1 - BETA1, g)));
        second.assign(tf.add(tf.mul(BETA2, second), tf.mul(1 - BETA2, tf.square(g))));
        const rate = (learningRate * Math.sqrt(1 - BETA2 ** steps)) / (1 - BETA1 ** steps);
        variable.assign(tf.sub(variable, tf.div(tf.mul(rate, first), tf.add(tf.sqrt(second), EPSILON))));
      }
    });
  }

  /** Weights, moments and updates of all that were made so far. */
  async save(): Promise<Uint8Array> {
    const stored = new Map(this.waiting);
    for (const [key, { variable }] of this.shared) {
      const moments = this.moments.get(key);
      const read = async (of: tfjs.Variable) => (await of.data()) as Float32Array;
      stored.set(key, {
        weights: await read(variable),
        moments: moments ? [await read(moments.first), await read(moments.second)] : [],
        steps: moments?.steps ?? 0,
      });
    }
    return encode(this.seed, stored);
  }

  /** Puts what `save` gave in the place of all that there is. @throws Error for bytes of something else; nothing was changed then */
  restore(bytes: Uint8Array): void {
    const { seed, stored } = decode(bytes);
    if (seed !== this.seed) throw refuse(`it belongs to seed ${seed}, not ${this.seed}`);
    this.dispose();
    for (const [key, values] of stored) this.waiting.set(key, values);
  }

  dispose(): void {
    for (const { variable } of this.shared.values()) variable.dispose();
    for (const { first, second } of this.moments.values()) this.tf.dispose([first, second]);
    for (const map of [this.shared, this.moments, this.waiting, this.begun]) map.clear();
  }

  private momentsOf(key: string, variable: tfjs.Variable): Moments {
    const known = this.moments.get(key);
    if (known) return known;
    const { tf } = this;
    const zeros = () => tf.variable(tf.zeros(variable.shape), false);
    const made = tf.tidy(() => ({ first: zeros(), second: zeros(), steps: 0 }));
    this.moments.set(key, made);
    return made;
  }

  private assign(variable: tfjs.Variable, values: Float32Array): void {
    this.tf.tidy(() => variable.assign(this.tf.tensor(values, variable.shape)));
  }
}

/** What all gradients are multiplied by, so that their common norm is at most the limit. */
function clipScale(tf: TF, gradients: readonly tfjs.Tensor[], limit: number): tfjs.Scalar {
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(squares.reduce((a, b) => tf.add(a, b)));
  return tf.div(limit, tf.maximum(norm, limit));
}

/** One parameter as it is kept; without updates it has no moments. */
interface Stored {
  weights: Float32Array;
  moments: Float32Array[];
  steps: number;
}

interface Header {
  version: 1;
  seed: number;
  entries: { key: string; size: number; steps: number }[];
}

const MAGIC = 0x53455048; // "HPES", little-endian
const PREFIX = 8;
const align = (n: number) => Math.ceil(n / 4) * 4;
const refuse = (problem: string) => new Error(`shared weights: ${problem}`);

/** Layout, little-endian: uint32 magic and header length; the header as JSON; zeros to a multiple of 4; float32 numbers, in order of the keys. */
function encode(seed: number, stored: ReadonlyMap<string, Stored>): Uint8Array {
  const sorted = [...stored].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([key, { weights, steps }]) => ({ key, size: weights.length, steps }));
  const arrays = sorted.flatMap(([, { weights, moments }]) => [weights, ...moments]);
  const json = new TextEncoder().encode(JSON.stringify({ version: 1, seed, entries } satisfies Header));
  const start = align(PREFIX + json.length);
  const bytes = new Uint8Array(start + 4 * arrays.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, PREFIX);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): { seed: number; stored: Map<string, Stored> } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw refuse('these bytes are something else');
  const length = view.getUint32(4, true);
  if (bytes.length < PREFIX + length) throw refuse('they end within their header');
  const { version, seed, entries } = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))) as Header;
  if (version !== 1) throw refuse(`version ${version}; this program reads 1`);
  let at = align(PREFIX + length);
  const end = at + 4 * entries.reduce((sum, { size, steps }) => sum + size * (steps > 0 ? 3 : 1), 0);
  if (bytes.length !== end) throw refuse(`they have ${bytes.length} bytes, not ${end}`);
  const take = (size: number) => {
    const array = new Float32Array(bytes.slice(at, at + 4 * size).buffer);
    at += 4 * size;
    return array;
  };
  return {
    seed,
    stored: new Map(
      entries.map(({ key, size, steps }) => [key, { weights: take(size), moments: steps > 0 ? [take(size), take(size)] : [], steps }]),
    ),
  };
}
