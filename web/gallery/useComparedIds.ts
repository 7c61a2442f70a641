import { useMemo } from 'react';
import type { useCardOf } from './useCardOf.ts';

/** Ids of the compared candidates with their places in the comparison, as far as their cards are known. */
export function useComparedIds(
  cardOf: ReturnType<typeof useCardOf>,
  compare: readonly number[],
  ...lists: { pages: ReadonlyMap<number, readonly string[]>; extras: readonly string[] }[]
): ReadonlyMap<string, number> {
  const ids = lists.flatMap((list) => [...[...list.pages.values()].flat(), ...list.extras]);
  const key = compare.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: numbers of candidates never change, so that the amount of ids tells enough
  return useMemo(() => {
    const places = new Map<string, number>();
    if (compare.length === 0) return places;
    for (const id of ids) {
      const place = compare.indexOf(cardOf.read(id)?.number ?? 0);
      if (place >= 0) places.set(id, place + 1);
    }
    return places;
  }, [key, ids.length, cardOf]);
}
