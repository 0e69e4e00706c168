/**
 * Erasing on this device: at a person's word, and whenever an erasure comes from elsewhere. What is erased goes from
 * rows, history, drafts, refused values and the bases of marks in one transaction; nothing brings it back.
 */
import type { Table } from 'dexie';
import { fieldsErased } from '#domain/erasure.ts';
import { isNounName } from '#domain/registry.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { type Cell, erased, latestClock, type RecordState, writeLast } from '#replication/cell.ts';
import { isErasing } from '#replication/erasure.ts';
import { type PackedRecord, packState } from '#replication/packed.ts';
import { nextStamp } from '#replication/stamp.ts';
import { type CommitFailure, stateOfBase } from '#storage/commit.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { failureOf } from '#storage/failure.ts';
import { sinceNever, writable } from '#storage/marks.ts';
import { readStates, writeStates } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';
import { isErased, stateOfRow } from '#storage/row.ts';

interface RecordKey {
  readonly noun: string;
  readonly id: string;
}

/** Erases a record, and with a line its photos. Whoever holds the tablet is written down as who ordered it. */
export async function eraseRecord(replica: Replica, key: RecordKey): Promise<Result<undefined, CommitFailure>> {
  const { db } = replica;
  try {
    const loading = await db.transaction('rw', db.tables, async () => {
      const [state] = await readStates(db, [key]);
      if (!state) return undefined;
      const scope = await db.scopes.get(state.scope);
      if (scope?.complete === false) return scope.scope;
      const photos = key.noun === 'capture' ? await photosOf(db, [key.id]) : [];
      await eraseStates(replica, [state, ...photos]);
      const { holder } = replica.device;
      await db.history.add({ ...key, at: replica.now(), by: holder, values: { erased: true } });
      return undefined;
    });
    return loading === undefined ? ok(undefined) : err({ type: 'commit/scope-loading', scope: loading });
  } catch (error) {
    return err(failureOf(error));
  }
}

/** Whether `followErasures` has anything to look at. */
export const mayErase = (records: readonly PackedRecord[]): boolean =>
  records.some(({ noun, e }) => noun === 'photo' || e !== undefined);

/** What a transaction needs, beside the tables of these records, that takes them in and follows their erasures. */
export function erasureTables(db: BarazaDatabase, records: readonly PackedRecord[]): readonly Table[] {
  if (!mayErase(records)) return [];
  const { photo, capture } = db.nouns();
  return [photo, capture, db.blobs, db.files, db.history, db.drafts, db.quarantine] as Table[];
}

/**
 * After records were taken in: forgets what this device alone keeps of those that are erased, and erases what their
 * eraser did not know (rules ER3, ER5). Inside a transaction of `erasureTables`, where `mayErase` says so: in a browser,
 * awaiting what reads nothing loses Dexie its transaction.
 */
export async function followErasures(replica: Replica, records: readonly PackedRecord[]): Promise<void> {
  const { db } = replica;
  const states = (await readStates(db, records)).filter((state) => state !== undefined);
  const erasing = states.filter(isErasing);
  if (erasing.length > 0) await forgetTraces(db, erasing);
  const unfinished = erasing.filter((state) => isErased(state) && leftOver(state).length > 0);
  const lines = erasing.filter((state) => state.noun === 'capture' && isErased(state)).map(({ id }) => id);
  const late = states.filter(({ noun, erased: gone }) => noun === 'photo' && gone !== true);
  const photos = [
    ...(lines.length > 0 ? await photosOf(db, lines) : []),
    ...(late.length > 0 ? await ofErasedLines(db, late) : []),
  ];
  const found = [...unfinished, ...photos];
  if (found.length === 0) return;
  // Where the server takes nothing from this device, somebody else's tablet does it.
  const ours = writable((await db.scopes.bulkGet(found.map(({ scope }) => scope))).flatMap((row) => row ?? []));
  const due = found.filter(({ scope }) => ours.has(scope));
  if (due.length > 0) await eraseStates(replica, due);
}

