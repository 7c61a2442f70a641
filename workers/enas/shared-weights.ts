import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backends/backend.ts';
import { initialValues, type Parameter, Parameters } from '../models/parameters.ts';
import { descended, momentsOf, type Rule } from './descent.ts';

/** What the update rule keeps of one parameter, and how often it was updated. */
interface Moments {
  kept: tfjs.Variable[];
  steps: number;
}

/** How far one update goes. */
export interface Step {
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
    private readonly rule: Rule,
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
      for (const [i, kept] of own.kept.entries()) this.assign(kept, stored.moments[i]!);
    }
  }

  /**
   * One update of those that have a gradient; the others, and their moments, stay as they are. All are laid beside each other for it: one long array
   * takes a hundredth of the operations of as many short ones.
   */
  descend(gradients: tfjs.NamedTensorMap, { learningRate, clipNorm }: Step): void {
    const { tf } = this;
    const found = [...this.shared].filter(([, { variable }]) => gradients[variable.name]);
    if (found.length === 0) return;
    const variables = found.map(([, { variable }]) => variable);
    const own = found.map(([key, { variable }]) => this.momentsOf(key, variable));
    const sizes = variables.map(({ size }) => size);
    const steps = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
    let at = 0;
    for (const [i, moments] of own.entries()) {
      moments.steps++;
      steps.fill(moments.steps, at, at + sizes[i]!);
      at += sizes[i]!;
    }
    tf.tidy(() => {
      const flat = (arrays: readonly tfjs.Tensor[]) => tf.concat(arrays.map((array) => tf.reshape(array, [-1]))) as tfjs.Tensor1D;
      const all = flat(variables.map(({ name }) => gradients[name]!));
      const gradient: tfjs.Tensor1D = clipNorm === null ? all : tf.mul(all, clipScale(tf, all, clipNorm));
      const moments = Array.from({ length: momentsOf(this.rule) }, (_, k) => flat(own.map(({ kept }) => kept[k]!)));
      const [weights, ...kept] = descended(tf, this.rule, { weights: flat(variables), gradient, moments, learningRate, steps });
      const share = (array: tfjs.Tensor1D, to: readonly tfjs.Variable[]) => {
        const parts = tf.split(array, sizes);
        for (const [i, variable] of to.entries()) variable.assign(tf.reshape(parts[i]!, variable.shape));
      };
      share(weights!, variables);
      for (const [k, array] of kept.entries())
        share(
          array,
          own.map((each) => each.kept[k]!),
        );
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
        moments: moments ? await Promise.all(moments.kept.map(read)) : [],
        steps: moments?.steps ?? 0,
      });
    }
    return encode(this.seed, this.rule.kind, stored);
  }

  /**
   * Puts what `save` gave in the place of all that there is; moments of another update rule, under which earlier versions trained, are left.
   * @throws Error for bytes of something else; nothing was changed then
   */
  restore(bytes: Uint8Array): void {
    const { seed, kind, stored } = decode(bytes);
    if (seed !== this.seed) throw refuse(`it belongs to seed ${seed}, not ${this.seed}`);
    this.dispose();
    const count = momentsOf(this.rule);
    for (const [key, values] of stored) {
      const own = kind === this.rule.kind && (values.steps === 0 || values.moments.length === count);
      this.waiting.set(key, own ? values : { weights: values.weights, moments: [], steps: 0 });
    }
  }

  dispose(): void {
    for (const { variable } of this.shared.values()) variable.dispose();
    for (const { kept } of this.moments.values()) this.tf.dispose(kept);
    for (const map of [this.shared, this.moments, this.waiting, this.begun]) map.clear();
  }

  private momentsOf(key: string, variable: tfjs.Variable): Moments {
    const known = this.moments.get(key);
    if (known) return known;
    const { tf } = this;
    const zeros = () => tf.variable(tf.zeros(variable.shape), false);
    const made = tf.tidy(() => ({ kept: Array.from({ length: momentsOf(this.rule) }, zeros), steps: 0 }));
    this.moments.set(key, made);
    return made;
  }

  private assign(variable: tfjs.Variable, values: Float32Array): void {
    this.tf.tidy(() => variable.assign(this.tf.tensor(values, variable.shape)));
  }
}

/** What the gradient is multiplied by, so that its norm is at most the limit. */
function clipScale(tf: TF, gradient: tfjs.Tensor1D, limit: number): tfjs.Scalar {
  return tf.div(limit, tf.maximum(tf.sqrt(tf.sum(tf.square(gradient))), limit));
}

/** One parameter as it is kept; without updates it has no moments. */
interface Stored {
  weights: Float32Array;
  moments: Float32Array[];
  steps: number;
}

interface Header {
  /** 1 and 2 had Adam alone, 1 no count of moments. */
  version: 1 | 2 | 3;
  seed: number;
  kind?: Rule['kind'];
  entries: { key: string; size: number; steps: number; moments?: number }[];
}

const MAGIC = 0x53455048; // "HPES", little-endian
const PREFIX = 8;
const align = (n: number) => Math.ceil(n / 4) * 4;
const refuse = (problem: string) => new Error(`shared weights: ${problem}`);

/** Layout, little-endian: uint32 magic and header length; the header as JSON; zeros to a multiple of 4; float32 numbers, in order of the keys. */
function encode(seed: number, kind: Rule['kind'], stored: ReadonlyMap<string, Stored>): Uint8Array {
  const sorted = [...stored].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([key, { weights, steps, moments }]) => ({ key, size: weights.length, steps, moments: moments.length }));
  const arrays = sorted.flatMap(([, { weights, moments }]) => [weights, ...moments]);
  const json = new TextEncoder().encode(JSON.stringify({ version: 3, seed, kind, entries } satisfies Header));
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

function decode(bytes: Uint8Array): { seed: number; kind: Rule['kind']; stored: Map<string, Stored> } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) throw refuse('these bytes are something else');
  const length = view.getUint32(4, true);
  if (bytes.length < PREFIX + length) throw refuse('they end within their header');
  const { version, seed, kind = 'ADAM', entries } = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))) as Header;
  if (![1, 2, 3].includes(version)) throw refuse(`version ${version}; this program reads 1 to 3`);
  const beside = ({ steps, moments = steps > 0 ? 2 : 0 }: Header['entries'][number]) => moments;
  let at = align(PREFIX + length);
  const end = at + 4 * entries.reduce((sum, entry) => sum + entry.size * (1 + beside(entry)), 0);
  if (bytes.length !== end) throw refuse(`they have ${bytes.length} bytes, not ${end}`);
  const take = (size: number) => {
    const array = new Float32Array(bytes.slice(at, at + 4 * size).buffer);
    at += 4 * size;
    return array;
  };
  return {
    seed,
    kind,
    stored: new Map(
      entries.map((entry) => {
        const { key, size, steps } = entry;
        return [key, { weights: take(size), moments: Array.from({ length: beside(entry) }, () => take(size)), steps }];
      }),
    ),
  };
}
