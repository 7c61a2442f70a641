import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from '../database/data-source.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import type { FileStore } from './store.ts';

/**
 * Who asked for a place for its bytes may count on a file for so long, even if what named it is replaced meanwhile: two trials can make
 * the very same picture.
 */
const PROMISED_SECONDS = 600;
/** Bytes that arrived and were never named, of a report that is still on its worker's disk or will never come. */
const UNNAMED_SECONDS = 7 * 24 * 3600;
const MOST_AT_ONCE = 500;

/** SQL: when a file that is new will be unwanted, unless something names it. */
export const UNNAMED_UNTIL = `now() + make_interval(secs => ${UNNAMED_SECONDS})`;

/** Something names these files from now on. */
export async function nameFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('UPDATE file SET unwanted_after = NULL WHERE id = ANY($1)', [ids]);
}

/** What named these files is gone: if nothing else does, they are removed. */
export async function releaseFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('UPDATE file SET unwanted_after = now() WHERE id = ANY($1)', [ids]);
}

/** While it is held, no file with these bytes gets a place and none is removed. */
export const lockContent = (tx: Transaction, sha256: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);

/** Removes files that nothing names, and their bytes where no other file has the same. @returns how many files */
export async function removeUnwanted(database: DataSource, store: FileStore): Promise<number> {
  const removed = await transaction(database, async (tx) => {
    const due = await tx.query<{ id: string; named: boolean }>(
      `SELECT id, EXISTS (SELECT FROM sample WHERE file_id = file.id) OR EXISTS (SELECT FROM sample WHERE vectors_file_id = file.id)
         OR EXISTS (SELECT FROM trial WHERE checkpoint_file_id = file.id) OR EXISTS (SELECT FROM search WHERE checkpoint_file_id = file.id)
         OR EXISTS (SELECT FROM dataset WHERE file_id = file.id) AS named
       FROM file WHERE unwanted_after < now() AND asked_at < now() - make_interval(secs => $1)
       ORDER BY unwanted_after LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`,
      [PROMISED_SECONDS],
    );
    await nameFiles(
      tx,
      due.filter(({ named }) => named).map(({ id }) => id),
    );
    return tx.query<{ sha256: string }>('DELETE FROM file WHERE id = ANY($1) RETURNING sha256', [
      due.filter(({ named }) => !named).map(({ id }) => id),
    ]);
  });
  for (const { sha256 } of removed) {
    await transaction(database, async (tx) => {
      await lockContent(tx, sha256);
      const others = await tx.query('SELECT FROM file WHERE sha256 = $1 LIMIT 1', [sha256]);
      if (others.length === 0) await store.remove(sha256);
    });
  }
  return removed.length;
}

/** Removes what is unwanted every `everySeconds`. Several servers may do so at once. */
export function startSweeper(database: DataSource, store: FileStore, everySeconds = 60): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    for (;;) {
      await sleep(1000 * everySeconds, undefined, { signal: stopping.signal }).catch(() => undefined); // ends early when stopped
      if (stopping.signal.aborted) return;
      try {
        while ((await removeUnwanted(database, store)) === MOST_AT_ONCE);
      } catch (error) {
        // the database may be away for a moment: the next look finds the same
        console.error(`unwanted files could not be removed: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
