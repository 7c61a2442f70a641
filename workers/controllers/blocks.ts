import { readBlocks } from '../../schema/values/blocks.ts';

/** Parameters of a policy in named blocks; a block is made when it is first needed, with values that depend on seed and name alone. */
export interface Blocks {
  values: Map<string, Float64Array>;
  /** Adam's moments, first then second, of the blocks that were updated. */
  moments: Map<string, Float64Array>;
  /** Updates made, block by block: a block that appears late starts Adam's correction anew. */
  steps: Map<string, number>;
  /** Blocks whose numbers nobody else has, so that they may be changed in place. */
  own: Set<string>;
  /** What they were opened or copied from: the texts of blocks that nobody owns still hold. Null for blocks that were never stored. */
  stored: StoredBlocks | null;
}

/** As plain JSON: bytes of float64, little endian, in base 64, so that every number comes back to the last bit. */
export interface StoredBlocks {
  values: Record<string, string>;
  moments: Record<string, string>;
  steps: Record<string, number>;
}

/** Gradients by block. */
export type Gradients = Map<string, Float64Array>;

export function emptyBlocks(): StoredBlocks {
  return { values: {}, moments: {}, steps: {} };
}

/** Blocks beside what they are stored as, so that they are not decoded at every step. */
const opened = new WeakMap<StoredBlocks, Blocks>();

/** Not to be changed, but for blocks that are made when they are read: `copyBlocks` gives some that may be. */
export function openBlocks(stored: StoredBlocks): Blocks {
  const blocks = opened.get(stored) ?? {
    values: readBlocks(stored.values),
    moments: readBlocks(stored.moments),
    steps: new Map(Object.entries(stored.steps)),
    own: new Set<string>(),
    stored,
  };
  opened.set(stored, blocks);
  return blocks;
}

/** Only what was updated: all else is made again from the seed. The blocks are not to be changed any more. */
export function storeBlocks(blocks: Blocks): StoredBlocks {
  const { values, moments, steps, own, stored: before } = blocks;
  const stored = emptyBlocks();
  for (const [name, count] of steps) {
    const known = before !== null && !own.has(name);
    stored.values[name] = known ? before.values[name]! : encodeNumbers(values.get(name)!);
    stored.moments[name] = known ? before.moments[name]! : encodeNumbers(moments.get(name)!);
    stored.steps[name] = count;
  }
  own.clear();
  blocks.stored = stored;
  opened.set(stored, blocks);
  return stored;
}

/** The numbers are shared: `descend` copies those of a block before their first change. */
export function copyBlocks({ values, moments, steps, stored }: Blocks): Blocks {
  return { values: new Map(values), moments: new Map(moments), steps: new Map(steps), own: new Set(), stored };
}

/** The gradient of a block, zeros at first. */
export function gradientOf(gradients: Gradients, name: string, size: number): Float64Array {
  const known = gradients.get(name);
  if (known) return known;
  const made = new Float64Array(size);
  gradients.set(name, made);
  return made;
}

/** L2 norm of all gradients together. */
function normOf(gradients: Gradients): number {
  let sum = 0;
  for (const gradient of gradients.values()) for (let i = 0; i < gradient.length; i++) sum += gradient[i]! * gradient[i]!;
  return Math.sqrt(sum);
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/**
 * One update by Adam (Kingma & Ba 2015), downhill. Blocks without a gradient stay as they are.
 * @param clipNorm the longest norm of all gradients together; longer ones are scaled down to it (Pascanu et al. 2013); null for none
 */
export function descend(blocks: Blocks, gradients: Gradients, learningRate: number, clipNorm: number | null): void {
  const norm = clipNorm === null ? 0 : normOf(gradients);
  const scale = clipNorm !== null && norm > clipNorm ? clipNorm / norm : 1;
  for (const [name, gradient] of gradients) {
    if (!blocks.own.has(name)) {
      blocks.own.add(name);
      blocks.values.set(name, blocks.values.get(name)!.slice());
      blocks.moments.set(name, blocks.moments.get(name)?.slice() ?? new Float64Array(2 * gradient.length));
    }
    const values = blocks.values.get(name)!;
    const moments = blocks.moments.get(name)!;
    const size = gradient.length;
    const step = (blocks.steps.get(name) ?? 0) + 1;
    blocks.steps.set(name, step);
    const rate = (learningRate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
    for (let i = 0; i < size; i++) {
      const g = scale * gradient[i]!;
      const m = BETA1 * moments[i]! + (1 - BETA1) * g;
      const v = BETA2 * moments[size + i]! + (1 - BETA2) * g * g;
      moments[i] = m;
      moments[size + i] = v;
      values[i] = values[i]! - (rate * m) / (Math.sqrt(v) + EPSILON);
    }
  }
}

/** Node's own encoding: a step encodes hundreds of blocks. */
function encodeNumbers({ buffer, byteOffset, byteLength }: Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
