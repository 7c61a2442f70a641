import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { toCamelCase } from './naming.ts';

/** Visible SQL on the pool or within a transaction. Values travel as `$1`, `$2`, ...; nothing is ever pasted into the text. */
export interface Queries {
  /** Rows as PostgreSQL gives them: column names as in the statement, bigint as string, jsonb parsed, timestamptz as Date. */
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Rows of a `SELECT x.*` or `RETURNING *` of one table, as its entity. */
  entities<E extends ObjectLiteral>(entity: EntityTarget<E>, sql: string, parameters?: unknown[]): Promise<E[]>;
}

/** What a transaction's function works with. */
export interface Transaction extends Queries {
  manager: EntityManager;
}

const ATTEMPTS = 5;
/** serialization_failure, deadlock_detected */
const TRANSIENT = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction: all of it or, when it throws, nothing. After a deadlock or serialization failure `work` runs
 * again from the start, at most five times in all, so it must have no effects outside the transaction.
 */
export async function transaction<T>(database: DataSource, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction((manager) => work({ manager, ...queries(manager) }));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** The same queries outside a transaction: `queries(context.database).query(...)`. */
export function queries(on: DataSource | EntityManager): Queries {
  const query = async <T>(sql: string, parameters: unknown[] = []): Promise<T[]> => {
    // a manager inside a transaction has a runner of its own; otherwise one is taken from the pool for this statement
    const own = 'queryRunner' in on ? on.queryRunner : undefined;
    const runner = own ?? (on as DataSource).createQueryRunner();
    try {
      const result = await runner.query(sql, parameters, true);
      return result.records as T[];
    } finally {
      if (!own) await runner.release();
    }
  };
  return {
    query,
    entities: async <E extends ObjectLiteral>(entity: EntityTarget<E>, sql: string, parameters: unknown[] = []): Promise<E[]> => {
      const metadata = ('queryRunner' in on ? on.connection : (on as DataSource)).getMetadata(entity);
      const rows = await query<Record<string, unknown>>(sql, parameters);
      const names = Object.keys(rows[0] ?? {}).map((column) => {
        return [column, metadata.findColumnWithDatabaseName(column)?.propertyName ?? toCamelCase(column)] as const;
      });
      return rows.map((row) => {
        const entity = metadata.create() as Record<string, unknown>;
        for (const [column, property] of names) entity[property] = row[column];
        return entity as E;
      });
    },
  };
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TRANSIENT.has(String(error.code));
}
