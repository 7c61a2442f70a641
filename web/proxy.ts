import { type NextRequest, NextResponse } from 'next/server';

/**
 * One content security policy a request. Next reads the nonce for its own scripts off the *request's* policy, the layout reads it from
 * `x-nonce`, and with it every page is rendered a request. Style attributes stay allowed: server-rendered React writes them, and they cannot
 * run code. In development Next makes style elements and evaluates code.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  // An invitation's secret is in the address of /welcome.
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

function contentPolicy(nonce: string, development: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src-elem 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self' data:`,
    `worker-src 'self' blob:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export const config = { matcher: [{ source: '/((?!_next/static|_next/image|icon.svg|api/|files/|graphql$).*)' }] };
