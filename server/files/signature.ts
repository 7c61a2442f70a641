import { createHmac, timingSafeEqual } from 'node:crypto';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** An upload's address is good for ten minutes. */
const VALID_FOR = 10 * 60 * 1000;

/** `<uuid>.<expiry>.<HMAC-SHA-256>`: the right to PUT the bytes of this one file, once they have the hash it was made for. */
export function signUpload(key: Buffer, uuid: string, now: number): string {
  const text = `${uuid}.${now + VALID_FOR}`;
  return `${text}.${sign(key, text)}`;
}

/** The file's uuid, or why the token is no good. */
export function readUpload(key: Buffer, token: string, now: number): { uuid: string } | 'FORGED' | 'EXPIRED' {
  const match = /^([0-9a-f-]{36})\.(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match) return 'FORGED';
  const [, uuid, expiry, signature] = match as unknown as [string, string, string, string];
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(key, `${uuid}.${expiry}`)))) return 'FORGED';
  return Number(expiry) < now ? 'EXPIRED' : { uuid };
}

function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
