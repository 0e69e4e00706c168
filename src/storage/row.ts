/** A record as the database holds it and as a screen reads it. */
import type { Id } from '#domain/id.ts';
import type { authorship, Noun, ValuesOf } from '#domain/noun.ts';
import { type NounName, nounOf, type Values } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { type PackedRecord, packState, type PackedState, unpackRecord } from '#replication/packed.ts';

export interface Row extends PackedState {
  readonly id: string;
  readonly scope: Scope;
  /** Derived: the scope and the noun's shelf, joined by `/`; only of records that lists show. */
  readonly shelf?: string;
}

type Authorship = ValuesOf<Noun<string, typeof authorship>>;

/** What a query answers: the shown values, with the row they come from (an editor's "seen" is read from it). */
export type Entity<N extends NounName = NounName> = Values<N> &
  Authorship & {
    readonly noun: N;
    readonly id: Id<N>;
    readonly scope: Scope;
    readonly row: Row;
  };

export const entityOf = <N extends NounName>(noun: N, row: Row): Entity<N> =>
  ({ ...row.v, noun, id: row.id, scope: row.scope, row }) as unknown as Entity<N>;

export const stateOfRow = (noun: string, row: Row): RecordState => unpackRecord({ noun, ...row });
/** The row of a state, with what is derived from it. Every writer of rows goes through here. */
export function rowOfState(record: RecordState): Row {
  const row: Row = { id: record.id, scope: record.scope as Scope, ...packState(record) };
  const shelf = isShown(row) ? nounOf(record.noun)?.shelf?.(row.v) : undefined;
  return shelf ? { ...row, shelf: [record.scope, ...shelf].join('/') } : row;
}

/** A row as it travels: without what is derived. */
export function packedOfRow(noun: string, { shelf: _, ...row }: Row): PackedRecord {
  return { ...row, noun };
}

/** Whether a person ordered that what a record said be erased: all of it, or all but what says where it stands. */
export const isErased = ({ noun, cells, erased }: Pick<RecordState, 'noun' | 'cells' | 'erased'>): boolean =>
  erased === true || cells[nounOf(noun)?.title ?? '']?.kind === 'erased';

/** As `isErased`, of what a query answers. */
export const isErasedEntity = ({ noun, row: { e } }: Pick<Entity, 'noun' | 'row'>): boolean =>
  e === true || e?.includes(nounOf(noun)?.title ?? '') === true;

/** Rows that a list shows: neither deleted nor erased. */
export const isShown = (row: Row): boolean => row.e !== true && (row.v.deletedAt ?? null) === null;
