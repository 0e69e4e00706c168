/** The rules of joining, inviting and staying, apart from where devices and invitations are kept. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import {
  type DeviceRole,
  greaterRole,
  type GrantRole,
  type InviteRequest,
  type JoinRefusal,
} from '#replication/membership.ts';
import type { Device, DeviceFacts, Grant, Joined, Joining } from '#server/devices.ts';
import { drawName, drawToken, hashSecret, type Random } from '#server/secrets.ts';

/** A grant of every scope there is and will be. */
export const everyScope = '*';
/** How long an invitation is remembered after it expired, so that its code is called expired and not unknown. */
export const expiredKeptMs = 30 * 24 * 3_600_000;
/** A tablet that was not near a network for this long has to be let in again. */
export const tokenLifeMs = 90 * 24 * 3_600_000;
export const dayMs = 24 * 3_600_000;
const seenEveryMs = 60_000;

export interface Invite {
  readonly codeHash: string;
  readonly role: DeviceRole;
  /** A JSON list of scopes, or 'all'. */
  readonly scopes: string;
  /** Null: valid until used. */
  readonly expiresAt: number | null;
  readonly usesLeft: number;
  /** Null for the set-up link. */
  readonly createdBy: string | null;
  /** Null: whoever joins by it stays until somebody revokes it. */
  readonly accessDays: number | null;
}

/** A device as it is kept: with the hashes of its tokens and the invitation it came by. */
export interface KnownDevice extends Device {
  readonly tokenHash: string;
  readonly nextTokenHash: string | null;
  readonly invite: string;
}

/**
 * What is to be written. `renew`: the device joined before and never heard the answer, so it gets another
 * token. `extend`: it keeps its token and gains what the invitation gives. The last two take a use of it.
 */
export type JoinPlan = { readonly joined: Joined; readonly endsAt: number | null } & (
  | { readonly kind: 'renew' | 'add'; readonly tokenHash: string }
  | { readonly kind: 'extend' }
);

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
  const endsAt = endOf(at, invite.accessDays);
  const letIn = (kind: 'renew' | 'add', device: string): Result<JoinPlan, JoinRefusal> => {
    const token = drawToken(random);
    const joined = { token, device, role: invite.role, expiresAt: tokenEnd(at, endsAt) };
    return ok({ kind, joined, endsAt, tokenHash: hashSecret(token) });
  };
  const unanswered = known?.invite === invite.codeHash && known.lastSeenAt === null && known.revokedAt === null;
  if (known && !already && unanswered) return letIn('renew', known.id);
  if (invite.usesLeft <= 0) return err('code-used');
  if (already) {
    const { device, token } = already;
    const ends = endsAt === null || device.endsAt === null ? null : Math.max(endsAt, device.endsAt);
    const role = greaterRole(device.role, invite.role);
    const joined = { token, device: device.id, role, expiresAt: tokenEnd(at, ends) };
    return ok({ kind: 'extend', joined, endsAt: ends });
  }
  return letIn('add', deviceId === undefined || known ? drawName(random) : deviceId);
}

/** The grants that an invitation gives; a coordinator needs none. */
export function grantsOf({ role, scopes }: Invite): readonly Grant[] {
  if (role === 'coordinator') return [];
  const given = scopes === 'all' ? [everyScope] : (JSON.parse(scopes) as Scope[]);
  return given.map((scope) => ({ scope, role: role satisfies GrantRole }));
}

export const expiryOf = ({ expiresInHours }: InviteRequest, at: number): number =>
  at + Math.round(expiresInHours * 3_600_000);

export const endOf = (at: number, days: number | null): number | null => (days === null ? null : at + days * dayMs);

/** When a token ends that is given now: no later than the device's time. */
export const tokenEnd = (at: number, endsAt: number | null): number => Math.min(at + tokenLifeMs, endsAt ?? Infinity);

/** When a device is let in no more, unless it renews or somebody lets it stay. */
export const endOfAccess = ({ expiresAt, endsAt }: Pick<Device, 'expiresAt' | 'endsAt'>): number =>
  Math.min(expiresAt ?? Infinity, endsAt ?? Infinity);

/** What is to be written of a device that was seen now; undefined where that would say nothing new. */
export function seenNow(device: Device, at: number, facts: DeviceFacts): SaidOfItself | undefined {
  const now = {
    app: facts.app ?? device.app,
    name: facts.name ?? device.name,
    unsent: facts.unsent ?? device.unsent,
    oldestUnsentAt: facts.oldestUnsentAt === undefined ? device.oldestUnsentAt : facts.oldestUnsentAt,
  };
  const lately = device.lastSeenAt !== null && Math.abs(at - device.lastSeenAt) < seenEveryMs;
  const sameAge = (now.oldestUnsentAt === null) === (device.oldestUnsentAt === null);
  return lately && sameAge && now.name === device.name && now.unsent === device.unsent ? undefined : now;
}
type SaidOfItself = Pick<Device, 'app' | 'name' | 'unsent' | 'oldestUnsentAt'>;
