import { randomBytes } from 'node:crypto';
import type { DataSource } from '../../database/data-source.ts';
import { queries } from '../../database/transaction.ts';
import { acceptInvitation } from '../../teams/accounts.ts';
import { firstStart } from '../../teams/invitations.ts';
import { createToken } from '../../teams/tokens.ts';

/** Under this address nobody can receive mail (RFC 2606), and its password is not kept: nobody signs in with it. */
const EMAIL = 'npm-run-search@handpick.invalid';

export interface CommandAccess {
  teamId: string;
  /** Of kind PERSONAL. */
  token: string;
  /** Makes the token useless, and the account for it. */
  end(): Promise<void>;
}

/**
 * Access to a platform that this process has started, as its oldest team's admin. On a platform without accounts one is made for the
 * time of the command; the link to make the first real one stays to be had.
 */
export async function commandAccess(database: DataSource): Promise<CommandAccess> {
  await forgetCommandAccounts(database);
  const first = await firstStart(database);
  if (first) {
    const account = { name: 'npm run search', email: EMAIL, password: randomBytes(32).toString('base64url') };
    const noPassword = async () => 'none';
    await acceptInvitation(database, noPassword, { kind: 'ANONYMOUS' }, { secret: first.secret, account });
  }
  const { query } = queries(database);
  const [admin] = await query<{ id: string; team_id: string }>(
    `SELECT id, team_id FROM member WHERE role = 'ADMIN' AND user_id IS NOT NULL AND removed_at IS NULL ORDER BY team_id, id LIMIT 1`,
  );
  const { apiToken, secret } = await createToken(queries(database), {
    teamId: admin!.team_id,
    kind: 'PERSONAL',
    name: 'npm run search',
    memberId: admin!.id,
  });
  return {
    teamId: admin!.team_id,
    token: secret,
    end: async () => {
      await query('UPDATE api_token SET revoked_at = now() WHERE id = $1', [apiToken.id]);
      await forgetCommandAccounts(database);
    },
  };
}

/** Removes what a command that was killed could not. What it made stays, under the name of its member. */
export async function forgetCommandAccounts(database: DataSource): Promise<void> {
  const { query } = queries(database);
  await query(
    'UPDATE member SET removed_at = now() WHERE removed_at IS NULL AND user_id IN (SELECT id FROM account_user WHERE email = $1)',
    [EMAIL],
  );
  await query('DELETE FROM account_user WHERE email = $1', [EMAIL]);
}

/** Uuid of the team that local workers work for; null when there is none. */
export async function oldestTeam(database: DataSource): Promise<string | null> {
  const [team] = await queries(database).query<{ id: string }>('SELECT id FROM team ORDER BY id LIMIT 1');
  return team?.id ?? null;
}
