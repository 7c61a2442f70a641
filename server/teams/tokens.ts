import type { Membership } from '../access/actor.ts';
import { hashSecret, newSecret } from '../access/hashes.ts';
import type { DataSource } from '../database/data-source.ts';
import { ApiToken } from '../database/entities.ts';
import { type Queries, queries, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { ApiTokenKind } from '../resolvers.generated.ts';

/** What every token begins with, so that scanners for leaked secrets find it. */
const PREFIX = 'hp_';
/** Characters that are kept to recognise a token by: 5 of 43 random ones. */
const SHOWN = PREFIX.length + 5;
const LOCAL_WORKER = 'local worker';

interface NewToken {
  teamId: string;
  kind: ApiTokenKind;
  name: string;
  memberId: string | null;
}

/** A token; the secret is returned here and stored only as a hash. */
export async function createToken(
  on: Queries,
  { teamId, kind, name, memberId }: NewToken,
): Promise<{ apiToken: ApiToken; secret: string }> {
  const secret = newSecret(PREFIX);
  const [apiToken] = await on.entities(
    ApiToken,
    'INSERT INTO api_token (id, team_id, kind, name, prefix, hash, member_id) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *',
    [newId(), teamId, kind, name, secret.slice(0, SHOWN), hashSecret(secret), memberId],
  );
  return { apiToken: apiToken!, secret };
}

/** Tokens a member may see: their own; all of the team for admins. */
export async function visibleTokens(database: DataSource, teamId: string, member: Membership): Promise<ApiToken[]> {
  return queries(database).entities(
    ApiToken,
    'SELECT * FROM api_token WHERE team_id = $1 AND revoked_at IS NULL AND ($2 OR member_id = $3) ORDER BY id',
    [teamId, member.role === 'ADMIN', member.id],
  );
}

/** @throws Refused FORBIDDEN for somebody else's token, CONFLICT when it was revoked before */
export async function revokeToken(database: DataSource, tokenId: string, memberOf: (teamId: string) => Membership | null): Promise<void> {
  await transaction(database, async (tx) => {
    const [token] = await tx.entities(ApiToken, 'SELECT * FROM api_token WHERE id = $1 FOR UPDATE', [tokenId]);
    const member = token ? memberOf(token.teamId) : null;
    if (!token || !member || (member.role !== 'ADMIN' && token.memberId !== member.id))
      throw new Refused(refuse(null, 'only its owner and admins may revoke a token', 'FORBIDDEN'));
    if (token.revokedAt) throw new Refused(refuse('apiTokenId', `${JSON.stringify(token.name)} was revoked already`, 'CONFLICT'));
    await tx.query('UPDATE api_token SET revoked_at = now() WHERE id = $1', [tokenId]);
  });
}

/** A token for the worker that the platform starts on its own machine; the one of the last start ends. */
export async function localWorkerToken(database: DataSource, teamId: string): Promise<string> {
  return transaction(database, async (tx) => {
    await tx.query(
      `UPDATE api_token SET revoked_at = now() WHERE team_id = $1 AND kind = 'WORKER' AND name = $2 AND member_id IS NULL AND revoked_at IS NULL`,
      [teamId, LOCAL_WORKER],
    );
    const { secret } = await createToken(tx, { teamId, kind: 'WORKER', name: LOCAL_WORKER, memberId: null });
    return secret;
  });
}
