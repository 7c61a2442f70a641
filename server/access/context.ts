import type { DataSource } from '../database/data-source.ts';
import type { Imports } from '../datasets/imports.ts';
import { notAllowed } from '../errors.ts';
import type { Feed } from '../feed/feed.ts';
import type { Files } from '../files/files.ts';
import type { Role } from '../resolvers.generated.ts';
import { type Actor, hasRole, type Membership, memberOf, requireSignedIn } from './actor.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver gets, over HTTP and websocket alike. One a request; in a subscription, one for all its events. */
export interface Context {
  actor: Actor;
  database: DataSource;
  feed: Feed;
  files: Files;
  /** Datasets on their way. */
  imports: Imports;
  /** Batches and remembers what this request reads by id. */
  loaders: Loaders;
  /** The hash under which a password is stored. */
  hashPassword(password: string): Promise<string>;
  /** Who asks by now, with the same credentials: what is long open asks again. */
  reauthenticate(): Promise<Actor>;
  /** Aborted when the client has gone or the server stops: long polls end. */
  signal: AbortSignal;
  /** For the log; also in the extensions of internal errors. */
  requestId: string;
}

/** The actor's place in a team; null for workers and outsiders. */
export function member(context: Context, teamId: string): Membership | null {
  return memberOf(context.actor, teamId);
}

/**
 * For resolvers below the first level; the first level is guarded by policy.ts.
 * @throws FORBIDDEN, UNAUTHENTICATED
 */
export function requireRole(context: Context, teamId: string, role: Role): Membership {
  requireSignedIn(context.actor);
  if (!hasRole(context.actor, teamId, role)) throw notAllowed('FORBIDDEN', `this needs the role ${role} in the team`);
  return memberOf(context.actor, teamId)!;
}
