import { badInput } from './errors.ts';

/** Arguments that every connection takes. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** What a connection's resolvers work with; `totalCount` is only counted when it is asked for. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount?: () => Promise<number>;
}

/** One key value of a row: what the list is sorted by, the last one unique. */
export type Key = string | number | null;

/** What a page asks of the rows, read from its arguments. */
export interface Window {
  /** From the start of the list, or, backwards, from its end. */
  direction: 'forward' | 'backward';
  limit: number;
  /** Rows strictly after these keys in list order. */
  after: Key[] | null;
  /** Rows strictly before these keys in list order. */
  before: Key[] | null;
}

/** The longest page. */
export const MAX_PAGE = 100;

/**
 * @param field name of the connection, for messages
 * @throws BAD_USER_INPUT unless exactly one of `first` and `last` is 1 to 100, and for a cursor that is not one of this list
 */
export function pageWindow(field: string, args: PageArgs, keys = 1): Window {
  const { first, last } = args;
  if ((first == null) === (last == null))
    throw badInput(`${field}: give either first or last, 1 to ${MAX_PAGE} (first is ${first ?? 'missing'}, last is ${last ?? 'missing'})`);
  const [name, limit] = first != null ? (['first', first] as const) : (['last', last as number] as const);
  if (limit < 1 || limit > MAX_PAGE) throw badInput(`${field}: ${name} is ${limit}, 1 to ${MAX_PAGE} are allowed`);
  return {
    direction: first != null ? 'forward' : 'backward',
    limit,
    after: args.after == null ? null : readCursor(`${field}.after`, args.after, keys),
    before: args.before == null ? null : readCursor(`${field}.before`, args.before, keys),
  };
}

/**
 * A keyset page: `read` gets the window and how many rows to fetch (one more than the page, to know whether there is more) and
 * returns them in reading order, that is from the end of the list for `backward`.
 */
export async function connection<T>(options: {
  window: Window;
  read: (window: Window, limit: number) => Promise<T[]>;
  key: (row: T) => Key[];
  count?: () => Promise<number>;
}): Promise<Page<T>> {
  const { window, read, key, count } = options;
  const rows = await read(window, window.limit + 1);
  const more = rows.length > window.limit;
  const page = rows.slice(0, window.limit);
  if (window.direction === 'backward') page.reverse();
  const edges = page.map((node) => ({ cursor: writeCursor(key(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: window.direction === 'forward' ? more : window.before !== null,
      hasPreviousPage: window.direction === 'backward' ? more : window.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    ...(count && { totalCount: count }),
  };
}

/** A column to sort by. */
export interface SortColumn {
  /** SQL of the value, written by us, never from a client. */
  sql: string;
  /** Its SQL type, to which a cursor's value is cast. */
  type: string;
  descending?: boolean;
  /** May be null: such rows come last in either direction. */
  nullable?: boolean;
}

/**
 * SQL for a window over rows sorted by `columns`: `where` (`true` when there is nothing to bound) and `order`; values are appended to `parameters`.
 * The last column must be unique and not null.
 */
export function keyset(window: Window, columns: SortColumn[], parameters: unknown[]): { where: string; order: string } {
  const bounds: string[] = [];
  if (window.after) bounds.push(beyond(columns, window.after, parameters, false));
  if (window.before) bounds.push(beyond(columns, window.before, parameters, true));
  const backward = window.direction === 'backward';
  const order = columns.map(({ sql, descending, nullable }) => {
    const nulls = nullable ? ` NULLS ${backward ? 'FIRST' : 'LAST'}` : '';
    return `${sql} ${Boolean(descending) === backward ? 'ASC' : 'DESC'}${nulls}`;
  });
  return { where: bounds.length > 0 ? bounds.join(' AND ') : 'true', order: order.join(', ') };
}

/** Rows after (or before) `key` in list order: `a > x OR (a = x AND (b > y OR ...))`, nulls last. */
function beyond(columns: SortColumn[], key: Key[], parameters: unknown[], reverse: boolean): string {
  const [column, ...rest] = columns;
  const [value, ...values] = key;
  if (!column) return 'false';
  const { sql, type, descending } = column;
  const further = Boolean(descending) === reverse ? '>' : '<';
  const equal = (of: string) => `(${of} AND ${beyond(rest, values, parameters, reverse)})`;
  if (value == null) return reverse ? `(${sql} IS NOT NULL OR ${equal(`${sql} IS NULL`)})` : equal(`${sql} IS NULL`);
  parameters.push(value);
  const at = `$${parameters.length}::${type}`;
  const nulls = column.nullable && !reverse ? ` OR ${sql} IS NULL` : '';
  return `(${sql} ${further} ${at}${nulls} OR ${equal(`${sql} = ${at}`)})`;
}

/** An opaque cursor from key values. */
export function writeCursor(keys: Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** @throws BAD_USER_INPUT when `cursor` was not made by `writeCursor` with so many keys */
export function readCursor(field: string, cursor: string, keys: number): Key[] {
  const value = parse(cursor);
  const valid =
    Array.isArray(value) && value.length === keys && value.every((key) => key === null || typeof key === 'string' || Number.isFinite(key));
  if (!valid) throw badInput(`${field}: ${JSON.stringify(cursor.slice(0, 100))} is not a cursor of this list: hand back one that it gave`);
  return value as Key[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // not a cursor: the caller says so
  }
}
