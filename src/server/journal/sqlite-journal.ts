/**
 * The journal in SQLite. Its statements run to the end without giving way, so that a transaction here is
 * never interleaved with another of this process; other processes wait for the write lock.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { erasedSince, fileOf, historyStep } from '#replication/erasure.ts';
import type { Appended, Journal, JournalPage, Sender } from '#replication/journal.ts';
import { mergeInto, sameRecord } from '#replication/merge.ts';
import { transaction } from '#server/database.ts';
import { historyKept, historySlack, stateOf, textOf } from '#server/journal/stored-records.ts';

export interface SqliteJournalOptions {
  /** Called inside the transaction that gives a scope its first record. */
  readonly onFounded?: (scope: Scope, by: Sender) => void;
  /** Called inside the transaction that erases something. */
  readonly onErased?: () => void;
}

interface RecordRow {
  readonly number: number;
  readonly versions: number;
  readonly packed: string;
}
interface HistoryRow extends Sender {
  readonly number: number;
  readonly delta: string;
}

export function sqliteJournal(db: DatabaseSync, { onFounded, onErased }: SqliteJournalOptions = {}): Journal {
  const sql = {
    epoch: db.prepare(`select value from meta where key = 'epoch'`),
    head: db.prepare('select head from heads where scope = ?'),
    writeHead: db.prepare('insert into heads values (?, ?) on conflict do update set head = excluded.head'),
    record: db.prepare('select number, versions, packed from records where scope = ? and noun = ? and id = ?'),
    writeRecord: db.prepare(
      `insert into records (scope, noun, id, number, versions, packed) values (?, ?, ?, ?, ?, ?)
       on conflict do update set number = excluded.number, versions = excluded.versions, packed = excluded.packed`,
    ),
    since: db.prepare('select number, packed from records where scope = ? and number > ? order by number'),
    history: db.prepare(
      'select number, device, at, delta from history where scope = ? and noun = ? and id = ? order by number desc',
    ),
    writeHistory: db.prepare('insert into history values (?, ?, ?, ?, ?, ?, ?)'),
    shortenHistory: db.prepare(
      `delete from history where scope = ?1 and noun = ?2 and id = ?3 and number <= (
         select number from history where scope = ?1 and noun = ?2 and id = ?3 order by number desc limit 1 offset ?4)`,
    ),
    // A name of a file stands nowhere else in a record but where a photo names it, or where somebody typed it.
    naming: db.prepare(
      `select id, packed from records where scope = ? and noun = 'photo' and instr(packed, ?) > 0 order by id`,
    ),
    forgetHistory: db.prepare('delete from history where scope = ? and noun = ? and id = ?'),
  };
  const headOf = (scope: Scope): number => Number(sql.head.get(scope)?.['head'] ?? 0);
  const rowOf = (scope: Scope, noun: string, id: string) =>
    sql.record.get(scope, noun, id) as unknown as RecordRow | undefined;

  const appendOne = (scope: Scope, delta: RecordState, by: Sender, next: number): Appended => {
    const { noun, id } = delta;
    const row = rowOf(scope, noun, id);
    const before = row && stateOf(row.packed);
    const after = mergeInto(before, delta);
    if (row && before && sameRecord(before, after)) return { number: row.number, changed: false, stored: before };
    const versions = (row?.versions ?? 0) + 1;
    const text = textOf(after);
    sql.writeRecord.run(scope, noun, id, next, versions, text);
    const { forget, keep } = historyStep(before, after, delta);
    if (forget) sql.forgetHistory.run(scope, noun, id);
    if (keep) sql.writeHistory.run(scope, noun, id, next, by.device, by.at, keep === after ? text : textOf(keep));
    if (erasedSince(before, after)) onErased?.();
    if (versions % historySlack === 0) sql.shortenHistory.run(scope, noun, id, historyKept);
    return { number: next, changed: true, stored: after };
  };

  const append = (scope: Scope, deltas: readonly RecordState[], by: Sender): Appended[] =>
    transaction(db, () => {
      const before = headOf(scope);
      let head = before;
      const outcomes = deltas.map((delta) => {
        const appended = appendOne(scope, delta, by, head + 1);
        head = Math.max(head, appended.number);
        return appended;
      });
      if (head > before) sql.writeHead.run(scope, head);
      if (head > 0 && before === 0) onFounded?.(scope, by);
      return outcomes;
    });

  const since = (scope: Scope, after: number, maxBytes: number): JournalPage => {
    const records: RecordState[] = [];
    let bytes = 0;
    let cursor = after;
    for (const row of sql.since.iterate(scope, after)) {
      const { number, packed } = row as unknown as RecordRow;
      bytes += packed.length;
      if (records.length > 0 && bytes > maxBytes) return { records, cursor, more: true };
      records.push(stateOf(packed));
      cursor = number;
    }
    return { records, cursor, more: false };
  };

  // Asynchronous, so that what the database throws is a rejection, as the port's callers expect.
  return {
    epoch: async () => String(sql.epoch.get()?.['value']),
    append: async (scope, deltas, by) => append(scope, deltas, by),
    since: async (scope, after, maxBytes) => since(scope, after, maxBytes),
    heads: async (scopes) => new Map(scopes.map((scope) => [scope, headOf(scope)])),
    read: async (scope, noun, id) => {
      const row = rowOf(scope, noun, id);
      return row && stateOf(row.packed);
    },
    photosOf: async (scope, sha256) =>
      (sql.naming.all(scope, sha256) as { id: string; packed: string }[]).flatMap(({ id, packed }) =>
        fileOf(stateOf(packed)) === sha256 ? [id] : [],
      ),
    history: async (scope, noun, id) =>
      (sql.history.all(scope, noun, id) as unknown as HistoryRow[]).map((row) => ({
        ...row,
        delta: stateOf(row.delta),
      })),
  };
}
