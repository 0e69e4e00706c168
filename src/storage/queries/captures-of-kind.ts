/** Captures by kind, read from the shelf index: as quick with 10,000 of them as with ten. */
import { type BarrierCategory, barrierCategories, type Kind, kinds } from '#domain/nouns/vocabulary.ts';
import type { Scope } from '#domain/scope.ts';
import { byOrder } from '#storage/queries/records.ts';
import { type Entity, entityOf } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** A column of the board: a kind, or of barriers one category. */
export interface Column {
  readonly kind: Kind;
  readonly category?: BarrierCategory;
}

export interface FilledColumn extends Column {
  readonly count: number;
  /** The first of them, in order. */
  readonly captures: readonly Entity<'capture'>[];
}

export const columns: readonly Column[] = kinds.flatMap((kind): Column[] =>
  kind === 'barrier' ? barrierCategories.map((category) => ({ kind, category })) : [{ kind }],
);

/** The columns that hold something, each with its count and its first `limitOf(column)` captures. */
export async function filledColumns(scope: Scope, limitOf: (column: Column) => number): Promise<FilledColumn[]> {
  const filled = await db.transaction('r', db.nouns().capture, () =>
    Promise.all(
      columns.map(async (column): Promise<FilledColumn> => {
        const [count, rows] = await Promise.all([
          onShelf(scope, column).count(),
          onShelf(scope, column).limit(limitOf(column)).toArray(),
        ]);
        return { ...column, count, captures: rows.map((row) => entityOf('capture', row)) };
      }),
    ),
  );
  return filled.filter(({ count }) => count > 0);
}

/** The captures of one kind of a session, in order. */
export async function capturesOfKind(scope: Scope, kind: Kind): Promise<Entity<'capture'>[]> {
  const rows = await onShelf(scope, { kind }).toArray();
  return rows.map((row) => entityOf('capture', row)).sort(byOrder);
}

/** How many captures of a session lists show. */
export const countCaptures = (scope: Scope): Promise<number> =>
  db.nouns().capture.where('shelf').startsWith(`${scope}/`).count();

/** Every capture of a session that lists show, by kind. */
export async function shownCaptures(scope: Scope): Promise<Entity<'capture'>[]> {
  const rows = await db.nouns().capture.where('shelf').startsWith(`${scope}/`).toArray();
  return rows.map((row) => entityOf('capture', row));
}

const onShelf = (scope: Scope, { kind, category }: Column) =>
  db
    .nouns()
    .capture.where('shelf')
    .startsWith([scope, kind, ...(category ? [category] : []), ''].join('/'));
