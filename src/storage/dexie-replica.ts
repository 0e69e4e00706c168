/**
 * The store's side of sync. Receipts and refusals of a request are taken in one strict transaction; each pulled page and
 * its cursor in a relaxed one of their own (they can be pulled again). None of them waits for the network, so that what is
 * being typed, which is written after them (decision 0015), waits for the disk alone.
 */
import type { Table } from 'dexie';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksCover } from '#replication/clocks.ts';
import { fileOf } from '#replication/erasure.ts';
import { mergeInto, mergeRecords } from '#replication/merge.ts';
import { packRecord, type PackedRecord, unpackRecord } from '#replication/packed.ts';
import type { Receipt, SyncAnswer } from '#replication/protocol.ts';
import type { Push, Received, ReplicaStore } from '#replication/replica-store.ts';
import { stateOfBase } from '#storage/commit.ts';
import type { BarazaDatabase, PendingRow, ScopeRow } from '#storage/database.ts';
import { erasureTables, followErasures, mayErase } from '#storage/erasure.ts';
import { markWaiting, unverifiedFiles } from '#storage/file-marks.ts';
import { cellsNamed, markAll, markOf } from '#storage/marks.ts';
import { takePage } from '#storage/pull.ts';
import { quarantineDelta } from '#storage/quarantine.ts';
import { readStates, writeStates } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';
import { changeServer, readServer } from '#storage/server-meta.ts';
import { tabletFacts } from '#storage/tablet-facts.ts';
import { tokenKeeping } from '#storage/token-keeping.ts';

/** Deltas of one request; the server takes 5000. */
const maxDeltas = 2000;
/** Marks: about what fills one request, so that it takes one question and little is read twice. */
const readAtOnce = 600;

export function dexieReplica(replica: Replica): ReplicaStore {
  return {
    nextPush: (maxBytes, after) => nextPush(replica, maxBytes, after),
    receive: (push, answer, receivedAt) => receive(replica, push, answer, receivedAt),
    refuse: (push, refusals, at) => takeRefusals(replica, push, refusals, at),
    isBehind: (heads) => isBehind(replica.db, heads),
    turnedAway: async (how) => {
      const revoked = how.because === 'revoked' ? { revokedAt: how.at } : {};
      await changeServer(replica, (server) => ({ ...server, ...revoked, turnedAway: how }));
    },
    ...tokenKeeping(replica),
  };
}

/** What an answer may change: everything but drafts and this device's own history. */
const replicaTables = (db: BarazaDatabase) =>
  [...db.recordTables().map(({ rows }) => rows), ...ownTables(db)] as Table[];
const ownTables = ({ pending, scopes, quarantine, meta, blobs, files }: BarazaDatabase) => [
  pending,
  scopes,
  quarantine,
  meta,
  blobs,
  files,
];

async function nextPush({ db }: Replica, maxBytes: number, after: Push | undefined): Promise<Push> {
  return db.transaction('r', replicaTables(db), async () => {
    const server = await readServer(db);
    const scopes = await db.scopes.toArray();
    const sending = new Set(scopes.filter((row) => row.sending).map(({ scope }) => scope));
    const deltas: PackedRecord[] = [];
    let bytes = 0;
    let more = false;
    // Of 10,000 marks only the first few hundred fit in one request.
    let last = lastKey(after?.deltas ?? []);
    while (!more) {
      const marks = await marksAfter(db, last);
      if (marks.length === 0) break;
      last = lastKey(marks);
      const due = marks.filter(({ scope, waiting }) => sending.has(scope) && waiting === undefined);
      if (due.length === 0) continue;
      const states = await readStates(db, due);
      for (const [at, mark] of due.entries()) {
        const state = states[at];
        if (!state) continue;
        const delta = packRecord(cellsNamed(state, mark.fields));
        bytes += new TextEncoder().encode(JSON.stringify(delta)).length;
        more = deltas.length > 0 && (bytes > maxBytes || deltas.length >= maxDeltas);
        if (more) break;
        deltas.push(delta);
      }
    }
    // A scope that this request makes is asked for too, so that its records need not come back.
    const asked = scopes.filter((row) => row.remote || row.sending);
    const cursors = asked.map(({ scope, cursor }) => [scope, cursor] as const);
    return {
      epoch: server?.epoch ?? null,
      cursors: Object.fromEntries(cursors),
      deltas,
      more,
      // Between the first and the last request of many it changes too fast to be worth counting each time.
      ...((!after || !more) && { tablet: await tabletFacts(db, scopes, [...(after?.deltas ?? []), ...deltas]) }),
    };
  });
}

/** Marks are sent in the order of their keys. */
const lastKey = (of: readonly Pick<PendingRow, 'noun' | 'id'>[]): [string, string] | undefined => {
  const last = of.at(-1);
  return last && [last.noun, last.id];
};

