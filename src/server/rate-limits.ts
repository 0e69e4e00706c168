/** How often each route may be asked: from one address, where a room or an office may stand behind it, and by one device. */
import type { MiddlewareHandler } from 'hono';
import { type Allowance, type Allowances, allowances } from '#server/allowances.ts';
import { refuse } from '#server/answers.ts';
import { networkOf } from '#server/attempts.ts';
import { clientAddress } from '#server/client-address.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

const second = 1_000;
const perSecond = (times: number, atOnce: number): Allowance => ({ atOnce, everyMs: second / times });

/** A hundred tablets behind one address are served; so is a tablet that sends a week in one sitting. */
export const routeLimits = {
  health: { address: perSecond(50, 600) },
  metrics: { address: perSecond(2, 60) },
  join: { address: perSecond(2, 120) },
  invites: { address: perSecond(10, 300), device: perSecond(0.2, 30) },
  renew: { address: perSecond(10, 300), device: perSecond(0.1, 10) },
  devices: { address: perSecond(10, 300), device: perSecond(1, 60) },
  sync: { address: perSecond(100, 3_000), device: perSecond(10, 300) },
  // Each costs as much as fetching the scopes anew: a day's end, and a person who asks again.
  digests: { address: perSecond(5, 500), device: perSecond(0.2, 30) },
  events: { address: perSecond(20, 600), device: perSecond(0.5, 20) },
  // A piece of 256 KB each.
  files: { address: perSecond(100, 3_000), device: perSecond(20, 600) },
  // Every file of the app for a room of tablets that install it at the same time.
  page: { address: perSecond(500, 20_000) },
} as const satisfies Readonly<Record<string, { readonly address: Allowance; readonly device?: Allowance }>>;

export type LimitedRoute = keyof typeof routeLimits;
export type DeviceRoute = {
  [Route in LimitedRoute]: (typeof routeLimits)[Route] extends { readonly device: Allowance } ? Route : never;
}[LimitedRoute];

export interface RateLimits {
  /** 0 where the request may go on, else how long to wait, in milliseconds. */
  ofAddress(route: LimitedRoute, network: string, now: number): number;
  ofDevice(route: DeviceRoute, device: string, now: number): number;
}

export function rateLimits(): RateLimits {
  const kept = new Map<string, Allowances>();
  const take = (key: string, allowance: Allowance, asker: string, now: number) => {
    const known = kept.get(key) ?? allowances(allowance);
    kept.set(key, known);
    return known.take(asker, now);
  };
  return {
    ofAddress: (route, network, now) => take(`${route} address`, routeLimits[route].address, network, now),
    ofDevice: (route, device, now) => take(`${route} device`, routeLimits[route].device, device, now),
  };
}

/** For a measurement of what the server bears. */
export const noRateLimits: RateLimits = { ofAddress: () => 0, ofDevice: () => 0 };

export const perAddress =
  ({ limits, proxies, now }: Parts, route: LimitedRoute): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const wait = limits.ofAddress(route, networkOf(clientAddress(c, proxies)), now());
    return wait > 0 ? tooOften(wait) : next();
  };

/** After `bearer`, which says whose request it is. */
export const perDevice =
  ({ limits, now }: Parts, route: DeviceRoute): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const wait = limits.ofDevice(route, c.var.device.id, now());
    return wait > 0 ? tooOften(wait) : next();
  };

const tooOften = (wait: number): Response => refuse({ refused: 'busy', retryAfterMs: Math.ceil(wait) }, 429);
