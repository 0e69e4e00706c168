/**
 * The store's side of sync. Receipts and refusals of a request are taken in one strict transaction; each pulled
 * page and its cursor in one of their own (they can be pulled again).
 */
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksCover } from '#replication/clocks.ts';
import { mergeInto, mergeRecords } from '#replication/merge.ts';
import { packRecord, type PackedRecord, packState, unpackRecord } from '#replication/packed.ts';
import type { Page, Receipt, SyncAnswer } from '#replication/protocol.ts';
import type { Link, Push, Received, ReplicaStore } from '#replication/replica-store.ts';
import { stateOfBase } from '#storage/commit.ts';
import type { PendingRow } from '#storage/database.ts';
import { quarantineDelta } from '#storage/quarantine.ts';
import { readState, writeState } from '#storage/records.ts';
import type { Replica, ServerMeta } from '#storage/replica.ts';

export function dexieReplica(replica: Replica): ReplicaStore {
  return {
    link: () => readLink(replica),
    nextPush: (maxBytes) => nextPush(replica, maxBytes),
    receive: (push, answer, receivedAt) => receive(replica, push, answer, receivedAt),
    markRevoked: (at) => changeServer(replica, (server) => ({ ...server, revokedAt: at })),
  };
}

async function readLink({ db }: Replica): Promise<Link | undefined> {
  const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
  return server && { token: server.token, revoked: server.revokedAt !== undefined };
}

async function nextPush({ db }: Replica, maxBytes: number): Promise<Push> {
  return db.transaction('r', db.tables, async () => {
    const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    const scopes = await db.scopes.toArray();
    const sending = new Set(scopes.filter(({ sending }) => sending).map(({ scope }) => scope));
    const due = await db.pending.filter(({ scope, waiting }) => sending.has(scope) && waiting === undefined).toArray();
    const deltas: PackedRecord[] = [];
    let bytes = 0;
    for (const mark of due) {
      const state = await readState(db, mark.noun, mark.id);
      const delta = state && packRecord(cellsNamed(state, mark.fields));
      bytes += JSON.stringify(delta ?? '').length;
      if (deltas.length > 0 && bytes > maxBytes) break;
      if (delta) deltas.push(delta);
    }
    const cursors = scopes.filter(({ remote }) => remote).map(({ scope, cursor }) => [scope, cursor] as const);
    return {
      epoch: server?.epoch ?? null,
      cursors: Object.fromEntries(cursors),
      deltas,
      more: deltas.length < due.length,
    };
  });
}

async function receive(replica: Replica, push: Push, answer: SyncAnswer, receivedAt: number): Promise<Received> {
  const { db } = replica;
  const taken = await db.transaction('rw', db.tables, async () => {
    const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    // Another tab, or a person, changed the store while the answer was on its way.
    if (!server || server.epoch !== push.epoch) return undefined;
    const isReset = push.epoch !== null && answer.epoch !== push.epoch;
    const heard = { ...server, epoch: answer.epoch, offsetMs: answer.now - receivedAt, lastAnswerAt: receivedAt };
    await db.meta.put({ key: 'server', value: heard });
    replica.server = heard;
    if (isReset) {
      await startReset(replica);
      return { isReset, cleared: 0, refused: 0 };
    }
    const cleared = await takeReceipts(replica, push, answer.receipts);
    for (const refusal of answer.refusals) {
      const sent = push.deltas[refusal.delta];
      if (sent) await quarantineDelta(replica, sent, refusal, receivedAt);
    }
    await learnScopes(replica, answer.heads);
    return { isReset, cleared, refused: answer.refusals.length };
  });
  if (!taken) return { epochChanged: false, cleared: 0, pulled: 0, refused: 0, more: true };
  if (taken.isReset) return { epochChanged: true, cleared: 0, pulled: 0, refused: 0, more: true };
  let pulled = 0;
  for (const page of answer.changes) pulled += await takePage(replica, page, answer.epoch);
  const behind = await isBehind(replica, answer.heads);
  return { epochChanged: false, cleared: taken.cleared, pulled, refused: taken.refused, more: push.more || behind };
}

