import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import { notAllowed } from '../errors.ts';
import type { ApiTokenKind } from '../resolvers.generated.ts';
import type { Actor, Membership } from './actor.ts';
import { hashSecret } from './hashes.ts';
import type { Sessions } from './sessions.ts';

/** What a request brings to say who it is. */
export interface Credentials {
  /** `Bearer <token>`; counts before the cookie. */
  authorization?: string | undefined;
  cookie?: string | undefined;
}

/**
 * Who sends these credentials, over HTTP and websocket alike.
 * @throws UNAUTHENTICATED for a token that is unknown or revoked: a script must not go on as nobody
 */
export async function authenticate(database: DataSource, sessions: Sessions, credentials: Credentials): Promise<Actor> {
  if (credentials.authorization !== undefined) return byToken(database, credentials.authorization);
  const session = credentials.cookie === undefined ? null : await sessions.find(new Headers({ cookie: credentials.cookie }));
  if (!session) return { kind: 'ANONYMOUS' };
  return { kind: 'ACCOUNT', ...session, memberships: await membershipsOf(database, session.userId) };
}

async function membershipsOf(database: DataSource, userId: string): Promise<Membership[]> {
  return queries(database).query<Membership>(
    'SELECT id, team_id AS "teamId", role FROM member WHERE user_id = $1 AND removed_at IS NULL ORDER BY joined_at, id',
    [userId],
  );
}

interface TokenRow {
  id: string;
  kind: ApiTokenKind;
  name: string;
  team_id: string;
  member_id: string | null;
  role: Membership['role'] | null;
  user_id: string | null;
  user_name: string | null;
  email: string | null;
  stale: boolean;
}

async function byToken(database: DataSource, authorization: string): Promise<Actor> {
  const { query } = queries(database);
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const [token] = secret
    ? await query<TokenRow>(
        `SELECT api_token.id, api_token.kind, api_token.name, api_token.team_id, member.id AS member_id, member.role, member.user_id,
           account_user.name AS user_name, account_user.email, coalesce(last_used_at < now() - interval '1 minute', true) AS stale
         FROM api_token LEFT JOIN member ON member.id = api_token.member_id AND member.removed_at IS NULL LEFT JOIN account_user ON account_user.id = member.user_id
         WHERE hash = $1 AND revoked_at IS NULL`,
        [hashSecret(secret)],
      )
    : [];
  const refused = () =>
    notAllowed('UNAUTHENTICATED', 'this token is unknown or was revoked: send a valid one as "Authorization: Bearer <token>"');
  if (!token) throw refused();
  if (token.stale) await query('UPDATE api_token SET last_used_at = now() WHERE id = $1', [token.id]);
  const { id: tokenId, team_id: teamId, name } = token;
  if (token.kind === 'WORKER') return { kind: 'WORKER', tokenId, teamId, name };
  // a personal token is worth no more than its owner, now
  if (!token.member_id || !token.role || !token.user_id) throw refused();
  const memberships = [{ id: token.member_id, teamId, role: token.role }];
  return { kind: 'PERSONAL', tokenId, teamId, userId: token.user_id, name: token.user_name ?? name, email: token.email ?? '', memberships };
}
