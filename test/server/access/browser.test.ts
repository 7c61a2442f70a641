import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, type User } from '../../kit/stories.ts';

const WHO = '{ viewer { name } }';

describe('a browser', () => {
  let platform: TestPlatform;
  let admin: User;
  beforeAll(async () => {
    platform = await startTestPlatform({ signInsPerMinute: 5 });
    admin = await createFirstUser(platform);
  });
  afterAll(() => platform?.stop());

  it('cannot be used by a page of another site', async () => {
    const headers = { 'content-type': 'application/json', cookie: admin.identity.cookie!, origin: 'https://elsewhere.example' };
    const response = await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: WHO }) });
    expect(response.status).toBe(403);
    // a form can't send application/json without asking first; what it can send is refused
    const form = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', cookie: admin.identity.cookie! },
      body: JSON.stringify({ query: WHO }),
    });
    expect(form.status).toBe(400);
    const socket = connect(platform.url, admin.identity, 'https://elsewhere.example');
    await expect(socket.iterate({ query: WHO }).next()).rejects.toMatchObject({ message: expect.stringContaining('403') });
    await socket.dispose();
    const own = connect(platform.url, admin.identity, platform.url);
    expect((await own.iterate({ query: WHO }).next()).value).toMatchObject({ data: { viewer: { name: 'Ada' } } });
    await own.dispose();
  });

  it('may not guess passwords', async () => {
    const attempt = () =>
      fetch(`${platform.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: platform.url,
          'x-handpick-address': `10.0.0.${Math.floor(Math.random() * 250)}`,
        },
        body: JSON.stringify({ email: admin.email, password: 'a wrong guess' }),
      }).then((response) => response.status);
    const statuses = [];
    for (let count = 0; count < 8; count++) statuses.push(await attempt());
    expect(statuses).toContain(401);
    expect(statuses.at(-1)).toBe(429);
  });

  it('signs out', async () => {
    const signOut = await fetch(`${platform.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: platform.url, cookie: admin.identity.cookie! },
      body: '{}',
    });
    expect(signOut.status).toBe(200);
    expect(await admin.ask('{ viewer { name } }')).toEqual({ viewer: null });
  });
});