/** Drafts of what was erased in another tab, or while the app was shut. */
export async function sweepErasedDrafts(db: BarazaDatabase): Promise<void> {
  for (const { key, about } of await db.drafts.toArray()) {
    const { noun = '', id } = about;
    if (id === undefined || !isNounName(noun)) continue;
    const row = await db.nouns()[noun].get(id);
    if (row && isErased(stateOfRow(noun, row))) await db.drafts.delete(key);
  }
}

/** Values of an erased record that its eraser's version did not know. */
const leftOver = ({ noun, cells }: RecordState): readonly string[] =>
  (fieldsErased(noun, Object.keys(cells)) ?? []).filter((field) => (cells[field]?.kind ?? 'erased') !== 'erased');

async function photosOf(db: BarazaDatabase, captureIds: readonly string[]): Promise<RecordState[]> {
  const rows = await db.nouns().photo.where('v.captureId').anyOf(captureIds).toArray();
  return rows.map((row) => stateOfRow('photo', row));
}

/** Those of these photos that are of an erased line. */
async function ofErasedLines(db: BarazaDatabase, photos: readonly RecordState[]): Promise<RecordState[]> {
  const captureIds = photos.map(({ cells: { captureId } }) =>
    captureId?.kind === 'last' ? String(captureId.value) : '',
  );
  const captures = await db.nouns().capture.bulkGet(captureIds);
  return photos.filter((_, at) => {
    const capture = captures[at];
    return capture !== undefined && isErased(stateOfRow('capture', capture));
  });
}

/** Writes the erasure of records that are here and marks it to be sent. */
async function eraseStates(replica: Replica, states: readonly RecordState[]): Promise<void> {
  const { db } = replica;
  const after = states.map((state) => erasedState(replica, state));
  // Files are found by the names that stand in the rows until now.
  await writeStates(db, after);
  for (const [at, state] of after.entries()) {
    const known = await db.pending.get([state.noun, state.id]);
    const scope = await db.scopes.get(state.scope);
    const changed = Object.keys(state.cells).filter((field) => state.cells[field] !== states[at]?.cells[field]);
    const base = known ? stateOfBase(known).cells : {};
    const kept = Object.entries(base).filter(([field]) => state.cells[field] && state.cells[field].kind !== 'erased');
    await db.pending.put({
      noun: state.noun,
      id: state.id,
      scope: state.scope as Scope,
      fields: [...new Set([...(known?.fields.filter((field) => state.cells[field]) ?? []), ...changed])],
      base: packState({ ...state, erased: false, cells: Object.fromEntries(kept) }),
      since: known?.since ?? (scope?.example === true ? sinceNever : replica.now()),
    });
  }
  await forgetTraces(db, after);
}

function erasedState(replica: Replica, state: RecordState): RecordState {
  const fields = fieldsErased(state.noun, Object.keys(state.cells));
  if (!fields || state.erased === true) return { ...state, cells: {}, erased: true };
  const cells: Record<string, Cell> = { ...state.cells };
  for (const field of fields) if (cells[field]?.kind !== 'erased') cells[field] = erased;
  if (isErased(state)) return { ...state, cells };
  const now = replica.now();
  const set = (field: string, value: string | number | null) => {
    cells[field] = writeLast(cells[field], value, nextStamp(now, latestClock(cells[field]), replica.writer));
  };
  set('erasedAt', now);
  set('erasedBy', replica.device.holder);
  return { ...state, cells };
}

/** What is kept of a record beside its row. That it was erased stays. */
async function forgetTraces(db: BarazaDatabase, states: readonly RecordState[]): Promise<void> {
  for (const { noun, id } of states) {
    const key = [noun, id];
    const told = db.history.where('[noun+id]').equals(key);
    await told.filter(({ values }) => values['erased'] !== true).delete();
    await db.quarantine.where('[noun+id]').equals(key).delete();
    await db.drafts.filter(({ about }) => about['noun'] === noun && about['id'] === id).delete();
  }
}

/** Whether what is erased here would be taken by the server, so that it is erased everywhere. */
export async function mayEraseIn(db: BarazaDatabase, scope: Scope): Promise<boolean> {
  const row = await db.scopes.get(scope);
  return row !== undefined && row.complete && writable([row]).has(scope);
}
