import type { Actor } from '../access/actor.ts';
import { PASSWORD, type Sessions } from '../access/sessions.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Member } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { NewAccountInput, UserError } from '../resolvers.generated.ts';
import { useInvitation } from './invitations.ts';
import { addMember } from './members.ts';

/**
 * Joins a team by an invitation, with the account that is signed in or with a new one; all of it or nothing, so a refused account leaves
 * the link good.
 * @throws Refused
 */
export async function acceptInvitation(
  database: DataSource,
  hashPassword: Sessions['hashPassword'],
  actor: Actor,
  { secret, account }: { secret: string; account?: NewAccountInput | null },
): Promise<Member> {
  if (actor.kind === 'PERSONAL' || actor.kind === 'WORKER')
    throw new Refused(refuse(null, 'a token belongs to one team: sign in to join another', 'FORBIDDEN'));
  if (actor.kind === 'ACCOUNT') {
    return transaction(database, async (tx) => {
      const { teamId, role } = await useInvitation(tx, secret);
      return addMember(tx, teamId, { id: actor.userId, name: actor.name }, role);
    });
  }
  if (!account) throw new Refused(refuse('account', 'give name, email and password of a new account, or sign in first', 'REQUIRED'));
  const problems = checkAccount(account);
  if (problems.length > 0) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    // first: whoever has no good link learns nothing about accounts, and costs no password hash
    const { teamId, role } = await useInvitation(tx, secret);
    const user = await createAccount(tx, account, await hashPassword(account.password));
    return addMember(tx, teamId, user, role);
  });
}

async function createAccount(
  tx: Transaction,
  { name, email }: NewAccountInput,
  passwordHash: string,
): Promise<{ id: string; name: string }> {
  const [user] = await tx.query<{ id: string; name: string }>(
    'INSERT INTO account_user (id, name, email) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING RETURNING id, name',
    [newId(), name.trim(), email.trim().toLowerCase()],
  );
  if (!user)
    throw new Refused(
      refuse('account.email', `${JSON.stringify(email)} has an account already: sign in, then open the link again`, 'CONFLICT'),
    );
  await tx.query(`INSERT INTO account_login (id, user_id, account_id, provider_id, password) VALUES ($1, $2, $2, 'credential', $3)`, [
    newId(),
    user.id,
    passwordHash,
  ]);
  return user;
}

function checkAccount({ name, email, password }: NewAccountInput): UserError[] {
  const problems = [checkText('account.name', name, 1, 80)];
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email.trim()))
    problems.push(
      refuse(
        'account.email',
        `${JSON.stringify(email.slice(0, 254))} is not an e-mail address: give one like name@example.org`,
        'NOT_ALLOWED',
      ),
    );
  // the value is a secret: only its length is told
  if (password.length < PASSWORD.min || password.length > PASSWORD.max)
    problems.push(
      refuse('account.password', `the password has ${password.length} characters: give ${PASSWORD.min} to ${PASSWORD.max}`, 'OUT_OF_RANGE'),
    );
  return problems.filter((problem) => problem !== null);
}
