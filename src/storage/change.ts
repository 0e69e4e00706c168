/** Changes: what commands hand to commit. */
import type { Id } from '#domain/id.ts';
import type { NounName, TextField, Values } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { type Context, unseen } from '#replication/cell.ts';
import { seenContext } from '#replication/packed.ts';
import type { Entity } from '#storage/row.ts';

/** A text as it is to be, with what its editor showed when the edit began. */
export interface Writing {
  readonly value: string;
  readonly seen: Context;
}

export interface Change<N extends NounName = NounName> {
  readonly noun: N;
  readonly id: Id<N>;
  readonly scope: Scope;
  /** Last-writer fields; null takes a value away. */
  readonly set?: Partial<Omit<Values<N>, TextField<N>>>;
  readonly write?: { readonly [F in TextField<N>]?: Writing };
  /** `true` deletes the record, `false` brings it back. */
  readonly deleted?: boolean;
  /** Who wrote a record of which nobody has said it; an author that is there stays. */
  readonly signedBy?: string;
  /** Its id was drawn a moment ago, so that nothing need be read before it is written. */
  readonly isNew?: boolean;
}

export const change = <N extends NounName>(
  noun: N,
  record: { readonly id: Id<N>; readonly scope: Scope },
  parts: Omit<Change<N>, 'noun' | 'id' | 'scope'>,
): Change => ({ noun, id: record.id, scope: record.scope, ...parts }) as unknown as Change;

/** A first text of a new record. */
export const fresh = (value: string): Writing => ({ value, seen: unseen });

/** A text written over what `record` shows, e.g. by a menu. An open editor keeps its own `seen` instead. */
export const over = <N extends NounName>(record: Entity<N>, field: TextField<N>, value: string): Writing => ({
  value,
  seen: seenContext(record.row, field),
});
