import DataLoader from 'dataloader';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';

/** Gives one value a key, in the order of the keys. */
export type Batch<K, V> = (keys: readonly K[]) => Promise<ArrayLike<V | Error>>;

/** Batches and remembers reads by key, so that a list of n rows costs one statement for each field and not n. */
export class Loaders {
  readonly #database: DataSource;
  readonly #loaders = new Map<unknown, { loader: DataLoader<never, unknown, unknown>; clear: () => void }>();

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** The loader named `name`, made at its first use. Keys that are not strings or numbers need a `cacheKey`. */
  get<K, V>(name: string, batch: Batch<K, V>, cacheKey?: (key: K) => unknown): DataLoader<K, V, unknown> {
    return this.#make(name, batch, cacheKey);
  }

  /** The row of `entity` with that uuid; null when there is none, or no uuid. */
  async byId<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, id: string | null): Promise<E | null> {
    if (id === null) return null;
    const batch: Batch<string, E | null> = async (ids) => {
      const rows = await queries(this.#database).entities(entity, `SELECT ${columnsOf(this.#database, entity)} WHERE id = ANY($1)`, [ids]);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((key) => found.get(key) ?? null);
    };
    return this.#make(entity, batch).load(id);
  }

  /** As `byId`, for ids that a foreign key guarantees. */
  async need<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, id: string): Promise<E> {
    const row = await this.byId(entity, id);
    if (!row) throw new Error(`no ${this.#database.getMetadata(entity).name} with id ${id}`);
    return row;
  }

  /** Forgets everything: before the next event of a subscription, and after a mutation has changed rows it had read. */
  clear(): void {
    for (const { clear } of this.#loaders.values()) clear();
  }

  #make<K, V>(name: unknown, batch: Batch<K, V>, cacheKey?: (key: K) => unknown): DataLoader<K, V, unknown> {
    const known = this.#loaders.get(name);
    if (known) return known.loader as unknown as DataLoader<K, V, unknown>;
    const loader = new DataLoader<K, V, unknown>(batch, { maxBatchSize: 1000, ...(cacheKey && { cacheKeyFn: cacheKey }) });
    this.#loaders.set(name, { loader: loader as unknown as DataLoader<never, unknown, unknown>, clear: () => loader.clearAll() });
    return loader;
  }
}

/** The columns that are read unasked, and their table. */
function columnsOf<E extends ObjectLiteral>(database: DataSource, entity: EntityTarget<E>): string {
  const { columns, tableName } = database.getMetadata(entity);
  return `${columns.flatMap(({ isSelect, databaseName }) => (isSelect ? [`"${databaseName}"`] : [])).join(', ')} FROM "${tableName}"`;
}
