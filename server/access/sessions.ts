import { type Auth, betterAuth } from 'better-auth';
import pg from 'pg';
import { deriveKey } from './secrets.ts';

/** Sign-in by e-mail and password, with sessions in cookies: better-auth on our tables. Accounts are made by `acceptInvitation` alone. */
export interface Sessions {
  /** Answers /api/auth/*. */
  handler: (request: Request) => Promise<Response>;
  /** Who the cookie in these headers belongs to; null when nobody. */
  find(headers: Headers): Promise<{ sessionId: string; userId: string; name: string; email: string } | null>;
  hashPassword(password: string): Promise<string>;
  close(): Promise<void>;
}

/** What sessions depend on. */
export interface SessionOptions {
  databaseUrl: string;
  key: string;
  /** The address that people use, when it is not the one the server sees, e.g. https://handpick.example.org behind a proxy. */
  publicUrl?: string | undefined;
  /** Attempts to sign in, a minute and address. */
  signInsPerMinute: number;
}

/** The header in which our own HTTP server says whose request it is; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-handpick-address';

export const PASSWORD = { min: 10, max: 128 };
const DAY = 24 * 60 * 60;
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export async function makeSessions(options: SessionOptions): Promise<Sessions> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4, application_name: 'handpick sessions' });
  pool.on('error', (error) => console.error(`connection for sessions: ${error.message}`));
  const auth = betterAuth({
    database: pool,
    secret: deriveKey(options.key, 'sessions').toString('base64url'),
    ...(options.publicUrl && { baseURL: options.publicUrl }),
    basePath: '/api/auth',
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD.min, maxPasswordLength: PASSWORD.max },
    user: { modelName: 'account_user', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'account_session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
      expiresIn: 30 * DAY,
      updateAge: DAY,
    },
    account: {
      modelName: 'account_login',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'account_verification', fields: { expiresAt: 'expires_at', ...times } },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 600,
      customRules: { '/sign-in/email': { window: 60, max: options.signInsPerMinute } },
    },
    advanced: {
      cookiePrefix: 'handpick',
      useSecureCookies: options.publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  }) as unknown as Auth;
  const { password } = await auth.$context;
  return {
    handler: (request) => auth.handler(request),
    find: async (headers) => {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      return found && { sessionId: found.session.id, userId: found.user.id, name: found.user.name, email: found.user.email };
    },
    hashPassword: (text) => password.hash(text),
    close: () => pool.end(),
  };
}
