/**
 * The only writer of records. A commit validates with the server's validator, writes the rows and marks them to
 * be sent in ONE strict transaction; nothing but the database is awaited inside it.
 */
import { nounOf } from '#domain/registry.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { Cell, Context, RecordState } from '#replication/cell.ts';
import { packState, unpackCell } from '#replication/packed.ts';
import { validateRecord } from '#replication/validate.ts';
import { type NewFile, putFiles } from '#storage/blobs.ts';
import type { Change } from '#storage/change.ts';
import type { BarazaDatabase, HistoryRow, PendingRow, ScopeRow } from '#storage/database.ts';
import { failureOf, namesOf, type StorageFailure } from '#storage/failure.ts';
import { sinceNever } from '#storage/marks.ts';
import type { Replica } from '#storage/replica.ts';
import { rowOfState, type Row, stateOfRow } from '#storage/row.ts';
import { cellsOf, seenAfter, withoutErased, writings } from '#storage/written-cells.ts';

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
      const ended = options.finishing && db.drafts.bulkDelete([...options.finishing]);
      const contexts = await writeChanges(replica, changes, since);
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

/** What a commit is written over, and then what it leaves; by noun and id. */
interface Held {
  readonly rows: Map<string, Row>;
  readonly marks: Map<string, PendingRow>;
}

/** Reads what the changes are written over, makes all that is to be written, and writes each table at once. */
async function writeChanges(
  replica: Replica,
  changes: readonly Change[],
  since: number,
): Promise<readonly Readonly<Record<string, Context>>[]> {
  const { db } = replica;
  const held = await readHeld(db, changes);
  const written = new Map<string, Change>();
  const history: Omit<HistoryRow, 'seq'>[] = [];
  const seen = changes.map((asked) => {
    const key = keyOf(asked);
    const change = withoutErased(asked, held.rows.get(key));
    if (!change) return {};
    // A new record that is written twice is still added.
    if (written.get(key)?.isNew !== true) written.set(key, change);
    if (nounOf(change.noun)?.anonymous !== true) history.push(historyOf(replica, change));
    return writeChange(replica, change, held, since);
  });
  await Promise.all([writeHeld(db, [...written.values()], held), db.history.bulkAdd(history)]);
  return seen;
}

const keyOf = ({ noun, id }: Pick<Change, 'noun' | 'id'>): string => `${noun}/${id}`;

async function readHeld(db: BarazaDatabase, changes: readonly Change[]): Promise<Held> {
  const held: Held = { rows: new Map(), marks: new Map() };
  const read = changes
    .filter(({ isNew }) => isNew !== true)
    .map(async (change) => {
      const table = db.nouns()[change.noun];
      const [row, mark] = await Promise.all([table.get(change.id), db.pending.get([change.noun, change.id])]);
      if (row) held.rows.set(keyOf(change), row);
      if (mark) held.marks.set(keyOf(change), mark);
    });
  // Most lines are new: for them nothing is read, and nothing waited for.
  if (read.length > 0) await Promise.all(read);
  return held;
}

async function writeHeld(db: BarazaDatabase, written: readonly Change[], { rows, marks }: Held): Promise<void> {
  const rowsOf = (changes: readonly Change[]) => changes.flatMap((change) => rows.get(keyOf(change)) ?? []);
  const tables = [...new Set(written.map(({ noun }) => noun))].flatMap((noun) => {
    const own = written.filter((change) => change.noun === noun);
    const added = rowsOf(own.filter(({ isNew }) => isNew === true));
    const put = rowsOf(own.filter(({ isNew }) => isNew !== true));
    return [added.length > 0 && db.nouns()[noun].bulkAdd(added), put.length > 0 && db.nouns()[noun].bulkPut(put)];
  });
  await Promise.all([...tables, db.pending.bulkPut(written.flatMap((change) => marks.get(keyOf(change)) ?? []))]);
}

/** Leaves in `held` the row and the mark that a change makes of what is there. */
function writeChange(replica: Replica, change: Change, held: Held, since: number): Readonly<Record<string, Context>> {
  const key = keyOf(change);
  const before = held.rows.get(key);
  const written = cellsOf(replica, change, before);
  const invalid = validateRecord({ ...change, cells: written });
  if (invalid)
    throw new Refused({ type: 'commit/invalid', noun: change.noun, field: invalid.path, message: invalid.message });
  const state = before ? stateOfRow(change.noun, before) : { ...change, cells: {} };
  held.rows.set(key, rowOfState({ ...state, cells: { ...state.cells, ...written } }));
  held.marks.set(key, marked(change, before, held.marks.get(key), Object.keys(written), since));
  return Object.fromEntries(
    writings(change).map(([field, writing]) => [field, seenAfter(writing.seen, written[field])]),
  );
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

/** Carries a failure out of the transaction, which it rolls back. */
class Refused extends Error {
  readonly failure: CommitFailure;
  constructor(failure: CommitFailure) {
    super(failure.type);
    this.failure = failure;
  }
}
