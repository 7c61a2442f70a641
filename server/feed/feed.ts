import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { Notifications } from './notify.ts';

/** The channel for progress within an epoch; the payload is `<search uuid>:<trial uuid>`. */
export const PROGRESS_CHANNEL = 'handpick_progress';

/** What a resolver may ask of the feed beside reading rows: wake-ups, and the channel for what is not kept. */
export interface Feed {
  notifications: Notifications;
  /** Tells whoever watches the search that a trial made progress. Nothing is kept. */
  publishProgress(searchId: string, trialId: string): Promise<void>;
}

export function makeFeed(database: DataSource, notifications: Notifications): Feed {
  return {
    notifications,
    publishProgress: async (searchId, trialId) => {
      await queries(database).query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, `${searchId}:${trialId}`]);
    },
  };
}
