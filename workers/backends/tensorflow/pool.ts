/** Keeps what was dear to make and is free again, for the next who asks for its like. */
export interface Pool<T> {
  /** Whoever takes something owns it until it is given back. */
  take(key: string): T | undefined;
  give(key: string, thing: T, bytes: number): void;
}

/**
 * Holds at most `bytes` of what is free; what was given back longest ago is freed first.
 * @param free is called with what there is no room for
 */
export function createPool<T>(bytes: number, free: (thing: T) => void): Pool<T> {
  const kept: { key: string; thing: T; bytes: number }[] = [];
  let held = 0;
  return {
    take(key) {
      const index = kept.findLastIndex((entry) => entry.key === key);
      if (index < 0) return undefined;
      const [entry] = kept.splice(index, 1);
      held -= entry!.bytes;
      return entry!.thing;
    },
    give(key, thing, size) {
      kept.push({ key, thing, bytes: size });
      held += size;
      while (held > bytes) {
        const oldest = kept.shift()!;
        held -= oldest.bytes;
        free(oldest.thing);
      }
    },
  };
}
