/**
 * What the server refused. One transaction moves the refused value to the list a person can open, and sets the
 * cell to what the server and other devices wrote, still marked, so that nothing blocks and nothing is lost.
 */
import type { Scope } from '#domain/scope.ts';
import type { Cell, RecordState } from '#replication/cell.ts';
import { mergeInto, sameCell } from '#replication/merge.ts';
import { type PackedRecord, packRecord, packState, unpackRecord } from '#replication/packed.ts';
import type { Refusal } from '#replication/protocol.ts';
import { stateOfBase } from '#storage/commit.ts';
import { readState, writeState } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';

/** Takes one refusal in. Runs inside the transaction of its answer. */
export async function quarantineDelta(
  replica: Replica,
  sent: PackedRecord,
  refusal: Refusal,
  at: number,
): Promise<void> {
  const { db } = replica;
  const mark = await db.pending.get([sent.noun, sent.id]);
  if (refusal.reason === 'forbidden' || refusal.reason === 'protocol') {
    // It stays marked and whole; membership or an update of the app will take it.
    if (mark) await db.pending.put({ ...mark, waiting: 'forbidden' });
    return;
  }
  const refused = unpackRecord(sent);
  const named = refusal.path !== undefined && refused.cells[refusal.path] ? [refusal.path] : Object.keys(refused.cells);
  await db.quarantine.add({
    noun: sent.noun,
    id: sent.id,
    scope: sent.scope as Scope,
    at,
    reason: refusal.reason,
    path: refusal.path ?? '',
    message: refusal.message ?? '',
    delta: packRecord({
      ...refused,
      cells: Object.fromEntries(named.map((field) => [field, refused.cells[field] as Cell])),
    }),
  });
  const state = await readState(db, sent.noun, sent.id);
  if (!state || !mark) return;
  const server = refusal.stored ? mergeInto(stateOfBase(mark), unpackRecord(refusal.stored)) : stateOfBase(mark);
  const cells: Record<string, Cell> = { ...state.cells };
  for (const field of named) {
    // A value written since stays; it will be judged on its own.
    if (!sameCell(cells[field], refused.cells[field])) continue;
    const base = server.cells[field];
    if (base) cells[field] = base;
    else delete cells[field];
  }
  const left = mark.fields.filter((field) => cells[field] !== undefined);
  await writeState(db, { ...state, cells });
  if (left.length === 0) await db.pending.delete([sent.noun, sent.id]);
  else await db.pending.put({ ...mark, fields: left, base: packState(only(server, left)) });
}

/** Puts a refused value back, to be sent again: over what the server has, as a value of its own. */
export async function retryQuarantined(replica: Replica, seq: number): Promise<void> {
  const { db } = replica;
  await db.transaction('rw', db.tables, async () => {
    const row = await db.quarantine.get(seq);
    if (!row) return;
    const refused = unpackRecord(row.delta);
    const before = await readState(db, row.noun, row.id);
    const state = mergeInto(before, refused);
    const mark = await db.pending.get([row.noun, row.id]);
    const fields = [...new Set([...(mark?.fields ?? []), ...Object.keys(refused.cells)])];
    const base = mark ? stateOfBase(mark) : only(before ?? { ...refused, cells: {} }, Object.keys(refused.cells));
    await writeState(db, state);
    await db.pending.put({
      noun: row.noun,
      id: row.id,
      scope: row.scope,
      fields,
      base: packState(base),
      since: mark?.since ?? row.at,
    });
    await db.quarantine.delete(seq);
  });
}

const only = (state: RecordState, fields: readonly string[]): RecordState => ({
  ...state,
  cells: Object.fromEntries(Object.entries(state.cells).filter(([field]) => fields.includes(field))),
});
