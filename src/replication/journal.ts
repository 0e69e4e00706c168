/** The port of the server's side: the merged state of each record and, per scope, the number of its last change. */
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';

export interface Journal {
  /** The journal's identity: random, renewed by a restore. */
  epoch(): Promise<string>;
  /**
   * Merges deltas of one scope in one transaction that takes the scope's head first. Records that changed get
   * the next numbers; a replay changes nothing and takes none. One outcome per delta, in order.
   */
  append(scope: Scope, deltas: readonly RecordState[], by: Sender): Promise<readonly Appended[]>;
  /** Records with a number above `after`, in order, at least one where there are any, about `maxBytes` of them. */
  since(scope: Scope, after: number, maxBytes: number): Promise<JournalPage>;
  /** The number of each scope's last change; 0 for a scope that has none. */
  heads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, number>>;
  read(scope: Scope, noun: string, id: string): Promise<RecordState | undefined>;
  /** The photos of a scope that name a file and are not erased. */
  photosOf(scope: Scope, sha256: string): Promise<readonly string[]>;
  /** What was written to a record before, newest first: who, when, from which device. Nothing of what was erased. */
  history(scope: Scope, noun: string, id: string): Promise<readonly HistoryEntry[]>;
}

export interface Sender {
  readonly device: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
}
export interface Appended {
  /** Of the record's last change. */
  readonly number: number;
  /** Whether this delta changed the record, and so took the number. */
  readonly changed: boolean;
  /** The merged state, as stored now. */
  readonly stored: RecordState;
}
export interface JournalPage {
  readonly records: readonly RecordState[];
  /** The number of the last record of this page, or `after` where it is empty. */
  readonly cursor: number;
  readonly more: boolean;
}
export interface HistoryEntry extends Sender {
  readonly number: number;
  readonly delta: RecordState;
}
