/** Sessions are cookies of the server's own sign-in; the page never sees them. */
async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer = (await response.json().catch(() => null)) as { message?: string } | null;
  throw new SessionError(response.status, answer?.message ?? response.statusText);
}

export class SessionError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws SessionError; 401 for a wrong e-mail or password, 429 for too many attempts. */
export function signIn(email: string, password: string): Promise<void> {
  return post('/sign-in/email', { email, password });
}

export function signOut(): Promise<void> {
  return post('/sign-out', {});
}

/** For people. */
export function explainSignIn(error: unknown): string {
  if (!(error instanceof SessionError)) return 'The server cannot be reached. Is it running?';
  if (error.status === 401 || error.status === 403) return 'No account has this e-mail address and password.';
  if (error.status === 429) return 'Too many attempts. Wait a minute and try again.';
  return error.message;
}

/** Where to go after signing in: a path of this site, nothing else. */
export function safePath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/searches';
}
