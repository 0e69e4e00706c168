/**
 * The only writer of records. A commit validates with the server's validator, writes the rows and marks them to
 * be sent in ONE strict transaction; nothing but the database is awaited inside it.
 */
import type { Json } from '#domain/json.ts';
import { nounOf } from '#domain/registry.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import {
  type Cell,
  type Context,
  joinContexts,
  latestClock,
  type RecordState,
  writeLast,
  writeText,
} from '#replication/cell.ts';
import { packState, unpackCell } from '#replication/packed.ts';
import { clockOf, newWriter, nextStamp, type Writer, writerOf } from '#replication/stamp.ts';
import { validateRecord } from '#replication/validate.ts';
import { type NewFile, putFiles } from '#storage/blobs.ts';
import type { Change, Writing } from '#storage/change.ts';
import type { PendingRow, ScopeRow } from '#storage/database.ts';
import { digestSeen } from '#storage/deleted.ts';
import { failureOf, namesOf, type StorageFailure } from '#storage/failure.ts';
import { sinceNever } from '#storage/marks.ts';
import type { Replica } from '#storage/replica.ts';
import { rowOfState, type Row, stateOfRow } from '#storage/row.ts';

export type CommitFailure =
  | StorageFailure
  | { readonly type: 'commit/invalid'; readonly noun: string; readonly field: string; readonly message: string }
  /** The scope's first snapshot is not here yet: nothing may be written to it. */
  | { readonly type: 'commit/scope-loading'; readonly scope: Scope };

export interface Committed {
  /** Per change, what an editor of its text fields has seen now: its own writing included. */
  readonly seen: readonly Readonly<Record<string, Context>>[];
}

export interface CommitOptions {
  /** Drafts that these changes bring to an end: they go in the same transaction. */
  readonly finishing?: readonly string[];
  /** The records belong to a bundled example: marked, and never sent by themselves. */
  readonly example?: boolean;
  /** Files that these changes name: all of it is on the disk, or nothing. */
  readonly files?: readonly NewFile[];
}

/** Writes all changes or none. Failures are values; what was typed stays in its draft. */
export async function commitTo(
  replica: Replica,
  changes: readonly Change[],
  options: CommitOptions = {},
): Promise<Result<Committed, CommitFailure>> {
  const { db } = replica;
  const tables = [...new Set(changes.map(({ noun }) => db.nouns()[noun]))];
  const opens = changes.some(({ scope }) => !replica.whole.has(scope));
  const more = [
    ...(options.finishing ? [db.drafts] : []),
    ...(options.files ? [db.blobs, db.files] : []),
    ...(opens ? [db.scopes] : []),
  ];
  try {
    const seen = await db.transaction('rw', [...tables, db.pending, db.history, ...more], async () => {
      if (opens) await openScopes(replica, changes, options.example === true);
      const since = options.example === true ? sinceNever : replica.now();
      const contexts: Readonly<Record<string, Context>>[] = [];
      const ended = options.finishing && db.drafts.bulkDelete([...options.finishing]);
      for (const change of changes) contexts.push(await writeChange(replica, change, since));
      await ended;
      if (options.files) await putFiles(db, options.files);
      return contexts;
    });
    for (const { scope } of changes) replica.whole.add(scope);
    return ok({ seen });
  } catch (error) {
    if (changes.some(({ isNew }) => isNew) && isConstraintError(error)) return commitAgain(replica, changes, options);
    return err(error instanceof Refused ? error.failure : failureOf(error));
  }
}

/**
 * New records that are there already: they are ours, from a try whose answer was lost. What the store has of them stands;
 * their drafts end as they would have, and the other changes are made.
 */
async function commitAgain(
  replica: Replica,
  changes: readonly Change[],
  options: CommitOptions,
): Promise<Result<Committed, CommitFailure>> {
  const { db } = replica;
  const there = await Promise.all(
    changes.map(async ({ noun, id, isNew }) => isNew === true && (await db.nouns()[noun].get(id)) !== undefined),
  );
  const left = changes.filter((_, at) => there[at] !== true);
  const written = await commitTo(replica, left, options);
  if (!written.ok) return written;
  const seen = written.value.seen[Symbol.iterator]();
  return ok({ seen: there.map((isThere) => (isThere ? {} : (seen.next().value ?? {}))) });
}

const isConstraintError = (error: unknown): boolean => namesOf(error).includes('ConstraintError');

