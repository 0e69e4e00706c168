/**
 * Cells: what a record's fields are. A cell says itself how it merges.
 *
 * - last: a value and a stamp; the greater stamp wins.
 * - text: a set of (dot, value) and a causal context, a dotted version vector: a write replaces what its
 *   writer had seen, and nothing else. Two values mean that two people wrote without seeing each other.
 * - erased: wins every merge, whatever the stamps.
 */
import type { Json } from '#domain/json.ts';
import { type Clock, clockOf, type Stamp, stampOf, type Writer, writerOf } from '#replication/stamp.ts';

export interface LastCell {
  readonly kind: 'last';
  readonly value: Json;
  readonly stamp: Stamp;
}
export interface TextCell {
  readonly kind: 'text';
  /** At least one, in ascending order of dots; the last is the one shown first. */
  readonly values: readonly TextValue[];
  readonly context: Context;
}
export interface TextValue {
  readonly dot: Stamp;
  readonly value: string;
}
export interface ErasedCell {
  readonly kind: 'erased';
}
export type Cell = LastCell | TextCell | ErasedCell;

/** Per writer, the greatest clock that has been seen in this cell. */
export type Context = Readonly<Record<string, Clock>>;

/** A record: its cells by field. An erased record has none, for ever. */
export interface RecordState {
  readonly noun: string;
  readonly id: string;
  readonly scope: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly erased?: boolean;
}

export const erased: ErasedCell = { kind: 'erased' };
export const unseen: Context = {};

export const seenDot = (context: Context, dot: Stamp): boolean => {
  const seen = context[writerOf(dot)];
  return seen !== undefined && seen >= clockOf(dot);
};

export function joinContexts(a: Context, b: Context): Context {
  const joined: Record<string, Clock> = { ...a };
  for (const [writer, at] of Object.entries(b)) {
    const known = joined[writer];
    if (known === undefined || known < at) joined[writer] = at;
  }
  return joined;
}

/** Whether everything in `part` has been seen by `whole`. */
export const contextCovers = (whole: Context, part: Context): boolean =>
  Object.entries(part).every(([writer, at]) => seenDot(whole, stampOf(at, writer as Writer)));

/** The greatest clock a cell holds: what a write of it has to come after. */
export function latestClock(cell: Cell | undefined): Clock | undefined {
  if (cell?.kind === 'last') return clockOf(cell.stamp);
  if (cell?.kind !== 'text') return undefined;
  return Object.values(cell.context).reduce<Clock | undefined>((a, b) => (a === undefined || a < b ? b : a), undefined);
}

/**
 * A text written over what its editor showed. `seen` is the context of the values on screen when the edit
 * began, never the row's: what was not shown is kept beside the new value.
 */
export function writeText(cell: Cell | undefined, value: string, seen: Context, stamp: Stamp): Cell {
  if (cell?.kind === 'erased') return cell;
  const before = cell?.kind === 'text' ? cell : { values: [], context: unseen };
  return {
    kind: 'text',
    values: [...before.values.filter(({ dot }) => !seenDot(seen, dot)), { dot: stamp, value }],
    context: joinContexts(joinContexts(before.context, seen), { [writerOf(stamp)]: clockOf(stamp) }),
  };
}

export const writeLast = (cell: Cell | undefined, value: Json, stamp: Stamp): Cell =>
  cell?.kind === 'erased' ? cell : { kind: 'last', value, stamp };

/** The value that a screen shows first and that last-writer readers read. */
export const shownValue = (cell: Cell | undefined): Json | undefined =>
  cell?.kind === 'last' ? cell.value : cell?.kind === 'text' ? cell.values.at(-1)?.value : undefined;
