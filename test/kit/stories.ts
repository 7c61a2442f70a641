import { randomUUID } from 'node:crypto';
import type { Role } from '../../server/resolvers.generated.ts';
import { firstStart } from '../../server/teams/invitations.ts';
import { type Caller, makeCaller } from './client.ts';
import type { TestPlatform } from './platform.ts';

/** A person with an account, signed in. */
export interface User extends Caller {
  name: string;
  email: string;
  password: string;
  /** Global id of the place in the team that the person came to first. */
  memberId: string;
  teamId: string;
}

export const PASSWORD = 'correct horse battery';

interface Place {
  acceptInvitation: {
    member: { id: string; team: { id: string } } | null;
    userErrors: { field: string | null; message: string; code: string }[];
  };
}

/** The first person on a platform: admin of "My team". */
export async function createFirstUser(platform: TestPlatform, name = 'Ada'): Promise<User> {
  const first = await firstStart(platform.database);
  if (!first) throw new Error('there is an account already');
  return acceptInvitation(platform.url, name, first.secret);
}

/** Somebody who joins a team by a link that its admin made. */
export async function createUser(admin: User, name: string, role: Role = 'MEMBER', teamId = admin.teamId): Promise<User> {
  return acceptInvitation(admin.url, name, await inviteTo(admin, role, teamId));
}

/** Somebody with a team of their own, who has nothing to do with the first one. */
export async function createOutsider(admin: User, name = 'Eve'): Promise<User> {
  const { createTeam } = await admin.ask<{ createTeam: { team: { id: string } } }>(
    'mutation ($name: String!) { createTeam(input: { name: $name }) { team { id } } }',
    { name: `Team of ${name}` },
  );
  const outsider = await createUser(admin, name, 'ADMIN', createTeam.team.id);
  // the admin leaves it again
  await outsider.ask('mutation ($id: ID!) { removeMember(input: { memberId: $id }) { userErrors { message } } }', {
    id: await placeIn(admin, createTeam.team.id),
  });
  return outsider;
}

/** The secret of a one-time link. */
export async function inviteTo(admin: User, role: Role = 'MEMBER', teamId = admin.teamId): Promise<string> {
  const { inviteMember } = await admin.ask<{ inviteMember: { secret: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { secret } }',
    { input: { teamId, role } },
  );
  return inviteMember.secret;
}

/** A token, as a caller. */
export async function createToken(
  owner: User,
  kind: 'PERSONAL' | 'WORKER',
  name = 'script',
): Promise<Caller & { id: string; secret: string }> {
  const { createApiToken } = await owner.ask<{ createApiToken: { apiToken: { id: string }; secret: string } }>(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } secret userErrors { message } } }',
    { input: { teamId: owner.teamId, kind, name } },
  );
  const { apiToken, secret } = createApiToken;
  return { ...makeCaller(owner.url, { authorization: `Bearer ${secret}` }), id: apiToken.id, secret };
}

/** The session cookie. @throws with the status when sign-in is refused */
export async function signIn(url: string, email: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Makes an account by a one-time link, and signs in. */
export async function acceptInvitation(url: string, name: string, secret: string): Promise<User> {
  const email = `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`;
  const { acceptInvitation: accepted } = await makeCaller(url).ask<Place>(
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { member { id team { id } } userErrors { field message code } } }',
    { input: { secret, account: { name, email, password: PASSWORD } } },
  );
  const { member, userErrors } = accepted;
  if (!member) throw new Error(userErrors.map((error) => error.message).join('; '));
  return {
    ...makeCaller(url, { cookie: await signIn(url, email) }),
    name,
    email,
    password: PASSWORD,
    memberId: member.id,
    teamId: member.team.id,
  };
}

async function placeIn(user: User, teamId: string): Promise<string> {
  const { team } = await user.ask<{ team: { viewerMember: { id: string } } }>(
    'query ($id: ID!) { team(id: $id) { viewerMember { id } } }',
    { id: teamId },
  );
  return team.viewerMember.id;
}