async function writeChange(replica: Replica, asked: Change, since: number): Promise<Readonly<Record<string, Context>>> {
  const { db } = replica;
  const table = db.nouns()[asked.noun];
  const key: [string, string] = [asked.noun, asked.id];
  const [before, pending] = asked.isNew
    ? [undefined, undefined]
    : await Promise.all([table.get(asked.id), db.pending.get(key)]);
  const change = withoutErased(asked, before);
  if (!change) return {};
  const written = cellsOf(replica, change, before);
  const invalid = validateRecord({ ...change, cells: written });
  if (invalid)
    throw new Refused({ type: 'commit/invalid', noun: change.noun, field: invalid.path, message: invalid.message });
  const state = before ? stateOfRow(change.noun, before) : { ...change, cells: {} };
  const row = rowOfState({ ...state, cells: { ...state.cells, ...written } });
  await Promise.all([
    change.isNew ? table.add(row) : table.put(row),
    db.pending.put(marked(change, before, pending, Object.keys(written), since)),
    nounOf(change.noun)?.anonymous === true ? undefined : db.history.add(historyOf(replica, change)),
  ]);
  return Object.fromEntries(
    writings(change).map(([field, writing]) => [field, seenAfter(writing.seen, written[field])]),
  );
}

/** What is left to write: of what was erased nothing is written any more, nor told in the history. */
function withoutErased(change: Change, before: Row | undefined): Change | undefined {
  const gone = before?.e;
  if (gone === undefined) return change;
  if (gone === true) return undefined;
  const left = <T>(fields: Readonly<Record<string, T>> | undefined) =>
    Object.fromEntries(Object.entries(fields ?? {}).filter(([field]) => !gone.includes(field)));
  const [set, write] = [left(change.set), left(change.write)];
  if (Object.keys(set).length + Object.keys(write).length === 0 && change.deleted === undefined) return undefined;
  return { ...change, set, write };
}

const writings = (change: Change) =>
  Object.entries((change.write ?? {}) as Readonly<Record<string, Writing | undefined>>).flatMap(([field, writing]) =>
    writing ? [[field, writing] as const] : [],
  );

/** The cells that a change writes, each stamped after what the cell holds. */
function cellsOf(replica: Replica, change: Change, before: Row | undefined): Record<string, Cell> {
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

/** The mark "to be sent": a newly marked field keeps what the server has of it beneath. */
function marked(
  change: Change,
  before: Row | undefined,
  pending: PendingRow | undefined,
  fields: readonly string[],
  since: number,
): PendingRow {
  const known = new Set(pending?.fields);
  const baseCells: Record<string, Cell> = pending ? { ...stateOfBase(pending).cells } : {};
  for (const field of fields) {
    const cell = !known.has(field) && before ? unpackCell(before, field) : undefined;
    if (cell) baseCells[field] = cell;
  }
  return {
    noun: change.noun,
    id: change.id,
    scope: change.scope,
    fields: [...known, ...fields.filter((field) => !known.has(field))],
    base: packState({ ...change, cells: baseCells }),
    ...(pending?.beneath && { beneath: pending.beneath }),
    since: pending?.since ?? since,
    // What waits for its file alone has something to send again.
    ...(pending?.waiting === 'forbidden' && { waiting: pending.waiting }),
  };
}

export const stateOfBase = (pending: PendingRow): RecordState =>
  stateOfRow(pending.noun, { id: pending.id, scope: pending.scope, ...pending.base });

async function openScopes(replica: Replica, changes: readonly Change[], example: boolean): Promise<void> {
  const { scopes } = replica.db;
  const names = [...new Set(changes.map(({ scope }) => scope))];
  const known = await scopes.bulkGet(names);
  const rows: ScopeRow[] = [];
  for (const [at, scope] of names.entries()) {
    const row = known[at];
    if (row && !row.complete) throw new Refused({ type: 'commit/scope-loading', scope });
    const sending = !example && replica.server !== undefined;
    if (!row) rows.push({ scope, cursor: 0, complete: true, remote: false, sending, ...(example && { example }) });
  }
  if (rows.length > 0) await scopes.bulkPut(rows);
}

const historyOf = (replica: Replica, change: Change) => ({
  noun: change.noun,
  id: change.id,
  at: replica.now(),
  by: replica.device.holder,
  values: {
    ...change.set,
    ...Object.fromEntries(writings(change).map(([field, { value }]) => [field, value])),
    ...(change.deleted !== undefined && { deleted: change.deleted }),
  },
});

function seenAfter(seen: Context, cell: Cell | undefined): Context {
  const dot = cell?.kind === 'text' ? cell.values.at(-1)?.dot : undefined;
  return dot ? joinContexts(seen, { [writerOf(dot)]: clockOf(dot) }) : seen;
}

const startOfDay = (ms: number): number => ms - (ms % 86_400_000);

/** Carries a failure out of the transaction, which it rolls back. */
class Refused extends Error {
  readonly failure: CommitFailure;
  constructor(failure: CommitFailure) {
    super(failure.type);
    this.failure = failure;
  }
}
