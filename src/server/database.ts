/**
 * The SQLite database: opened durably, brought up to this version, used by one transaction at a time.
 *
 * Write-ahead log with synchronous=FULL: a commit has reached the disk before its promise resolves. What is deleted or
 * replaced is overwritten (`secure_delete`); see rewriting.ts for what that leaves.
 */
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import { type Migration, migrations } from './journal/migrations/list.ts';

/** How long a writer waits for another process that holds the database. */
const busyTimeoutMs = 5_000;

/** Opens a database file, or `:memory:`. The error is a sentence for the person who started the server. */
export function openDatabase(path: string, steps = migrations): Result<DatabaseSync, string> {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: busyTimeoutMs });
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
    );
    const known = steps.at(-1)?.number ?? 0;
    const found = versionOf(db);
    if (found <= known) {
      migrate(db, steps);
      return ok(db);
    }
    db.close();
    return err(
      `The database ${path} was written by a newer version of Baraza (${found}; this one knows ${known}). Install that version again.`,
    );
  } catch (problem) {
    if (db?.isOpen === true) db.close();
    return err(
      `The database ${path} cannot be opened (${reasonOf(problem)}). Check the folder's owner, permissions and free space, or choose another with DATA_DIR.`,
    );
  }
}

/** Runs `work` in one transaction that holds the write lock from its start. What it throws rolls it back. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate');
  try {
    const value = work();
    db.exec('commit');
    return value;
  } catch (problem) {
    // A full disk may have ended the transaction already.
    if (db.isTransaction) db.exec('rollback');
    throw problem;
  }
}

/** Whether something thrown came from the database (a full disk, a lock), not from a bug of ours. */
export const isDatabaseProblem = (problem: unknown): boolean =>
  problem instanceof Error && (problem as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';

function migrate(db: DatabaseSync, steps: readonly Migration[]): void {
  if (steps.every(({ number }) => number <= versionOf(db))) return;
  transaction(db, () => {
    // Read again: another process may have come first.
    const from = versionOf(db);
    for (const { number, sql } of steps) {
      if (number > from) db.exec(`${sql}; pragma user_version = ${number}`);
    }
  });
}

const versionOf = (db: DatabaseSync): number => Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0);

const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
