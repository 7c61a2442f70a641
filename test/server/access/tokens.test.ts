import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queries } from '../../../server/database/transaction.ts';
import { parseId } from '../../../server/ids.ts';
import { localWorkerToken } from '../../../server/teams/tokens.ts';
import { makeCaller } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createToken, createUser, type User } from '../../kit/stories.ts';

const WHO = '{ viewer { name email teams { slug viewerMember { role } } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { apiTokenId userErrors { code } } }';
const REMOVE = 'mutation ($id: ID!) { removeMember(input: { memberId: $id }) { memberId userErrors { code field message } } }';

describe('tokens', () => {
  let platform: TestPlatform;
  let admin: User;
  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
  });
  afterAll(() => platform?.stop());

  it('are worth what their owner is worth, and shown once', async () => {
    const token = await createToken(admin, 'PERSONAL');
    expect(token.secret).toMatch(/^hp_[A-Za-z0-9_-]{43}$/);
    expect(await token.ask(WHO)).toEqual({
      viewer: { name: 'Ada', email: admin.email, teams: [{ slug: 'my-team', viewerMember: { role: 'ADMIN' } }] },
    });
    const listed = await admin.ask('query ($id: ID!) { team(id: $id) { apiTokens { name prefix createdBy { name } lastUsedAt } } }', {
      id: admin.teamId,
    });
    expect(listed).toMatchObject({
      team: {
        apiTokens: [{ name: 'script', prefix: token.secret.slice(0, 8), createdBy: { name: 'Ada' }, lastUsedAt: expect.any(String) }],
      },
    });
    const rows = await queries(platform.database).query<{ row: string }>('SELECT api_token::text AS row FROM api_token');
    expect(rows.some(({ row }) => row.includes(token.secret.slice(8)))).toBe(false);
  });

  it('end when they are revoked, over HTTP and on an open websocket', async () => {
    const token = await createToken(admin, 'PERSONAL');
    const stream = token.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: admin.teamId });
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // the last check is fresh for a second
    expect(await admin.ask(REVOKE, { id: token.id })).toEqual({ revokeApiToken: { apiTokenId: token.id, userErrors: [] } });
    expect((await token.request(WHO)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await createUser(admin, 'Bob'); // an event
    expect(await next).toEqual({ done: true, value: undefined });
    await stream.close();
    expect(await admin.ask(REVOKE, { id: token.id })).toMatchObject({ revokeApiToken: { userErrors: [{ code: 'CONFLICT' }] } });
    await expect(
      token.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: admin.teamId }).next(),
    ).rejects.toMatchObject({ code: 4403 });
  });

  it('of a removed member end with the membership, and stay ended when the person comes back', async () => {
    const bob = await createUser(admin, 'Bob');
    const token = await createToken(bob, 'PERSONAL');
    const stream = bob.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: bob.teamId });
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await bob.ask(REMOVE, { id: admin.memberId })).toMatchObject({ removeMember: { userErrors: [{ code: 'FORBIDDEN' }] } });
    expect(await admin.ask(REMOVE, { id: bob.memberId })).toEqual({ removeMember: { memberId: bob.memberId, userErrors: [] } });
    expect(await next).toEqual({ done: true, value: undefined });
    await stream.close();
    expect((await token.request(WHO)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await bob.ask('query ($id: ID!) { team(id: $id) { name } }', { id: bob.teamId })).toEqual({ team: null });

    const { inviteMember } = await admin.ask<{ inviteMember: { secret: string } }>(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { secret } }',
      { input: { teamId: admin.teamId, role: 'VIEWER' } },
    );
    const back = await bob.ask(
      'mutation ($secret: String!) { acceptInvitation(input: { secret: $secret }) { member { id role } userErrors { code } } }',
      { secret: inviteMember.secret },
    );
    expect(back).toEqual({ acceptInvitation: { member: { id: bob.memberId, role: 'VIEWER' }, userErrors: [] } });
    expect((await token.request(WHO)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of the local worker replace each other', async () => {
    const team = parseId('Team', admin.teamId)!;
    const first = makeCaller(platform.url, { authorization: `Bearer ${await localWorkerToken(platform.database, team)}` });
    expect(await first.ask('{ viewer { name email } }')).toEqual({ viewer: { name: 'local worker', email: null } });
    const second = makeCaller(platform.url, { authorization: `Bearer ${await localWorkerToken(platform.database, team)}` });
    expect((await first.request(WHO)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await second.ask('{ viewer { teams { slug viewerMember { id } } } }')).toEqual({
      viewer: { teams: [{ slug: 'my-team', viewerMember: null }] },
    });
  });

  it('a team keeps an admin', async () => {
    const change =
      'mutation ($id: ID!, $role: Role!) { changeMemberRole(input: { memberId: $id, role: $role }) { member { role } userErrors { code message } } }';
    for (const answer of [await admin.ask(REMOVE, { id: admin.memberId }), await admin.ask(change, { id: admin.memberId, role: 'MEMBER' })])
      expect(Object.values(answer as object)[0]).toMatchObject({
        userErrors: [{ code: 'NOT_ALLOWED', message: expect.stringContaining('Ada is the only admin') }],
      });
    const carol = await createUser(admin, 'Carol', 'ADMIN');
    // both step down at once: one of them may
    const both = await Promise.all([
      admin.ask(change, { id: admin.memberId, role: 'MEMBER' }),
      carol.ask(change, { id: carol.memberId, role: 'MEMBER' }),
    ]);
    expect(both.filter((answer) => (answer as { changeMemberRole: { member: unknown } }).changeMemberRole.member)).toHaveLength(1);
  });
});
