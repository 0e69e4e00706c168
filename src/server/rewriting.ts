/**
 * Writes an SQLite database anew after something was erased. Erasing overwrites a record in its place
 * (`secure_delete`), but SQLite leaves copies behind in pages that it moved records out of before; only a database
 * that is written anew has none of them. Until that is done it stays due, over restarts too.
 */
import type { DatabaseSync } from 'node:sqlite';

export interface Rewriting {
  /** Something was erased: call it inside the transaction. */
  due(): void;
  /** Does it where it is due. False where it could not be done: another process reads, or the disk has no room. */
  now(): boolean;
  /** Calls it off, having done it where it was due. */
  close(): void;
}

/** Erasures come in bunches: one person and their photos. */
const afterMs = 30_000;
const againAfterMs = 10 * 60_000;

export function rewriting(db: DatabaseSync): Rewriting {
  const mark = db.prepare(`insert into meta values ('rewrite-due', '1') on conflict do nothing`);
  const unmark = db.prepare(`delete from meta where key = 'rewrite-due'`);
  const isDue = db.prepare(`select 1 from meta where key = 'rewrite-due'`);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = () => {
    if (!isDue.get()) return true;
    try {
      db.exec('vacuum');
      unmark.run();
      db.exec('pragma wal_checkpoint(truncate)');
      return true;
    } catch {
      return false;
    }
  };
  const plan = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!now()) plan(againAfterMs);
    }, ms).unref();
  };
  if (isDue.get()) plan(afterMs);

  return {
    due: () => {
      mark.run();
      plan(afterMs);
    },
    now,
    close: () => {
      clearTimeout(timer);
      now();
    },
  };
}
