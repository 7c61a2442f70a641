import { notAllowed } from '../errors.ts';
import type { Role } from '../resolvers.generated.ts';

/** One person's place in one team. */
export interface Membership {
  /** Member id (uuid). */
  id: string;
  teamId: string;
  role: Role;
}

/** Nobody is signed in. */
export interface Anonymous {
  kind: 'ANONYMOUS';
}

/** A person in a browser. */
export interface Account {
  kind: 'ACCOUNT';
  userId: string;
  /** Id of the session that the cookie names. */
  sessionId: string;
  name: string;
  email: string;
  memberships: Membership[];
}

/** A script that acts for a person, within one team. */
export interface PersonalToken {
  kind: 'PERSONAL';
  tokenId: string;
  teamId: string;
  name: string;
  email: string;
  userId: string;
  memberships: Membership[];
}

/** A worker of one team. */
export interface WorkerToken {
  kind: 'WORKER';
  tokenId: string;
  teamId: string;
  name: string;
}

/** Who asks. */
export type Actor = Anonymous | Account | PersonalToken | WorkerToken;

const RANK: Record<Role, number> = { VIEWER: 1, MEMBER: 2, ADMIN: 3 };

/** The actor's place in a team; null for workers and outsiders. */
export function memberOf(actor: Actor, teamId: string): Membership | null {
  if (actor.kind !== 'ACCOUNT' && actor.kind !== 'PERSONAL') return null;
  return actor.memberships.find((membership) => membership.teamId === teamId) ?? null;
}

/** Whether the actor is a member of the team with at least that role. */
export function hasRole(actor: Actor, teamId: string, role: Role): boolean {
  const membership = memberOf(actor, teamId);
  return membership !== null && RANK[membership.role] >= RANK[role];
}

/** Whether the actor may see what belongs to the team: its members, and its workers. */
export function belongsTo(actor: Actor, teamId: string): boolean {
  return actor.kind === 'WORKER' ? actor.teamId === teamId : memberOf(actor, teamId) !== null;
}

/** Uuids of the teams whose objects the actor may see. */
export function teamsOf(actor: Actor): string[] {
  if (actor.kind === 'ANONYMOUS') return [];
  return actor.kind === 'WORKER' ? [actor.teamId] : actor.memberships.map((membership) => membership.teamId);
}

/** @throws UNAUTHENTICATED */
export function requireSignedIn(actor: Actor): Exclude<Actor, Anonymous> {
  if (actor.kind === 'ANONYMOUS') throw notAllowed('UNAUTHENTICATED', 'sign in first, or send a token as "Authorization: Bearer <token>"');
  return actor;
}
