/**
 * The journal in PostgreSQL. An append locks the scope's head before it reads anything and holds it until the
 * commit, so that numbers become visible in their order, whichever process wrote them: no reader's cursor passes
 * a number that is not committed. An append of any size is two flights of statements.
 */
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { fileOf, historyStep } from '#replication/erasure.ts';
import type { Appended, Journal, JournalPage, Sender } from '#replication/journal.ts';
import { mergeInto, sameRecord } from '#replication/merge.ts';
import { inTurn } from '#server/in-turn.ts';
import { historyKept, historySlack, stateOf, textOf } from '#server/journal/stored-records.ts';
import { type Bound, type Postgres, statement, type Transaction } from '#server/postgres.ts';

/** Rows that a page reads at a time. */
const pageRows = 500;
/** How long a push waits for others of this process that write to the same scope. */
const patienceMs = 10_000;

export interface PostgresJournalOptions {
  /** What else is written in the transaction that gives a scope its first record. */
  readonly onFounded?: (scope: Scope, by: Sender) => Bound<unknown>;
}

export function postgresJournal(db: Postgres, { onFounded }: PostgresJournalOptions = {}): Journal {
  const turns = inTurn(patienceMs);

  // A replay changes nothing, so an append may be repeated where its commit was not heard of.
  const append = (scope: Scope, deltas: readonly RecordState[], by: Sender) =>
    db.transaction(async (transaction) => {
      const { head, rows } = await lockAndRead(transaction, scope, deltas);
      const { outcomes, changed, forgotten, written, newHead } = mergeAll(deltas, rows, head);
      if (newHead === head) return outcomes;
      if (forgotten.length > 0) transaction.send(sql.forget(scope, ...keysOf(forgotten)));
      transaction.send(writing(scope, newHead, changed, written, by));
      const long = changed.filter(({ from, versions }) => versions - (versions % historySlack) > from);
      if (long.length > 0) transaction.send(sql.shorten(scope, ...keysOf(long), historyKept));
      if (head === 0 && onFounded) transaction.send(onFounded(scope, by));
      return outcomes;
    }, true);

  const since = async (scope: Scope, after: number, maxBytes: number): Promise<JournalPage> => {
    const records: RecordState[] = [];
    let cursor = after;
    let left = maxBytes;
    for (;;) {
      const rows = await db.rows(sql.page(scope, cursor, left, records.length === 0, pageRows));
      for (const { number, size, packed } of rows) {
        // The first that has no room tells that there are more.
        if (packed === null) return { records, cursor, more: true };
        records.push(stateOf(packed));
        cursor = number;
        left -= size;
      }
      if (rows.length < pageRows) return { records, cursor, more: false };
    }
  };

  return {
    epoch: async () => (await db.rows(sql.epoch()))[0]?.epoch ?? '',
    append: async (scope, deltas, by) => (deltas.length === 0 ? [] : turns(scope, () => append(scope, deltas, by))),
    since,
    heads: async (scopes) => {
      const found = new Map((await db.rows(sql.heads(scopes))).map(({ scope, head }) => [scope, head]));
      return new Map(scopes.map((scope) => [scope, found.get(scope) ?? 0]));
    },
    read: async (scope, noun, id) => {
      const [row] = await db.rows(sql.records(scope, [noun], [id]));
      return row && stateOf(row.packed);
    },
    photosOf: async (scope, sha256) =>
      (await db.rows(sql.naming(scope, sha256))).flatMap(({ id, packed }) =>
        fileOf(stateOf(packed)) === sha256 ? [id] : [],
      ),
    history: async (scope, noun, id) =>
      (await db.rows(sql.history(scope, noun, id))).map((row) => ({ ...row, delta: stateOf(row.delta) })),
  };
}

interface RecordRow {
  readonly noun: string;
  readonly id: string;
  readonly number: number;
  readonly versions: number;
  readonly packed: string;
}
/** A record while a push is merged into it. */
interface Merging {
  readonly noun: string;
  readonly id: string;
  /** How many changes it had before this push. */
  readonly from: number;
  number: number;
  versions: number;
  state: RecordState;
}
interface Written {
  readonly number: number;
  readonly delta: RecordState;
}

const keyOf = (record: { readonly noun: string; readonly id: string }) => `${record.noun}/${record.id}`;
const keysOf = (records: readonly { readonly noun: string; readonly id: string }[]) =>
  [records.map(({ noun }) => noun), records.map(({ id }) => id)] as const;

async function lockAndRead(transaction: Transaction, scope: Scope, deltas: readonly RecordState[]) {
  const read = sql.records(scope, ...keysOf([...new Map(deltas.map((delta) => [keyOf(delta), delta])).values()]));
  const [[locked], rows] = await transaction.all(sql.lock(scope), read);
  if (locked) return { head: locked.head, rows };
  // A new scope has no row to lock: whoever comes second waits for the first one's commit, and then has one.
  const [, [founded], present] = await transaction.all(sql.found(scope), sql.lock(scope), read);
  return { head: founded?.head ?? 0, rows: present };
}

