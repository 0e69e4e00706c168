/** The board's columns. Unfiltered they come from the shelf index, so that a full session opens at once. */
import { useDeferredValue, useMemo } from 'react';
import type { Scope } from '#domain/scope.ts';
import { type Column, filledColumns, type FilledColumn, shownCaptures } from '#storage/queries/captures-of-kind.ts';
import type { Entity } from '#storage/row.ts';
import { searchLines } from '#storage/search.ts';
import { useLive } from '#storage/use-live.ts';
import { type BoardFilter, columnsOf, fits, isFiltering } from './board-filter.ts';

/** Lines a column shows before "Show more", and how many each tap adds. */
export const columnStep = 12;

export interface Board {
  /** Undefined before the first answer. */
  readonly columns: readonly FilledColumn[] | undefined;
  readonly total: number;
}

export function useBoard(
  scope: Scope,
  filter: BoardFilter,
  groups: readonly Entity<'group'>[],
  steps: ReadonlyMap<string, number>,
): Board {
  const limitOf = (column: Column) => columnStep * (1 + (steps.get(columnKey(column)) ?? 0));
  const filtering = isFiltering(filter);
  const unfiltered = useLive(
    () => (filtering ? null : filledColumns(scope, limitOf)),
    [scope, filtering, [...steps].join()],
  );
  // Read whole only while somebody searches or filters.
  const lines = useLive(() => (filtering ? shownCaptures(scope) : null), [scope, filtering]);
  const search = useMemo(() => (lines ? searchLines(lines) : undefined), [lines]);
  const query = useDeferredValue(filter.search);

  const found = useMemo(() => {
    if (!lines) return undefined;
    const blockOfGroup = new Map(groups.flatMap(({ id, blockId }) => (blockId ? [[id, blockId] as const] : [])));
    const hits = search?.(query);
    return lines.filter((line) => (!hits || hits.has(line.id)) && fits(line, filter, blockOfGroup));
  }, [lines, search, query, filter, groups]);

  const columns = filtering ? found && columnsOf(found, limitOf) : (unfiltered ?? undefined);
  return { columns, total: columns?.reduce((sum, { count }) => sum + count, 0) ?? 0 };
}

export const columnKey = ({ kind, category }: Column): string => `${kind}/${category ?? ''}`;