/** Clears the marks that the stored state covers; a cell written since stays marked. */
async function takeReceipts({ db }: Replica, push: Push, receipts: readonly Receipt[]): Promise<number> {
  let cleared = 0;
  for (const receipt of receipts) {
    const sent = push.deltas[receipt.delta];
    const mark = sent && (await db.pending.get([sent.noun, sent.id]));
    const before = sent && (await readState(db, sent.noun, sent.id));
    if (!sent || !before) continue;
    const stored = receipt.stored && unpackRecord(receipt.stored);
    const state = stored ? mergeRecords(before, stored) : before;
    if (stored) await writeState(db, state);
    if (!mark) continue;
    const left = mark.fields.filter((field) => {
      const cell = state.cells[field];
      return cell !== undefined && !clocksCover(receipt.clocks, field, cell);
    });
    const base = stored ? mergeInto(stateOfBase(mark), stored) : stateOfBase(mark);
    await putMark(db, mark, left, base);
    if (left.length === 0) cleared += 1;
  }
  return cleared;
}

/** One page and its cursor. A page that does not follow the store's cursor is left for the next round. */
function takePage(replica: Replica, page: Page, epoch: string): Promise<number> {
  const { db } = replica;
  return db.transaction('rw', db.tables, async () => {
    const scope = await db.scopes.get(page.scope);
    const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    if (!scope || server?.epoch !== epoch || page.after > scope.cursor) return 0;
    for (const packed of page.records) await mergeRecord(replica, unpackRecord(packed));
    await db.scopes.put({
      ...scope,
      cursor: Math.max(scope.cursor, page.cursor),
      complete: scope.complete || !page.more,
    });
    return page.records.length;
  });
}

/** Merges what the server has into the row and into the base of its mark. */
async function mergeRecord({ db }: Replica, incoming: RecordState): Promise<void> {
  const before = await readState(db, incoming.noun, incoming.id);
  await writeState(db, mergeInto(before, incoming));
  if (!before) return;
  const mark = await db.pending.get([incoming.noun, incoming.id]);
  if (mark) await putMark(db, mark, mark.fields, mergeInto(stateOfBase(mark), incoming));
}

async function putMark(
  db: Replica['db'],
  mark: PendingRow,
  fields: readonly string[],
  base: RecordState,
): Promise<void> {
  if (fields.length === 0) await db.pending.delete([mark.noun, mark.id]);
  else await db.pending.put({ ...mark, fields, base: packState(cellsNamed(base, fields)) });
}

async function learnScopes({ db }: Replica, heads: SyncAnswer['heads']): Promise<void> {
  for (const scope of Object.keys(heads) as Scope[]) {
    const known = await db.scopes.get(scope);
    if (!known) await db.scopes.put({ scope, cursor: 0, complete: false, sending: true, remote: true });
    // What the server has already is no secret from it.
    else if (!known.remote || !known.sending) await db.scopes.put({ ...known, remote: true, sending: true });
  }
}

async function isBehind({ db }: Replica, heads: SyncAnswer['heads']): Promise<boolean> {
  const rows = await db.scopes.bulkGet(Object.keys(heads));
  return rows.some((row) => row !== undefined && row.cursor < (heads[row.scope] ?? 0));
}

/** The server's journal is another one: everything that is sent to it is marked again, from cursor zero. */
async function startReset({ db }: Replica): Promise<void> {
  const scopes = await db.scopes.filter(({ remote, sending }) => remote || sending).toArray();
  for (const scope of scopes) await db.scopes.put({ ...scope, cursor: 0, remote: false });
  const names = new Set(scopes.map(({ scope }) => scope));
  for (const table of db.recordTables()) {
    for (const row of await table.rows.filter(({ scope }) => names.has(scope)).toArray()) {
      const noun = table.noun ?? (row as { noun?: string }).noun ?? '';
      const mark = await db.pending.get([noun, row.id]);
      const state = unpackRecord({ ...row, noun });
      await db.pending.put({
        noun,
        id: row.id,
        scope: row.scope,
        fields: Object.keys(state.cells),
        base: packState({ ...state, cells: {} }),
        since: mark?.since ?? 0,
      });
    }
  }
}

const cellsNamed = (state: RecordState, fields: readonly string[]): RecordState => ({
  ...state,
  cells: Object.fromEntries(Object.entries(state.cells).filter(([field]) => fields.includes(field))),
});

async function changeServer(replica: Replica, changed: (server: ServerMeta) => ServerMeta): Promise<void> {
  const { db } = replica;
  await db.transaction('rw', db.meta, async () => {
    const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    if (!server) return;
    replica.server = changed(server);
    await db.meta.put({ key: 'server', value: replica.server });
  });
}