function mergeAll(deltas: readonly RecordState[], rows: readonly RecordRow[], head: number) {
  const known = new Map<string, Merging>();
  for (const { packed, ...row } of rows) known.set(keyOf(row), { ...row, from: row.versions, state: stateOf(packed) });
  const changed = new Set<Merging>();
  const forgotten = new Set<Merging>();
  let written: Written[] = [];
  let newHead = head;
  const outcomes = deltas.map((delta): Appended => {
    const before = known.get(keyOf(delta));
    const state = mergeInto(before?.state, delta);
    if (before && sameRecord(before.state, state)) {
      return { number: before.number, changed: false, stored: before.state };
    }
    newHead += 1;
    const { noun, id } = delta;
    const { forget, keep } = historyStep(before?.state, state, delta);
    const record = before ?? { noun, id, from: 0, number: 0, versions: 0, state };
    Object.assign(record, { number: newHead, versions: record.versions + 1, state });
    known.set(keyOf(delta), record);
    changed.add(record);
    if (forget) {
      forgotten.add(record);
      written = written.filter((one) => keyOf(one.delta) !== keyOf(delta));
    }
    if (keep) written.push({ number: newHead, delta: keep });
    return { number: newHead, changed: true, stored: state };
  });
  return { outcomes, changed: [...changed], forgotten: [...forgotten], written, newHead };
}

/** One statement for the records, their history and the head. */
function writing(
  scope: Scope,
  head: number,
  changed: readonly Merging[],
  written: readonly Written[],
  by: Sender,
): Bound<unknown> {
  const packed = changed.map(({ state }) => textOf(state));
  return sql.write(
    scope,
    head,
    ...keysOf(changed),
    changed.map(({ number }) => number),
    changed.map(({ versions }) => versions),
    packed.map(({ length }) => length),
    packed,
    by.device,
    by.at,
    ...keysOf(written.map(({ delta }) => delta)),
    written.map(({ number }) => number),
    written.map(({ delta }) => textOf(delta)),
  );
}

const sql = {
  epoch: statement<{ epoch: string }>('journal-epoch', 'select epoch from epochs order by number desc limit 1'),
  heads: statement<{ scope: Scope; head: number }>(
    'journal-heads',
    'select scope, head from heads where scope = any($1::text[])',
  ),
  lock: statement<{ head: number }>('journal-lock', 'select head from heads where scope = $1 for update'),
  found: statement('journal-found', 'insert into heads values ($1, 0) on conflict do nothing'),
  records: statement<RecordRow>(
    'journal-records',
    `select noun, id, number, versions, packed from unnest($2::text[], $3::text[]) as wanted (noun, id)
     join records using (noun, id) where scope = $1`,
  ),
  write: statement(
    'journal-write',
    `with changed as (
       insert into records (scope, noun, id, number, versions, size, packed)
       select $1, * from unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::integer[], $8::text[])
       on conflict (scope, noun, id) do update set
         number = excluded.number, versions = excluded.versions, size = excluded.size, packed = excluded.packed
     ), written as (
       insert into history (scope, noun, id, number, device, at, delta)
       select $1, noun, id, number, $9, $10, delta
       from unnest($11::text[], $12::text[], $13::bigint[], $14::text[]) as sent (noun, id, number, delta)
     )
     update heads set head = $2 where scope = $1`,
  ),
  page: statement<{ number: number; size: number; packed: string | null }>(
    'journal-page',
    `select number, size, case when total <= $3 or ($4 and place = 1) then packed end as packed
     from (
       select number, size, packed, row_number() over in_order as place, sum(size) over in_order as total
       from (select number, size, packed from records where scope = $1 and number > $2 order by number limit $5) due
       window in_order as (order by number)
     ) counted
     where total - size <= $3 or place <= 2 order by number`,
  ),
  history: statement<{ number: number; device: string; at: number; delta: string }>(
    'journal-history',
    `select number, device, at, delta from history where scope = $1 and noun = $2 and id = $3 order by number desc`,
  ),
  naming: statement<{ id: string; packed: string }>(
    'journal-naming',
    `select id, packed from records where scope = $1 and noun = 'photo' and strpos(packed, $2) > 0 order by id`,
  ),
  forget: statement(
    'journal-forget',
    `delete from history using unnest($2::text[], $3::text[]) as gone (noun, id)
     where history.scope = $1 and history.noun = gone.noun and history.id = gone.id`,
  ),
  shorten: statement(
    'journal-shorten',
    `delete from history using unnest($2::text[], $3::text[]) as long (noun, id)
     where history.scope = $1 and history.noun = long.noun and history.id = long.id and number <= (
       select number from history as kept where kept.scope = $1 and kept.noun = long.noun and kept.id = long.id
       order by number desc limit 1 offset $4)`,
  ),
};
