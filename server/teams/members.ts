import type { Actor } from '../access/actor.ts';
import { memberOf } from '../access/actor.ts';
import type { DataSource } from '../database/data-source.ts';
import { Member } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { Role } from '../resolvers.generated.ts';

/** Puts an account into a team; somebody who comes back gets the old place, and with it what they made. @throws Refused CONFLICT */
export async function addMember(tx: Transaction, teamId: string, user: { id: string; name: string }, role: Role): Promise<Member> {
  const [known] = await tx.entities(Member, 'SELECT * FROM member WHERE team_id = $1 AND user_id = $2 FOR UPDATE', [teamId, user.id]);
  if (known && !known.removedAt) throw new Refused(refuse(null, 'you are a member of this team already', 'CONFLICT'));
  const [member] = known
    ? await tx.entities(Member, 'UPDATE member SET removed_at = NULL, role = $2, name = $3 WHERE id = $1 RETURNING *', [
        known.id,
        role,
        user.name,
      ])
    : await tx.entities(Member, 'INSERT INTO member (id, team_id, user_id, name, role) VALUES ($1, $2, $3, $4, $5) RETURNING *', [
        newId(),
        teamId,
        user.id,
        user.name,
        role,
      ]);
  await appendEvents(tx, teamId, [{ kind: 'MEMBER_CHANGED', memberId: member!.id }]);
  return member!;
}

/** @throws Refused when the team would lose its last admin */
export async function changeRole(database: DataSource, actor: Actor, memberId: string, role: Role): Promise<Member> {
  return transaction(database, async (tx) => {
    const member = await hold(tx, memberId);
    if (role !== 'ADMIN') await keepAdmin(tx, member);
    const [changed] = await tx.entities(Member, 'UPDATE member SET role = $2 WHERE id = $1 RETURNING *', [memberId, role]);
    await tell(tx, actor, member.teamId);
    return changed!;
  });
}

/** Takes a member out; their personal tokens end with it, what they made stays. @throws Refused FORBIDDEN, or when the team would lose its last admin */
export async function removeMember(database: DataSource, actor: Actor, memberId: string): Promise<void> {
  await transaction(database, async (tx) => {
    const member = await hold(tx, memberId);
    const own = memberOf(actor, member.teamId);
    if (own?.id !== memberId && own?.role !== 'ADMIN') throw new Refused(refuse(null, 'only an admin may remove others', 'FORBIDDEN'));
    await keepAdmin(tx, member);
    await tx.query('UPDATE member SET removed_at = now() WHERE id = $1', [memberId]);
    await tx.query('UPDATE api_token SET revoked_at = now() WHERE member_id = $1 AND revoked_at IS NULL', [memberId]);
    await tell(tx, actor, member.teamId);
  });
}

/** The member, with all places of the team locked, so that two admins cannot remove each other at once. */
async function hold(tx: Transaction, memberId: string): Promise<Member> {
  const members = await tx.entities(
    Member,
    'SELECT * FROM member WHERE team_id = (SELECT team_id FROM member WHERE id = $1) AND removed_at IS NULL ORDER BY id FOR UPDATE',
    [memberId],
  );
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw new Refused(refuse('memberId', 'this member has left the team', 'CONFLICT'));
  return member;
}

async function keepAdmin(tx: Transaction, member: Member): Promise<void> {
  if (member.role !== 'ADMIN') return;
  const others = await tx.query(`SELECT 1 FROM member WHERE team_id = $1 AND id <> $2 AND role = 'ADMIN' AND removed_at IS NULL`, [
    member.teamId,
    member.id,
  ]);
  if (others.length === 0)
    throw new Refused(refuse('memberId', `${member.name} is the only admin: make somebody else an admin first`, 'NOT_ALLOWED'));
}

async function tell(tx: Transaction, actor: Actor, teamId: string): Promise<void> {
  await appendEvents(tx, teamId, [{ kind: 'MEMBER_CHANGED', memberId: memberOf(actor, teamId)?.id ?? null }]);
}