const marksAfter = ({ pending }: BarazaDatabase, key: [string, string] | undefined): Promise<PendingRow[]> =>
  (key ? pending.where('[noun+id]').above(key) : pending.toCollection()).limit(readAtOnce).toArray();

async function receive(replica: Replica, push: Push, answer: SyncAnswer, receivedAt: number): Promise<Received> {
  const { db } = replica;
  const stored = [...answer.receipts, ...answer.refusals].flatMap((one) => one.stored ?? []);
  const needed = new Set([...replicaTables(db), ...erasureTables(db, stored)]);
  const taken = await db.transaction('rw', [...needed], async () => {
    const server = await readServer(db);
    // Another tab, or a person, changed the store while the answer was on its way.
    if (!server || server.epoch !== push.epoch) return undefined;
    const isReset = push.epoch !== null && answer.epoch !== push.epoch;
    const { turnedAway: _, ...letIn } = server;
    const heard = { ...letIn, epoch: answer.epoch, offsetMs: answer.now - receivedAt, lastAnswerAt: receivedAt };
    await db.meta.put({ key: 'server', value: heard });
    if (isReset) {
      await startReset(replica);
      return { heard, isReset, cleared: 0, refused: 0, gone: new Set<string>(), remarked: false };
    }
    const { cleared, gone } = await takeReceipts(replica, push, answer.receipts, answer.epoch);
    await takeRefusals(replica, push, answer.refusals, receivedAt);
    if (mayErase(stored)) await followErasures(replica, stored);
    const remarked = await learnScopes(replica, answer);
    return { heard, isReset, cleared, refused: answer.refusals.length, gone, remarked };
  });
  if (!taken) return { epochChanged: false, cleared: 0, pulled: 0, refused: 0, more: true };
  replica.server = taken.heard;
  if (taken.isReset) return { epochChanged: true, cleared: 0, pulled: 0, refused: 0, more: true };
  let pulled = 0;
  for (const page of answer.changes) {
    if (!taken.gone.has(page.scope)) pulled += await takePage(replica, page, answer.epoch);
  }
  const more = push.more || taken.remarked || (await isBehind(db, answer.heads));
  return { epochChanged: false, cleared: taken.cleared, pulled, refused: taken.refused, more };
}

/**
 * Clears the marks that the stored state covers; a cell written since stays marked, and a photo until its file is
 * verified. `cleared`: for how many records nothing is left to send. `gone`: the scopes of records that were sent and
 * are not here any more; the answer's pages leave them out, and are left for a round that brings them.
 */
async function takeReceipts(
  { db }: Replica,
  push: Push,
  receipts: readonly Receipt[],
  epoch: string,
): Promise<{ readonly cleared: number; readonly gone: ReadonlySet<string> }> {
  const answered = receipts.flatMap((receipt) => {
    const sent = push.deltas[receipt.delta];
    return sent ? [{ receipt, sent }] : [];
  });
  const sentRecords = answered.map(({ sent }) => sent);
  const [before, { marks, clear }] = await Promise.all([readStates(db, sentRecords), marksOf(db, sentRecords)]);
  const named = before.flatMap((record) => (record && fileOf(record)) ?? []);
  // Where none is named nothing may be awaited: the transaction would be lost.
  const unverified = named.length > 0 ? await unverifiedFiles(db, named, epoch) : new Set<string>();
  const changed: RecordState[] = [];
  const left: PendingRow[] = [];
  const cleared: [string, string][] = [];
  const gone = new Set<string>();
  for (const [at, { receipt, sent }] of answered.entries()) {
    const row = before[at];
    const mark = marks[at];
    if (!row) {
      gone.add(sent.scope);
      continue;
    }
    const stored = receipt.stored && unpackRecord(receipt.stored);
    const state = stored ? mergeRecords(row, stored) : row;
    if (stored) changed.push(state);
    if (!mark) continue;
    if (state.erased === true) {
      // Erased since it was sent, and the server does not know: there is no cell to tell it by.
      if (receipt.clocks === true) cleared.push([mark.noun, mark.id]);
      continue;
    }
    const fields = mark.fields.filter((field) => {
      const cell = state.cells[field];
      return cell !== undefined && !clocksCover(receipt.clocks, field, cell);
    });
    if (fields.length === 0 && !unverified.has(fileOf(state) ?? '')) {
      cleared.push([mark.noun, mark.id]);
      continue;
    }
    // The server has what was sent, and beyond it what it says is stored.
    const confirmed = mergeInto(stateOfBase(mark), unpackRecord(sent));
    const base = stored ? mergeRecords(confirmed, stored) : confirmed;
    const marked = unverified.has(fileOf(state) ?? '')
      ? markWaiting(mark, fields, state, base)
      : markOf(mark, fields, base);
    if (marked) left.push(marked);
    else cleared.push([mark.noun, mark.id]);
  }
  await writeStates(db, changed);
  await db.pending.bulkPut(left);
  await clear(cleared);
  return { cleared: cleared.length + left.filter(({ waiting }) => waiting === 'file').length, gone };
}

