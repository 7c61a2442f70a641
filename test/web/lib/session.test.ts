import { expect, test } from 'vitest';
import { explainSignIn, SessionError, safePath } from '../../../web/lib/session.ts';

test('after signing in one goes on within this site only', () => {
  expect(safePath('/searches/abc?sort=reward')).toBe('/searches/abc?sort=reward');
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null, undefined])
    expect(safePath(bad)).toBe('/searches');
});

test('going on to the page for signing in would go round in circles', () => {
  expect(safePath('/sign-in?next=/team')).toBe('/searches');
});

test('failures are told without saying whether an account exists', () => {
  expect(explainSignIn(new SessionError(401, 'Invalid email or password'))).toBe('No account has this e-mail address and password.');
  expect(explainSignIn(new SessionError(429, ''))).toContain('Wait');
  expect(explainSignIn(new TypeError('fetch failed'))).toContain('cannot be reached');
});
