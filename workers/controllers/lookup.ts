/**
 * Positions in an ever growing list, without building a map at every step. A controller's state is plain JSON, so the map is kept
 * beside it, and moves on with the newest list. Only speed depends on it: a list without a map (an older state, or one that was read
 * from JSON) gets a new one.
 */
const maps = new WeakMap<readonly string[], Map<string, number>>();

/** The map from value to position. The list loses it: the caller may add entries, and hands it on with `giveLookup`. */
export function takeLookup(list: readonly string[]): Map<string, number> {
  const map = maps.get(list) ?? new Map(list.map((value, position) => [value, position]));
  maps.delete(list);
  return map;
}

/** Leaves a map for the next step; it has to hold exactly the list's values. */
export function giveLookup(list: readonly string[], map: Map<string, number>): void {
  maps.set(list, map);
}
