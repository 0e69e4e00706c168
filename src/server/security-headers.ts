/** What a browser may do with anything this server sends. */
import type { MiddlewareHandler } from 'hono';
import { isSecure } from '#server/client-address.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/**
 * Styles may be inline because the interface and chart libraries insert style elements, and a nonce cannot
 * live in a page that is kept offline. Scripts may not. A test fails on any report of a violation.
 */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `font-src 'self'`,
  `img-src 'self' blob: data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
};

/** A year, this name alone: what else runs under the domain is not ours to decide. */
const onlyHttps = 'max-age=31536000';

export const securityHeaders =
  ({ proxies }: Pick<Parts, 'proxies'>): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    // A browser ignores it where it does not trust the certificate, so a server in a room is not locked out.
    if (isSecure(c, proxies)) c.res.headers.set('strict-transport-security', onlyHttps);
  };
