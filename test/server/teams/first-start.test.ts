import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstStart } from '../../../server/teams/invitations.ts';
import { makeCaller } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createUser, inviteTo, PASSWORD, signIn } from '../../kit/stories.ts';

const ACCEPT =
  'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { member { role name } userErrors { field code message } } }';
const PREVIEW = 'query ($secret: String!) { invitation(secret: $secret) { teamName role firstAccount } }';
const account = (email: string) => ({ name: 'Ada', email, password: PASSWORD });

describe('the first start', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform?.stop());

  it('gives a link that makes the first admin, once; a later start gives another and takes the first back', async () => {
    const nobody = makeCaller(platform.url);
    const first = await firstStart(platform.database);
    const second = await firstStart(platform.database);
    expect(first).toMatchObject({ fresh: true });
    expect(second).toMatchObject({ fresh: false, teamId: first!.teamId });
    expect(await nobody.ask(PREVIEW, { secret: first!.secret })).toEqual({ invitation: null });
    expect(await nobody.ask(PREVIEW, { secret: second!.secret })).toEqual({
      invitation: { teamName: 'My team', role: 'ADMIN', firstAccount: true },
    });

    const stale = await nobody.ask(ACCEPT, { input: { secret: first!.secret, account: account('ada@example.org') } });
    expect(stale).toMatchObject({ acceptInvitation: { member: null, userErrors: [{ field: 'secret', code: 'UNKNOWN' }] } });

    // a bad account leaves the link good
    const weak = await nobody.ask(ACCEPT, { input: { secret: second!.secret, account: { ...account('no address'), password: 'short' } } });
    expect(weak).toMatchObject({
      acceptInvitation: {
        userErrors: [{ field: 'account.email' }, { field: 'account.password', message: expect.stringContaining('5 characters') }],
      },
    });
    expect(JSON.stringify(weak)).not.toContain('short');

    const made = await nobody.ask(ACCEPT, { input: { secret: second!.secret, account: account('Ada@Example.org') } });
    expect(made).toEqual({ acceptInvitation: { member: { role: 'ADMIN', name: 'Ada' }, userErrors: [] } });
    const cookie = await signIn(platform.url, 'ada@example.org');
    expect(await makeCaller(platform.url, { cookie }).ask('{ viewer { name email teams { name slug } } }')).toEqual({
      viewer: { name: 'Ada', email: 'ada@example.org', teams: [{ name: 'My team', slug: 'my-team' }] },
    });
    expect(await firstStart(platform.database)).toBeNull();
  });

  it('lets one of two who use a link at the same moment in', async () => {
    const admin = {
      ...makeCaller(platform.url, { cookie: await signIn(platform.url, 'ada@example.org') }),
      name: 'Ada',
      email: '',
      password: PASSWORD,
      memberId: '',
      teamId: '',
    };
    const { viewer } = await admin.ask<{ viewer: { teams: { id: string }[] } }>('{ viewer { teams { id } } }');
    const secret = await inviteTo(admin, 'VIEWER', viewer.teams[0]!.id);
    const both = await Promise.all(
      ['one@example.org', 'two@example.org'].map((email) =>
        makeCaller(platform.url).ask<{ acceptInvitation: { member: object | null; userErrors: { code: string }[] } }>(ACCEPT, {
          input: { secret, account: account(email) },
        }),
      ),
    );
    expect(both.filter((answer) => answer.acceptInvitation.member)).toHaveLength(1);
    expect(both.flatMap((answer) => answer.acceptInvitation.userErrors)).toMatchObject([{ code: 'UNKNOWN' }]);
    // the loser's account was not left behind
    const accounts = await platform.database.query(`SELECT email FROM account_user WHERE email IN ('one@example.org', 'two@example.org')`);
    expect(accounts).toHaveLength(1);
  });

  it('has no other way to an account', async () => {
    const body = JSON.stringify({ name: 'Mallory', email: 'mallory@example.org', password: PASSWORD });
    const response = await fetch(`${platform.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: platform.url },
      body,
    });
    expect(response.ok).toBe(false);
    expect(await platform.database.query(`SELECT 1 FROM account_user WHERE email = 'mallory@example.org'`)).toEqual([]);
    await expect(signIn(platform.url, 'ada@example.org', 'not the password')).rejects.toThrow('401');
  });

  it('keeps e-mail addresses unique and passwords out of the database', async () => {
    const other = await startTestPlatform();
    try {
      const ada = await createFirstUser(other);
      const bob = await createUser(ada, 'Bob');
      const secret = await inviteTo(ada);
      const again = await makeCaller(other.url).ask(ACCEPT, { input: { secret, account: account(bob.email.toUpperCase()) } });
      expect(again).toMatchObject({ acceptInvitation: { member: null, userErrors: [{ field: 'account.email', code: 'CONFLICT' }] } });
      const rows = (await other.database.query('SELECT password FROM account_login')) as { password: string }[];
      expect(rows).toHaveLength(2);
      for (const { password } of rows) expect(password).not.toContain(PASSWORD);
    } finally {
      await other.stop();
    }
  });
});
