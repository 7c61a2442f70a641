import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, in letters that survive addresses and shells. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A plain SHA-256 is enough: nobody can guess 256 random bits. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
