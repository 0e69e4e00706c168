/** The cells that a change writes over what a record holds. */
import type { Json } from '#domain/json.ts';
import { nounOf } from '#domain/registry.ts';
import { type Cell, type Context, joinContexts, latestClock, writeLast, writeText } from '#replication/cell.ts';
import { unpackCell } from '#replication/packed.ts';
import { clockOf, newWriter, nextStamp, type Writer, writerOf } from '#replication/stamp.ts';
import type { Change, Writing } from '#storage/change.ts';
import { digestSeen } from '#storage/deleted.ts';
import type { Replica } from '#storage/replica.ts';
import { type Row, stateOfRow } from '#storage/row.ts';

/** What is left to write: of what was erased nothing is written any more, nor told in the history. */
export function withoutErased(change: Change, before: Row | undefined): Change | undefined {
  const gone = before?.e;
  if (gone === undefined) return change;
  if (gone === true) return undefined;
  const left = <T>(fields: Readonly<Record<string, T>> | undefined) =>
    Object.fromEntries(Object.entries(fields ?? {}).filter(([field]) => !gone.includes(field)));
  const [set, write] = [left(change.set), left(change.write)];
  if (Object.keys(set).length + Object.keys(write).length === 0 && change.deleted === undefined) return undefined;
  return { ...change, set, write };
}

/** The texts that a change writes, by field. */
export const writings = (change: Change) =>
  Object.entries((change.write ?? {}) as Readonly<Record<string, Writing | undefined>>).flatMap(([field, writing]) =>
    writing ? [[field, writing] as const] : [],
  );

/** The cells that a change writes, each stamped after what the cell holds. */
export function cellsOf(replica: Replica, change: Change, before: Row | undefined): Record<string, Cell> {
  const anonymous = nounOf(change.noun)?.anonymous === true;
  const writer: Writer = anonymous ? newWriter((bytes) => replica.clock.random(bytes)) : replica.writer;
  const nowMs = anonymous ? startOfDay(replica.now()) : replica.now();
  const cells: Record<string, Cell> = {};
  const held = (field: string) => (before ? unpackCell(before, field) : undefined);
  const stampFor = (field: string) => nextStamp(nowMs, latestClock(held(field)), writer);
  const set = (field: string, value: Json) => {
    if (held(field)?.kind !== 'erased') cells[field] = writeLast(held(field), value, stampFor(field));
  };
  for (const [field, value] of Object.entries(change.set ?? {})) if (value !== undefined) set(field, value as Json);
  for (const [field, { value, seen }] of writings(change)) {
    const before = held(field);
    const by = hasSeenOwn(before, seen, writer) ? writer : newWriter((bytes) => replica.clock.random(bytes));
    cells[field] = writeText(before, value, seen, nextStamp(nowMs, latestClock(before), by));
  }
  if (change.deleted === true && nounOf(change.noun)?.unique !== true) {
    set('deletedAt', nowMs);
    set('deletedDigest', before ? digestSeen(stateOfRow(change.noun, before)) : '');
  } else if (change.deleted === false) set('deletedAt', null);
  if (anonymous) return cells;
  const author = { at: nowMs, by: replica.device.holder, device: replica.device.deviceId.slice(0, 8) };
  if (!before) {
    set('createdAt', author.at);
    set('createdBy', author.by);
    set('createdDevice', author.device);
  } else {
    if (change.signedBy !== undefined && before.v.createdBy == null) set('createdBy', change.signedBy);
    set('updatedAt', author.at);
    if (before.v.updatedBy !== author.by) set('updatedBy', author.by);
    if (before.v.updatedDevice !== author.device) set('updatedDevice', author.device);
  }
  return cells;
}

/**
 * A context says of each writer how far it was seen, so a writer has seen all its own. An editor that did not show what
 * another editor of this tab wrote meanwhile is another writer (RULES.md TX5).
 */
function hasSeenOwn(before: Cell | undefined, seen: Context, writer: Writer): boolean {
  const own = before?.kind === 'text' ? before.context[writer] : undefined;
  return own === undefined || (seen[writer] ?? '') >= own;
}

/** What an editor has seen when its writing is in the cell. */
export function seenAfter(seen: Context, cell: Cell | undefined): Context {
  const dot = cell?.kind === 'text' ? cell.values.at(-1)?.dot : undefined;
  return dot ? joinContexts(seen, { [writerOf(dot)]: clockOf(dot) }) : seen;
}

const startOfDay = (ms: number): number => ms - (ms % 86_400_000);
