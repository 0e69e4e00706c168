/** The port of the device's side: what the sync engine asks of the store. */
import type { PackedRecord } from '#replication/packed.ts';
import type { Refusal, SyncAnswer, TabletFacts } from '#replication/protocol.ts';
import type { Scope } from '#domain/scope.ts';

export interface ReplicaStore {
  /** The server joined, or undefined: then nothing is sent and nothing is wrong. */
  link(): Promise<Link | undefined>;
  /**
   * What to ask next: deltas of marked cells up to `maxBytes` of JSON, at least one where any is due. They
   * are of marks beyond those of `after`, which is on its way.
   */
  nextPush(maxBytes: number, after?: Push): Promise<Push>;
  /**
   * Takes an answer in. It counts only if its epoch is that of the push and of the store, checked in the
   * transaction; otherwise it starts the reset and nothing else.
   */
  receive(push: Push, answer: SyncAnswer, receivedAt: number): Promise<Received>;
  /** Takes refusals of a push in that came without an answer: a single record that is too large for any request. */
  refuse(push: Push, refusals: readonly Refusal[], at: number): Promise<void>;
  /** Whether a scope is held only up to a number below its head. Scopes that are not held count as behind. */
  isBehind(heads: Readonly<Record<Scope, number>>): Promise<boolean>;
  /** The server turned this device away: everything is kept. Revoked, it sends nothing more; expired, it asks again. */
  turnedAway(how: TurnedAway): Promise<void>;
  /** The link with another token in place of the one it was asked with; that one is kept. */
  renewed(asked: string, token: string, expiresAt: number): Promise<void>;
  /** Goes back to the token before this one, which a server put back to before the renewal still knows. */
  backToFormer(token: string): Promise<boolean>;
}

export interface TurnedAway {
  readonly because: 'revoked' | 'expired';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Names of tablets whose people can let this device in again. */
  readonly ask: readonly string[];
}

export interface Link {
  readonly token: string;
  readonly revoked: boolean;
  /** The token is to be renewed: a third of its life is over, or its end is not known. */
  readonly renewalDue: boolean;
}

export interface Push {
  readonly epoch: string | null;
  readonly cursors: Readonly<Record<Scope, number>>;
  readonly deltas: readonly PackedRecord[];
  /** Whether marked cells remain beyond these. */
  readonly more: boolean;
  readonly tablet?: TabletFacts | undefined;
}

export interface Received {
  /** The server's journal is another one: cursors are zero and every mark is set again. */
  readonly epochChanged: boolean;
  /** Records whose last mark was cleared. */
  readonly cleared: number;
  readonly pulled: number;
  readonly refused: number;
  /** Whether another round would bring or send more at once. */
  readonly more: boolean;
}
