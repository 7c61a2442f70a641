import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from a page of this server, or from no page at all. Browsers send `Origin` with every websocket and every POST;
 * scripts and workers send none, and carry no cookie either.
 */
export function isSameOrigin(request: IncomingMessage, publicUrl?: string): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
