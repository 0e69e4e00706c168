/** The port to who may come in: devices, the invitations they came by, and the scopes they were given. */
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { DeviceRole, GrantRole, InviteRequest, JoinRefusal } from '#replication/membership.ts';
import type { Held } from '#replication/permissions.ts';

export interface Device {
  readonly id: string;
  /** What its people call it; may be empty. */
  readonly name: string;
  readonly role: DeviceRole;
  /** Milliseconds since 1970; null before its first request. */
  readonly lastSeenAt: number | null;
  readonly app: string | null;
  /** Records that the server had not confirmed when it was last seen; null where it has not said. */
  readonly unsent: number | null;
  /** When the oldest of them was written. */
  readonly oldestUnsentAt: number | null;
  /** The device whose invitation it came by; null for the set-up link. */
  readonly invitedBy: string | null;
  /** When its token ends; null for one of before tokens ended. */
  readonly expiresAt: number | null;
  /** When its time is over, however often it renews; null: when somebody revokes it. */
  readonly endsAt: number | null;
  readonly revokedAt: number | null;
}

/** What a device says of itself with each sync; absent: as before. */
export interface DeviceFacts {
  readonly app?: string | undefined;
  readonly name?: string | undefined;
  readonly unsent?: number | undefined;
  readonly oldestUnsentAt?: number | null | undefined;
}

export interface ListedDevice extends Device {
  readonly joinedAt: number;
  /** What its inviter is called; null where that is not known. */
  readonly inviterName: string | null;
  readonly grants: readonly Grant[];
}

export interface Grant {
  /** `everyScope` for all there are and will be. */
  readonly scope: string;
  readonly role: GrantRole;
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
  readonly expiresAt: number;
}
export interface Invited {
  readonly code: string;
  readonly expiresAt: number;
}
export interface Renewed {
  readonly token: string;
  readonly expiresAt: number;
}

/** Times are milliseconds since 1970, by the server's clock. */
export interface Devices {
  /**
   * The device of a token, revoked and ended ones included; undefined for a token nobody has. A renewed token that is
   * used for the first time takes the place of the one before it.
   */
  withToken(token: string): Promise<Device | undefined>;
  /** Notes when a device was last seen and what it said of itself: once a minute, or when that is something else. */
  seen(device: Device, at: number, facts: DeviceFacts): Promise<void>;
  /**
   * Lets a device in. A join whose answer was lost may be repeated with the same code and device id until its
   * token has been used, and takes no second use of the invitation.
   */
  join(joining: Joining, at: number): Promise<Result<Joined, JoinRefusal>>;
  /** Makes an invitation that was found to be within the rights of who makes it. */
  invite(by: Device, request: InviteRequest, at: number): Promise<Invited>;
  /** Another token for a device. The present one counts until the new one is used. */
  renew(device: Device, at: number): Promise<Renewed>;
  /**
   * From now on each of its requests is refused, and the code it came by lets nobody in. Its scopes are kept. Whether
   * there is such a device that was let in until now.
   */
  revoke(device: string, at: number): Promise<boolean>;
  /** Lets a device stay: its token counts anew from now, and its time is over in `days`, or never. */
  extend(device: string, at: number, days: number | null): Promise<boolean>;
  withId(device: string): Promise<Device | undefined>;
  /** The newest devices first: those that `inviter` let in, or all of them for null. */
  list(inviter: string | null, most: number): Promise<readonly ListedDevice[]>;
  /** Names of devices whose people can let this one in again: its inviter's first, then coordinators'. At most three. */
  whomToAsk(device: Device): Promise<readonly string[]>;
  /** The scopes that exist and that were given to the device. */
  scopes(device: Device): Promise<readonly Scope[]>;
  /** All that was given to it, `everyScope` included. A coordinator needs none. */
  grants(device: Device): Promise<readonly Grant[]>;
  held(device: Device, scope: Scope): Promise<Held>;
  /** Those of these devices that may read a scope now. */
  readers(scope: Scope, among: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many joined, by role, and whether they were turned away since. */
  count(): Promise<readonly DeviceCount[]>;
  /**
   * The code of the set-up link: the same one until it is used, undefined afterwards. Where nobody has ever
   * joined, or `renew` asks for it, a new one is drawn.
   */
  setupCode(renew: boolean): Promise<string | undefined>;
}
