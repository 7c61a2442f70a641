import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { authenticate, type Credentials } from '../access/authenticate.ts';
import type { Context } from '../access/context.ts';
import { Loaders } from '../access/loaders.ts';
import type { Sessions } from '../access/sessions.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Imports } from '../datasets/imports.ts';
import type { Feed } from '../feed/feed.ts';
import type { Files } from '../files/files.ts';

/** What all requests share. */
export interface Platform {
  database: DataSource;
  sessions: Sessions;
  feed: Feed;
  files: Files;
  imports: Imports;
}

/** The context of one request, for an actor that is known already. */
export function makeContext(platform: Platform, actor: Actor, credentials: Credentials, signal: AbortSignal): Context {
  const { database, sessions, feed, files, imports } = platform;
  return {
    actor,
    database,
    feed,
    files,
    imports,
    loaders: new Loaders(database),
    hashPassword: sessions.hashPassword,
    reauthenticate: () => authenticate(database, sessions, credentials),
    signal,
    requestId: randomUUID(),
  };
}
