import { hashSecret, newSecret } from '../access/hashes.ts';
import type { DataSource } from '../database/data-source.ts';
import { Invitation } from '../database/entities.ts';
import { type Queries, queries, type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { InvitationPreview, Role } from '../resolvers.generated.ts';
import { createTeam } from './create-team.ts';

/** An invitation that may still be used. */
const OPEN = 'used_at IS NULL AND revoked_at IS NULL AND expires_at > now()';

interface NewInvitation {
  teamId: string;
  role: Role;
  note?: string | null;
  createdBy?: string | null;
  firstAccount?: boolean;
}

/** A one-time link, good for 7 days. The secret is returned here and stored only as a hash. */
export async function invite(
  tx: Queries,
  { teamId, role, note, createdBy, firstAccount }: NewInvitation,
): Promise<{ invitation: Invitation; secret: string }> {
  const secret = newSecret();
  const [invitation] = await tx.entities(
    Invitation,
    `INSERT INTO invitation (id, team_id, role, note, secret_hash, first_account, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '7 days') RETURNING *`,
    [newId(), teamId, role, note ?? null, hashSecret(secret), firstAccount ?? false, createdBy ?? null],
  );
  return { invitation: invitation!, secret };
}

export async function openInvitations(database: DataSource, teamId: string): Promise<Invitation[]> {
  return queries(database).entities(Invitation, `SELECT * FROM invitation WHERE team_id = $1 AND ${OPEN} ORDER BY id`, [teamId]);
}

/** @throws Refused CONFLICT when it was used or revoked before */
export async function revokeInvitation(database: DataSource, id: string): Promise<void> {
  const revoked = await queries(database).query(
    'UPDATE invitation SET revoked_at = now() WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL RETURNING id',
    [id],
  );
  if (revoked.length === 0) throw new Refused(refuse('invitationId', 'this invitation was used or revoked already', 'CONFLICT'));
}

/** What its holder may know; null when it is unknown, used or expired. */
export async function preview(database: DataSource, secret: string): Promise<InvitationPreview | null> {
  const [found] = await queries(database).query<InvitationPreview>(
    `SELECT team.name AS "teamName", role, first_account AS "firstAccount" FROM invitation JOIN team ON team.id = team_id WHERE secret_hash = $1 AND ${OPEN}`,
    [hashSecret(secret)],
  );
  return found ?? null;
}

/** Uses an invitation up: of two who try at once, one gets it. @throws Refused UNKNOWN */
export async function useInvitation(tx: Transaction, secret: string): Promise<Invitation> {
  const [used] = await tx.entities(Invitation, `UPDATE invitation SET used_at = now() WHERE secret_hash = $1 AND ${OPEN} RETURNING *`, [
    hashSecret(secret),
  ]);
  if (!used) throw new Refused(refuse('secret', 'this link is unknown, was used already, or has expired: ask for a new one', 'UNKNOWN'));
  return used;
}

/** What the start command needs for a platform that nobody has an account on. */
export interface FirstStart {
  teamId: string;
  /** The team was made just now. */
  fresh: boolean;
  /** For the link `/welcome/<secret>`; those of earlier starts are worth nothing any more. */
  secret: string;
}

/** The team "My team" and a link for its admin while there is no account; null afterwards. */
export async function firstStart(database: DataSource): Promise<FirstStart | null> {
  return transaction(database, async (tx) => {
    // two processes may start at once
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['handpick first start']);
    const [account] = await tx.query('SELECT 1 FROM account_user LIMIT 1');
    if (account) return null;
    const [earlier] = await tx.query<{ team_id: string }>('SELECT team_id FROM invitation WHERE first_account ORDER BY id LIMIT 1');
    await tx.query('UPDATE invitation SET revoked_at = now() WHERE first_account AND used_at IS NULL AND revoked_at IS NULL');
    const teamId = earlier?.team_id ?? (await createTeam(tx, 'My team')).id;
    const { secret } = await invite(tx, { teamId, role: 'ADMIN', firstAccount: true });
    return { teamId, fresh: !earlier, secret };
  });
}
