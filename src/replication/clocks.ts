/**
 * What a receipt says of a record: the stamps and contexts that are stored, without the values. A mark "to be
 * sent" is cleared only when the clocks of a receipt cover the cell as it is now (RULES.md RC1, RC2).
 */
import * as v from 'valibot';
import { type Cell, type Context, contextCovers, type RecordState } from '#replication/cell.ts';
import type { Stamp } from '#replication/stamp.ts';

/** Of the fields named: a stamp (last-writer), a context (text) or 0 (erased). `true`: the record is erased. */
export type Clocks = true | Readonly<Record<string, Stamp | Context | 0>>;

export const clocksSchema = v.union([
  v.literal(true),
  v.record(
    v.string(),
    v.union([v.custom<Stamp>((x) => typeof x === 'string'), v.literal(0), v.record(v.string(), v.string())]),
  ),
]) as unknown as v.GenericSchema<unknown, Clocks>;

export function clocksOf(record: RecordState, fields: readonly string[]): Clocks {
  if (record.erased === true) return true;
  const clocks: Record<string, Stamp | Context | 0> = {};
  for (const field of fields) {
    const cell = record.cells[field];
    if (cell?.kind === 'last') clocks[field] = cell.stamp;
    else if (cell?.kind === 'text') clocks[field] = cell.context;
    else if (cell?.kind === 'erased') clocks[field] = 0;
  }
  return clocks;
}

/** Whether what is stored covers the cell as it is now. Comparing with what was sent would clear later edits. */
export function clocksCover(clocks: Clocks, field: string, cell: Cell): boolean {
  if (clocks === true) return true;
  const stored = Object.hasOwn(clocks, field) ? clocks[field] : undefined;
  if (stored === undefined) return false;
  if (stored === 0) return true;
  if (cell.kind === 'last') return typeof stored === 'string' && stored >= cell.stamp;
  if (cell.kind === 'text') return typeof stored === 'object' && contextCovers(stored, cell.context);
  return false;
}
