/**
 * What screens may know of the server, and what they may ask of it. The state dies with the tab; what it says of
 * records is read from their marks, never from hope.
 */
import { create } from 'zustand';
import type { Scope } from '#domain/scope.ts';
import type { DeviceList } from '#replication/device-list.ts';
import type { DeviceRole } from '#replication/membership.ts';
import type { TurnedAway } from '#replication/replica-store.ts';

/**
 * no-server: none joined. away: it does not answer, for whatever reason. sending: a request is on its way with
 * records in it. refused-device: it turns this device away. not-our-server: something else answered in its place.
 * update-app: it speaks a later protocol.
 */
export type SyncState =
  | 'starting'
  | 'no-server'
  | 'away'
  | 'sending'
  | 'up-to-date'
  | 'refused-device'
  | 'not-our-server'
  | 'update-app';

export interface ServerFacts {
  readonly name: string;
  readonly role: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly joinedAt: number;
  readonly lastAnswerAt: number | null;
  readonly revokedAt?: number | undefined;
  /** How the server turned this device away, for good or until somebody lets it stay. */
  readonly turnedAway?: TurnedAway | undefined;
  /** Names of tablets whose people can let this one in again. */
  readonly ask?: readonly string[] | undefined;
}

export interface SyncStatus {
  readonly state: SyncState;
  /** False until the marks have been read once: until then the counts say nothing. */
  readonly counted: boolean;
  /** Records that the server has not confirmed; those that need a look and bundled examples are not counted. */
  readonly pendingCount: number;
  /** Of these, what waits until a person says that it may go. */
  readonly earlierCount: number;
  /** Of these, what the server does not take from this device for now. */
  readonly forbiddenCount: number;
  /** Records of which the server refused something that a person has not settled. */
  readonly refusedCount: number;
  /** Milliseconds since 1970. */
  readonly oldestPendingAt: number | null;
  readonly nextTryAt: number | null;
  readonly server: ServerFacts | null;
}

export const useSyncStatus = create<SyncStatus>()(() => ({
  state: 'starting',
  counted: false,
  pendingCount: 0,
  earlierCount: 0,
  forbiddenCount: 0,
  refusedCount: 0,
  oldestPendingAt: null,
  nextTryAt: null,
  server: null,
}));

/** Why a server could not be asked. */
export type NoAnswer =
  | { readonly type: 'away' }
  | { readonly type: 'not-our-server' }
  | { readonly type: 'busy'; readonly retryAfterMs: number };

export type JoinOutcome =
  | { readonly type: 'joined'; readonly server: string }
  /** What was typed is no code: letters or digits are missing, or too many. */
  | { readonly type: 'not-a-code' }
  | { readonly type: 'code-unknown' | 'code-expired' | 'code-used' }
  /** The server let this device in, and the tablet could not keep that. */
  | { readonly type: 'not-kept' }
  | NoAnswer;

/** `expiresAt`: milliseconds since 1970, by this device's clock. */
export type InviteOutcome =
  | { readonly type: 'invited'; readonly code: string; readonly link: string; readonly expiresAt: number }
  | { readonly type: 'may-not' }
  | { readonly type: 'refused-device' }
  | NoAnswer;

export type DevicesOutcome =
  | { readonly type: 'listed'; readonly list: DeviceList }
  | { readonly type: 'may-not' }
  | { readonly type: 'refused-device' }
  | NoAnswer;

export type ManageOutcome =
  | { readonly type: 'done' }
  /** It is for somebody else to decide. */
  | { readonly type: 'may-not' }
  | { readonly type: 'refused-device' }
  | NoAnswer;

/** What other devices are invited to. */
export interface Inviting {
  readonly scopes: 'all' | readonly Scope[];
  readonly role: DeviceRole;
  /** How long the code works, in hours. */
  readonly hours: number;
  /** How long who joins by it may stay; absent: until somebody revokes it. */
  readonly days?: number | undefined;
}

/** What a screen asks of the server; the app brings it. */
export interface ServerCalls {
  readonly join: (typed: string, deviceName: string) => Promise<JoinOutcome>;
  readonly invite: (inviting: Inviting) => Promise<InviteOutcome>;
  readonly devices: () => Promise<DevicesOutcome>;
  readonly revoke: (device: string) => Promise<ManageOutcome>;
  /** `days` from now; null: until somebody revokes it. */
  readonly extend: (device: string, days: number | null) => Promise<ManageOutcome>;
  /** Lets go what was captured before joining. */
  readonly sendEarlier: () => Promise<void>;
  readonly tryNow: () => void;
  /** Compares what is here with what the server holds. `waits`: it cannot be asked just now. Asked twice, it is done once. */
  readonly compare: () => Promise<'compared' | 'waits'>;
}
