/**
 * What the server refused. One transaction moves the refused value to the list a person can open, and sets the
 * cell to what the server and other devices wrote, still marked, so that nothing blocks and nothing is lost.
 */
import type { Scope } from '#domain/scope.ts';
import { type Cell, latestClock, unseen, writeLast, writeText } from '#replication/cell.ts';
import { mergeInto, mergeRecords, sameCell } from '#replication/merge.ts';
import { type PackedRecord, packRecord, packState, unpackRecord } from '#replication/packed.ts';
import type { Refusal } from '#replication/protocol.ts';
import { newWriter, nextStamp } from '#replication/stamp.ts';
import { stateOfBase } from '#storage/commit.ts';
import type { QuarantineRow } from '#storage/database.ts';
import { cellsNamed, markOf, stateBeneath } from '#storage/marks.ts';
import { forgetRecord, readState, writeState } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';

/** Takes one refusal in. Runs inside the transaction of its answer. */
export async function quarantineDelta(
  replica: Replica,
  sent: PackedRecord,
  refusal: Refusal,
  at: number,
): Promise<void> {
  const { db } = replica;
  const key: [string, string] = [sent.noun, sent.id];
  const mark = await db.pending.get(key);
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
    delta: packRecord(cellsNamed(refused, named)),
  });
  // What it gives up must not come back under a stamp that it already used.
  replica.writer = newWriter((bytes) => replica.clock.random(bytes));
  const state = await readState(db, sent.noun, sent.id);
  if (!state || !mark) return;
  const server = refusal.stored ? mergeInto(stateOfBase(mark), unpackRecord(refusal.stored)) : stateOfBase(mark);
  // What an import covered before it was sent comes back, to be judged on its own.
  const beneath = stateBeneath(mark);
  const below = mergeRecords(server, cellsNamed(beneath, named));
  const cells: Record<string, Cell> = { ...state.cells };
  for (const field of named) {
    // A value written since stays; it will be judged on its own.
    if (!sameCell(cells[field], refused.cells[field])) continue;
    const base = below.cells[field];
    if (base) cells[field] = base;
    else delete cells[field];
  }
  if (Object.keys(cells).length === 0) await forgetRecord(db, sent.noun, sent.id);
  else await writeState(db, { ...state, cells });
  const left = markOf(
    {
      ...mark,
      beneath: packState(
        cellsNamed(
          beneath,
          Object.keys(beneath.cells).filter((field) => !named.includes(field)),
        ),
      ),
    },
    mark.fields.filter((field) => cells[field] !== undefined),
    server,
  );
  if (left) await db.pending.put(left);
  else await db.pending.delete(key);
}

/** Puts a refused value back, to be sent again: a new write over what is there now. */
export async function retryQuarantined(replica: Replica, seq: number): Promise<void> {
  const { db } = replica;
  await db.transaction('rw', db.tables, async () => {
    const row = await db.quarantine.get(seq);
    if (!row) return;
    const refused = unpackRecord(row.delta);
    const fields = Object.keys(refused.cells);
    const before = await readState(db, row.noun, row.id);
    const mark = await db.pending.get([row.noun, row.id]);
    const cells: Record<string, Cell> = { ...before?.cells };
    for (const [field, cell] of Object.entries(refused.cells)) {
      const again = writtenAgain(replica, before?.cells[field], cell);
      if (again) cells[field] = again;
    }
    const known = new Set(mark?.fields);
    const newly = before
      ? cellsNamed(
          before,
          fields.filter((field) => !known.has(field)),
        ).cells
      : {};
    await writeState(db, { ...(before ?? refused), cells });
    await db.pending.put({
      noun: row.noun,
      id: row.id,
      scope: row.scope,
      fields: [...new Set([...known, ...fields])],
      base: packState({ ...refused, cells: { ...(mark && stateOfBase(mark).cells), ...newly } }),
      since: mark?.since ?? row.at,
    });
    await db.quarantine.delete(seq);
  });
}

/** A person has read and exported it, and lets it go. Answers what was dropped, so that it can be taken back. */
export async function dropQuarantined({ db }: Replica, seq: number): Promise<QuarantineRow | undefined> {
  return db.transaction('rw', db.quarantine, async () => {
    const row = await db.quarantine.get(seq);
    await db.quarantine.delete(seq);
    return row;
  });
}

/** Puts back what was dropped, at its old place in the list. */
export async function undropQuarantined({ db }: Replica, row: QuarantineRow): Promise<void> {
  await db.quarantine.put(row);
}

/** A refused value as a write of now: over what its writer had seen, beside what came meanwhile. */
function writtenAgain(replica: Replica, now: Cell | undefined, refused: Cell): Cell | undefined {
  const stampAfter = (cell: Cell | undefined) => nextStamp(replica.now(), latestClock(cell), replica.writer);
  if (refused.kind === 'last') return writeLast(now, refused.value, stampAfter(now));
  if (refused.kind !== 'text') return now ?? refused;
  // Several values: which of them its writer meant to replace is not known, so all are kept.
  const seen = refused.values.length === 1 ? refused.context : unseen;
  let cell = now;
  for (const { value } of refused.values) {
    if (!shows(now, value)) cell = writeText(cell, value, seen, stampAfter(cell));
  }
  return cell;
}

const shows = (cell: Cell | undefined, value: string): boolean =>
  cell?.kind === 'text' && cell.values.some((one) => one.value === value);
