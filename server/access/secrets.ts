import { hkdfSync, randomBytes } from 'node:crypto';
import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';

/** The platform's own key: made once, kept in the database, the same for all processes on it. */
export async function platformKey(database: DataSource): Promise<string> {
  const { query } = queries(database);
  await query(`INSERT INTO secret (name, value) VALUES ('platform', $1) ON CONFLICT (name) DO NOTHING`, [
    randomBytes(32).toString('base64url'),
  ]);
  const [row] = await query<{ value: string }>(`SELECT value FROM secret WHERE name = 'platform'`);
  return row!.value;
}

/** A key for one purpose, so that a signature for one thing is never good for another. */
export function deriveKey(key: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
}
