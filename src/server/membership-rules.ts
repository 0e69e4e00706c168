/** The rules of joining and inviting, apart from where devices and invitations are kept. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { DeviceRole, InviteRequest, JoinRefusal } from '#replication/membership.ts';
import type { Device, Joined, Joining } from '#server/devices.ts';
import { drawName, drawToken, hashSecret, type Random } from '#server/secrets.ts';

/** A grant of every scope there is and will be. */
export const everyScope = '*';
/** How long an invitation is remembered after it expired, so that its code is called expired and not unknown. */
export const expiredKeptMs = 30 * 24 * 3_600_000;
const seenEveryMs = 60_000;

export interface Invite {
  readonly codeHash: string;
  readonly role: DeviceRole;
  /** A JSON list of scopes, or 'all'. */
  readonly scopes: string;
  /** Null: valid until used. */
  readonly expiresAt: number | null;
  readonly usesLeft: number;
}

/** A device as it is kept: with the hash of its token and the invitation it came by. */
export interface KnownDevice extends Device {
  readonly tokenHash: string;
  readonly invite: string;
}

/**
 * What is to be written. `renew`: the device joined before and never heard the answer, so it gets another
 * token. `extend`: it keeps its token and gains what the invitation gives. The last two take a use of it.
 */
export type JoinPlan =
  | { readonly kind: 'renew' | 'add'; readonly joined: Joined; readonly tokenHash: string }
  | { readonly kind: 'extend'; readonly joined: Joined };

/** `known` is the device that has the id which the joining one brought. */
export function planJoin(
  { deviceId, already }: Joining,
  invite: Invite | undefined,
  known: KnownDevice | undefined,
  at: number,
  random: Random,
): Result<JoinPlan, JoinRefusal> {
  if (!invite) return err('code-unknown');
  if (invite.expiresAt !== null && invite.expiresAt <= at) return err('code-expired');
  const unanswered = known?.invite === invite.codeHash && known.lastSeenAt === null && known.revokedAt === null;
  if (known && !already && unanswered) {
    const token = drawToken(random);
    return ok({
      kind: 'renew',
      joined: { token, device: known.id, role: invite.role },
      tokenHash: hashSecret(token),
    });
  }
  if (invite.usesLeft <= 0) return err('code-used');
  if (already) {
    const { device, token } = already;
    const role = invite.role === 'coordinator' ? invite.role : device.role;
    return ok({ kind: 'extend', joined: { token, device: device.id, role } });
  }
  const device = deviceId === undefined || known ? drawName(random) : deviceId;
  const token = drawToken(random);
  return ok({ kind: 'add', joined: { token, device, role: invite.role }, tokenHash: hashSecret(token) });
}

/** The grants that an invitation gives; a coordinator needs none. */
export function scopesGiven({ role, scopes }: Invite): readonly string[] {
  if (role === 'coordinator') return [];
  return scopes === 'all' ? [everyScope] : (JSON.parse(scopes) as Scope[]);
}

export const roleTooLow = (by: Device, { role, scopes }: InviteRequest): boolean =>
  by.role !== 'coordinator' && (role === 'coordinator' || scopes === 'all');

export const expiryOf = ({ expiresInHours }: InviteRequest, at: number): number =>
  at + Math.round(expiresInHours * 3_600_000);

/** When a device was last seen is written at most once a minute. */
export const notedLately = ({ lastSeenAt }: Device, at: number): boolean =>
  lastSeenAt !== null && Math.abs(at - lastSeenAt) < seenEveryMs;
