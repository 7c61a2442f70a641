/**
 * What a pure function of a text gave, without working it out again: of the latest `most` different texts at least, of twice as many at most. Only
 * speed depends on it.
 */
export function remember<T>(most: number, work: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    let found = young.get(text);
    if (found !== undefined) return found;
    found = old.get(text) ?? work(text);
    if (young.size >= most) [young, old] = [new Map(), young];
    young.set(text, found);
    return found;
  };
}
