/** What the board shows of a session: all of it, or the lines that fit a search, a side, a group and a block. */
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { Column, FilledColumn } from '#storage/queries/captures-of-kind.ts';
import { columns } from '#storage/queries/captures-of-kind.ts';
import { byOrder } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';

export interface BoardFilter {
  readonly search: string;
  readonly side: Side | undefined;
  /** A group's id, or `plenary` for lines outside groups. */
  readonly group: string;
  readonly block: string;
}

export const everything: BoardFilter = { search: '', side: undefined, group: '', block: '' };
export const plenary = 'plenary';

export const isFiltering = ({ search, side, group, block }: BoardFilter): boolean =>
  search.trim() !== '' || side !== undefined || group !== '' || block !== '';

/** Whether a line fits all but the search. A line's block is its own or its group's. */
export function fits(line: Entity<'capture'>, filter: BoardFilter, blockOfGroup: ReadonlyMap<string, string>): boolean {
  const { side, group, block } = filter;
  if (side !== undefined && line.side !== side) return false;
  if (group === plenary ? Boolean(line.groupId) : group !== '' && line.groupId !== group) return false;
  const lineBlock = (line.groupId && blockOfGroup.get(line.groupId)) || line.blockId;
  return block === '' || lineBlock === block;
}

/** The columns of some lines, each with its whole count and its first `limitOf(column)`. */
export function columnsOf(lines: readonly Entity<'capture'>[], limitOf: (column: Column) => number): FilledColumn[] {
  return columns
    .map((column) => {
      const there = lines.filter((line) => isIn(line, column)).sort(byOrder);
      return { ...column, count: there.length, captures: there.slice(0, limitOf(column)) };
    })
    .filter(({ count }) => count > 0);
}

const isIn = (line: Entity<'capture'>, { kind, category }: Column): boolean =>
  (line.kind ?? 'note') === kind && (category === undefined || (line.category ?? 'other') === category);
