/** The port of the device's side: what the sync engine asks of the store. */
import type { PackedRecord } from '#replication/packed.ts';
import type { SyncAnswer } from '#replication/protocol.ts';
import type { Scope } from '#domain/scope.ts';

export interface ReplicaStore {
  /** The server joined, or undefined: then nothing is sent and nothing is wrong. */
  link(): Promise<Link | undefined>;
  /** What to ask next: deltas of marked cells up to `maxBytes` of them, the epoch and the cursors. */
  nextPush(maxBytes: number): Promise<Push>;
  /**
   * Takes an answer in. It counts only if its epoch is that of the push and of the store, checked in the
   * transaction; otherwise it starts the reset and nothing else.
   */
  receive(push: Push, answer: SyncAnswer, receivedAt: number): Promise<Received>;
  /** The server no longer knows this device: everything is kept, nothing is sent. */
  markRevoked(at: number): Promise<void>;
}

export interface Link {
  readonly token: string;
  readonly revoked: boolean;
}

export interface Push {
  readonly epoch: string | null;
  readonly cursors: Readonly<Record<Scope, number>>;
  readonly deltas: readonly PackedRecord[];
  /** Whether marked cells remain beyond these. */
  readonly more: boolean;
}

export interface Received {
  /** The server's journal is another one: cursors are zero and every mark is set again. */
  readonly epochChanged: boolean;
  readonly cleared: number;
  readonly pulled: number;
  readonly refused: number;
  /** Whether another round would bring or send more at once. */
  readonly more: boolean;
}
