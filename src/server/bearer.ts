/** Every request but joining and the probe carries a device's token. */
import type { Context, MiddlewareHandler } from 'hono';
import { refuse } from '#server/answers.ts';
import type { Device } from '#server/devices.ts';
import { endOfAccess } from '#server/membership-rules.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/** Lets known devices through, with the device in the context; refuses unknown, revoked and ended ones. */
export const bearer =
  ({ devices, now }: Parts): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const known = await knownDevice(c, devices);
    if (!known) return refuse({ refused: 'unauthorised' });
    const isRevoked = known.device.revokedAt !== null;
    if (isRevoked || endOfAccess(known.device) <= now()) {
      const ask = await devices.whomToAsk(known.device);
      return refuse({ refused: 'revoked', reason: isRevoked ? 'revoked' : 'expired', ask });
    }
    c.set('device', known.device);
    c.set('token', known.token);
    return next();
  };

/** The device whose token the request carries, revoked ones included. */
export async function knownDevice(
  c: Context<ServerEnv>,
  devices: Parts['devices'],
): Promise<{ readonly device: Device; readonly token: string } | undefined> {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const device = token === undefined ? undefined : await devices.withToken(token);
  return token !== undefined && device ? { device, token } : undefined;
}
