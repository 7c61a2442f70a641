import type { Handler } from 'express';

/** On every answer; the page adds its own policy for scripts. */
export function securityHeaders(publicUrl?: string): Handler {
  const https = publicUrl?.startsWith('https:') ?? false;
  return (_, response, next) => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
    });
    next();
  };
}
