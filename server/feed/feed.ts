import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import { FEED_CHANNEL, WORK_CHANNEL } from './append.ts';
import { Notifications } from './notify.ts';
import { PROGRESS_CHANNEL } from './progress.ts';

/** What a resolver may ask of the feed beside reading rows: wake-ups, and the channel for what is not kept. */
export interface Feed {
  notifications: Notifications;
  /** Tells whoever watches the search that a trial made progress. Nothing is kept. */
  publishProgress(searchId: string, trialId: string): Promise<void>;
}

/** @throws when the database cannot be reached */
export async function startFeed(database: DataSource, url: string): Promise<Feed> {
  const notifications = new Notifications(url, [FEED_CHANNEL, WORK_CHANNEL, PROGRESS_CHANNEL]);
  await notifications.start();
  return {
    notifications,
    publishProgress: async (searchId, trialId) => {
      await queries(database).query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, `${searchId}:${trialId}`]);
    },
  };
}
