/** The port to who may come in: devices, the invitations they came by, and the scopes they were given. */
import type { Scope } from '#domain/scope.ts';
import type { Access } from '#replication/answer.ts';
import type { DeviceRole, InviteRefusal, InviteRequest, JoinRefusal } from '#replication/membership.ts';
import type { Result } from '#domain/result.ts';

export interface Device {
  readonly id: string;
  readonly role: DeviceRole;
  /** Milliseconds since 1970; null before its first request. */
  readonly lastSeenAt: number | null;
  readonly app: string | null;
  readonly revokedAt: number | null;
}

export interface DeviceCount {
  readonly role: DeviceRole;
  readonly revoked: boolean;
  readonly count: number;
}

export interface Joining {
  /** As `readJoinCode` returns it. */
  readonly code: string;
  readonly name: string;
  /** Taken over where no other device has it. */
  readonly deviceId?: string | undefined;
  /** The device that asks, where it has a token already: it keeps it, and what the invitation gives is added. */
  readonly already?: { readonly device: Device; readonly token: string } | undefined;
}
export interface Joined {
  readonly token: string;
  readonly device: string;
  readonly role: DeviceRole;
}
export interface Invited {
  readonly code: string;
  readonly expiresAt: number;
}

/** Times are milliseconds since 1970, by the server's clock. */
export interface Devices {
  /** The device of a token, revoked ones included; undefined for a token nobody has. */
  withToken(token: string): Promise<Device | undefined>;
  /** Notes when a device was last seen and with which version of the app: at most once a minute. */
  seen(device: Device, at: number, app: string | undefined): Promise<void>;
  /**
   * Lets a device in. A join whose answer was lost may be repeated with the same code and device id until its
   * token has been used, and takes no second use of the invitation.
   */
  join(joining: Joining, at: number): Promise<Result<Joined, JoinRefusal>>;
  invite(by: Device, request: InviteRequest, at: number): Promise<Result<Invited, InviteRefusal>>;
  /** From now on each of its requests is refused. Its scopes are kept. */
  revoke(device: string, at: number): Promise<void>;
  /** The scopes that exist and that the device may read. */
  scopes(device: Device): Promise<readonly Scope[]>;
  /** Whether the device was given a scope. */
  holds(device: Device, scope: Scope): Promise<boolean>;
  /** Those of these devices that may read a scope now. */
  readers(scope: Scope, among: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many joined, by role, and whether they were turned away since. */
  count(): Promise<readonly DeviceCount[]>;
  /** Whether the scope holds anything. */
  exists(scope: Scope): Promise<boolean>;
  /**
   * The code of the set-up link: the same one until it is used, undefined afterwards. Where nobody has ever
   * joined, or `renew` asks for it, a new one is drawn.
   */
  setupCode(renew: boolean): Promise<string | undefined>;
}

/** What a device may do, for one request: a scope is asked about once, however many deltas name it. */
export function accessOf(devices: Devices, device: Device): Access {
  const answers = new Map<Scope, Promise<boolean>>();
  const ask = async (scope: Scope) => (await devices.holds(device, scope)) || !(await devices.exists(scope));
  return {
    scopes: () => devices.scopes(device),
    mayWrite: (scope) => {
      const answer = answers.get(scope) ?? ask(scope);
      answers.set(scope, answer);
      return answer;
    },
  };
}
