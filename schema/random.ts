/**
 * Seeded random numbers, the same on every machine: xoshiro128** (Blackman & Vigna 2018), seeded by SplitMix32. State is plain data,
 * so that a controller can be stopped and resumed in the middle of its stream.
 */
export class Random {
  private constructor(private s: Random.State) {}

  /** Every seed and every list of labels (numbers or words) gives a stream of its own. */
  static of(seed: number, ...labels: (number | string)[]): Random {
    let h = (seed ^ 0x9e3779b9) >>> 0;
    for (const label of labels) for (const c of `${label}/`) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193) >>> 0;
    const mix = () => {
      h = (h + 0x9e3779b9) >>> 0;
      let z = h;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    return new Random([mix(), mix(), mix(), mix()]);
  }

  static resume(state: Random.State): Random {
    return new Random([...state]);
  }

  get state(): Random.State {
    return [...this.s];
  }

  /** Uniform 32-bit integer. */
  uint32(): number {
    const s = this.s;
    const x = Math.imul(s[1], 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }

  /** Uniform in [0, 1) with 32 bits. */
  uniform(): number {
    return this.uint32() / 4294967296;
  }

  /** Uniform integer in [0, n), without bias. */
  integer(n: number): number {
    const limit = 4294967296 - (4294967296 % n);
    let x: number;
    do x = this.uint32();
    while (x >= limit);
    return x % n;
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const q = u * u + v * v;
      if (q > 0 && q < 1) return u * Math.sqrt((-2 * Math.log(q)) / q);
    }
  }

  choose<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('choose: the list is empty');
    return list[this.integer(list.length)]!;
  }

  /** Fisher-Yates, in place. */
  shuffle<T extends { length: number; [i: number]: unknown }>(list: T): T {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const x = list[i];
      list[i] = list[j];
      list[j] = x;
    }
    return list;
  }
}

export namespace Random {
  export type State = [number, number, number, number];
}
