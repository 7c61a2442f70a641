import type { DataSource } from 'typeorm';
import { Fault } from '../errors.ts';
import { migrations } from './migrations.ts';

/** Any number: the same in every process that migrates this database. */
const LOCK = 7_261_764;

/**
 * Brings the database to the newest schema; several processes may do it at once.
 * @returns names of the migrations that were run
 * @throws Fault DATABASE_NEWER when the database has migrations that this code does not know
 */
export async function migrate(database: DataSource): Promise<string[]> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseNewer(database);
    return (await database.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    // the lock belongs to this connection: closing it would free it as well
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch((cause: Error) => console.error(`advisory lock: ${cause.message}`));
    await runner.release();
  }
}

async function refuseNewer(database: DataSource): Promise<void> {
  const [table] = (await database.query(`SELECT to_regclass('migration') IS NOT NULL AS exists`)) as { exists: boolean }[];
  if (!table?.exists) return;
  const rows = (await database.query('SELECT name FROM migration ORDER BY id')) as { name: string }[];
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = rows.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Fault(
      'DATABASE_NEWER',
      `the database is newer than this version of Handpick (it has ${unknown.join(', ')}): start a newer version, or use another database`,
    );
}