/**
 * The marks of records that were sent, in their order, and how to clear some of them. What was sent are neighbours, as
 * `nextPush` takes them: they are read, and where all of them go, deleted at one stretch.
 */
async function marksOf({ pending }: BarazaDatabase, sent: readonly Pick<PendingRow, 'noun' | 'id'>[]) {
  const keys = sent.map(({ noun, id }): [string, string] => [noun, id]).sort(byNounAndId);
  const [first, last] = [keys[0], keys.at(-1)];
  const stretch = first && last && pending.where('[noun+id]').between(first, last, true, true);
  const found = stretch ? await stretch.toArray() : [];
  const byKey = new Map(found.map((mark) => [`${mark.noun}/${mark.id}`, mark]));
  return {
    marks: sent.map(({ noun, id }) => byKey.get(`${noun}/${id}`)),
    clear: (cleared: [string, string][]): Promise<unknown> => {
      const goes = new Set(cleared.map(([noun, id]) => `${noun}/${id}`));
      const isAll = found.every(({ noun, id }) => goes.has(`${noun}/${id}`));
      return stretch && isAll ? stretch.delete() : pending.bulkDelete(cleared);
    },
  };
}

const byNounAndId = ([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number =>
  a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1;

async function takeRefusals(replica: Replica, push: Push, refusals: SyncAnswer['refusals'], at: number): Promise<void> {
  const { db } = replica;
  await db.transaction('rw', replicaTables(db), async () => {
    for (const refusal of refusals) {
      const sent = push.deltas[refusal.delta];
      if (sent) await quarantineDelta(replica, sent, refusal, at);
    }
  });
}

/**
 * Scopes this device may read, and what it may not do there. Where that is another thing than it was, what the server did
 * not take is sent again; where it is the same, the answer would be, too. True where something is to be sent for it.
 */
async function learnScopes(replica: Replica, { heads, limits = {} }: SyncAnswer): Promise<boolean> {
  const { db } = replica;
  const names = Object.keys(heads) as Scope[];
  const known = await db.scopes.bulkGet(names);
  const left = (await db.scopes.filter(({ remote, limit }) => remote && limit !== 'none').toArray()).filter(
    ({ scope }) => !Object.hasOwn(heads, scope),
  );
  await db.scopes.bulkPut(left.map((row) => ({ ...row, limit: 'none' as const })));
  const changed: ScopeRow[] = [];
  for (const [at, scope] of names.entries()) {
    const row = known[at] ?? { scope, cursor: 0, complete: heads[scope] === 0, sending: false, remote: false };
    const limit = limits[scope];
    // What the server has already is no secret from it.
    if (row.remote && row.sending && row.limit === limit) continue;
    changed.push({ ...row, complete: row.complete || heads[scope] === 0, remote: true, sending: true, limit });
  }
  if (changed.length === 0) return false;
  await db.scopes.bulkPut(changed);
  const touched = new Set<string>(changed.map(({ scope }) => scope));
  const waited = await db.pending
    .where('waiting')
    .equals('forbidden')
    .filter(({ scope }) => touched.has(scope))
    .toArray();
  await db.pending.bulkPut(waited.map(({ waiting: _, ...mark }) => mark));
  // The journal may have been another one meanwhile: it has nothing of what could not be sent to it.
  const regained = known.flatMap((row) =>
    row?.limit !== undefined && limits[row.scope] === undefined ? row.scope : [],
  );
  if (regained.length > 0) await markAll(replica, new Set(regained));
  return regained.length > 0;
}

async function isBehind(db: BarazaDatabase, heads: SyncAnswer['heads']): Promise<boolean> {
  const names = Object.keys(heads) as Scope[];
  const rows = await db.scopes.bulkGet(names);
  return names.some((scope, at) => (rows[at]?.cursor ?? 0) < (heads[scope] ?? 0));
}

/** The server's journal is another one: everything that is sent to it is marked again, from cursor zero. */
async function startReset(replica: Replica): Promise<void> {
  const { db } = replica;
  const scopes = await db.scopes.filter(({ remote, sending }) => remote || sending).toArray();
  await db.scopes.bulkPut(scopes.map((row) => ({ ...row, cursor: 0, remote: false })));
  // What only waits for membership is at risk like the rest; who may only read has nothing that would ever go.
  await markAll(
    replica,
    new Set(scopes.flatMap(({ scope, limit }) => (limit === undefined || limit === 'none' ? scope : []))),
  );
}
