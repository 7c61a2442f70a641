import type { DataSource } from 'typeorm';
import { withoutPassword } from '../environment.ts';
import { Fault } from '../errors.ts';
import { makeDataSource } from './data-source.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** A database, migrated. */
export interface OpenDatabase {
  database: DataSource;
  url: string;
  /** Where its files are, for an embedded one. */
  embedded: string | null;
  close(): Promise<void>;
}

/**
 * The database at `url`, or an embedded one in `dataFolder` (ephemeral without).
 * @throws Fault DATABASE_UNREACHABLE, DATABASE_NEWER and those of startEmbedded
 */
export async function openDatabase({
  url,
  dataFolder,
}: {
  url?: string | undefined;
  dataFolder?: string | undefined;
}): Promise<OpenDatabase> {
  const embedded = url === undefined ? await startEmbedded(dataFolder === undefined ? {} : { dataFolder }) : null;
  const address = url ?? embedded!.url;
  const database = makeDataSource(address);
  const close = async () => {
    if (database.isInitialized) await database.destroy();
    await embedded?.stop();
  };
  try {
    await database.initialize().catch((cause: Error) => {
      throw new Fault(
        'DATABASE_UNREACHABLE',
        `can't reach the database at ${withoutPassword(address)} (${cause.message || (cause as NodeJS.ErrnoException).code}): start it, or correct DATABASE_URL`,
        { cause },
      );
    });
    await migrate(database);
    return { database, url: address, embedded: embedded?.folder ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
}
