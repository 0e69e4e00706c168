/** Where a request comes from: the connection's other end, or what the reverse proxy in front says of its own. */
import type { Context } from 'hono';
import type { ServerEnv } from '#server/parts.ts';

export const peerOf = (c: Context<ServerEnv>): string => c.env?.incoming?.socket.remoteAddress ?? '';

/** What proxies write into a request: its presence says that it came through one. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'];
export const cameThroughProxy = (c: Context<ServerEnv>): boolean =>
  proxyHeaders.some((name) => c.req.header(name) !== undefined);

/**
 * The client's address. `proxies` is how many reverse proxies of our own stand in front: each adds to the end of
 * X-Forwarded-For whom it was asked by, so that what stands before these is the client's own invention.
 */
export function clientAddress(c: Context<ServerEnv>, proxies: number): string {
  if (proxies === 0) return peerOf(c);
  const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return passed.at(-proxies) || peerOf(c);
}

/** Whether the client speaks HTTPS, to us or to our proxy. */
export const isSecure = (c: Context<ServerEnv>, proxies: number): boolean =>
  new URL(c.req.url).protocol === 'https:' || (proxies > 0 && c.req.header('x-forwarded-proto') === 'https');
