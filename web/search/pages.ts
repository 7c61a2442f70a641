/**
 * A long list of which only some pages are known: ids by place. Plain data; every function gives a new list.
 * `extras` are ids that came after the list was read and stand after its end until it is read again.
 */
export interface PagedIds {
  /** Of the list as it was read; null before the first page. */
  count: number | null;
  pages: ReadonlyMap<number, readonly string[]>;
  extras: readonly string[];
}

/** Rows of a page; the API's limit. */
export const PAGE = 100;

export const EMPTY: PagedIds = { count: null, pages: new Map(), extras: [] };

export function lengthOf(list: PagedIds): number {
  return (list.count ?? 0) + list.extras.length;
}

/** null where the page is not there yet. */
export function idAt(list: PagedIds, place: number): string | null {
  const count = list.count ?? 0;
  if (place >= count) return list.extras[place - count] ?? null;
  return list.pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null;
}

/** Among the pages that are there; null when it is not. */
export function placeOf(list: PagedIds, id: string): number | null {
  for (const [page, ids] of list.pages) {
    const within = ids.indexOf(id);
    if (within >= 0) return page * PAGE + within;
  }
  const extra = list.extras.indexOf(id);
  return extra >= 0 ? (list.count ?? 0) + extra : null;
}

export function withPage(list: PagedIds, page: number, ids: readonly string[], count: number): PagedIds {
  const pages = new Map(list.pages).set(page, ids);
  const known = new Set(ids);
  return { count, pages, extras: list.extras.filter((id) => !known.has(id)) };
}

/** Puts an id after the end; one that is there already stays where it is. */
export function withExtra(list: PagedIds, id: string): PagedIds {
  return placeOf(list, id) === null ? { ...list, extras: [...list.extras, id] } : list;
}

/** Numbers of the pages that hold some of the places `first` to `last`. */
export function pagesOf(first: number, last: number): number[] {
  if (last < first) return [];
  const from = Math.floor(Math.max(0, first) / PAGE);
  return Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i);
}

/** Ids of the places `first` to `last` that are known. */
export function idsBetween(list: PagedIds, first: number, last: number): string[] {
  const ids: string[] = [];
  for (let place = Math.max(0, first); place <= last; place++) {
    const id = idAt(list, place);
    if (id !== null) ids.push(id);
  }
  return ids;
}
