/**
 * Makes a backup of the database in a data folder, also while a server writes to it: SQLite copies one moment of
 * it. The file appears under its name only when it has been read back and checked.
 */
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import { type BackupContent, checkBackup, type Counts, countsOf, digestOf } from './check-backup.ts';
import { keepOnDisk } from './keep-on-disk.ts';

export interface BackupAsk {
  readonly dataDir: string;
  /** The file to make, or a folder that gets one named after the time. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The version of Baraza. */
  readonly app: string;
}
export interface BackupMade extends BackupContent {
  readonly file: string;
  readonly bytes: number;
}

/** All pages in one step: one that another process writes between two steps would start it anew. */
const everyPage = 0x7f_ff_ff_ff;
/** How long another process may hold the database. */
const busyTimeoutMs = 10_000;

/** The error is a sentence for a person; then there is no new file. */
export async function backUp({ dataDir, to, now, app }: BackupAsk): Promise<Result<BackupMade, string>> {
  const source = join(dataDir, 'baraza.db');
  if (!existsSync(source)) return err(`There is no database in ${dataDir}. DATA_DIR says where the server keeps it.`);
  const at = new Date(now).toISOString();
  const file = isFolder(to) ? join(to, `baraza-${at.slice(0, 19).replaceAll(':', '')}.db`) : to;
  if (existsSync(file)) return err(`${file} is there already, and is left as it is. Choose another name.`);
  const half = `${file}.part`;
  try {
    const before = await copy(source, half);
    seal(half, at, app);
    const checked = checkBackup(half);
    if (!checked.ok) return checked;
    if (!holdsAll(checked.value.counts, before)) return err(`The backup lacks records of ${source}. Try again.`);
    keepOnDisk(half);
    renameSync(half, file);
    keepOnDisk(dirname(file));
    return ok({ ...checked.value, file, bytes: statSync(file).size });
  } catch (problem) {
    return err(
      `The backup ${file} could not be made (${(problem as Error).message}). Check the folder, its permissions and the free space.`,
    );
  } finally {
    for (const rest of [half, `${half}-journal`]) rmSync(rest, { force: true });
  }
}

/** Copies one moment of the database, and answers what it held just before. */
async function copy(source: string, half: string): Promise<Counts> {
  rmSync(half, { force: true });
  // What is made here holds everybody's names: it is for its owner alone from its first byte.
  closeSync(openSync(half, 'wx', 0o600));
  const db = new DatabaseSync(source, { timeout: busyTimeoutMs });
  try {
    const before = countsOf(db);
    await backup(db, half, { rate: everyPage });
    return before;
  } finally {
    db.close();
  }
}

/** Makes one file of it, without a write-ahead log, and writes into it what it holds. */
function seal(half: string, at: string, app: string): void {
  const db = new DatabaseSync(half);
  try {
    db.exec('pragma journal_mode = delete; pragma synchronous = full');
    const content: BackupContent = { at, app, counts: countsOf(db), digest: digestOf(db) };
    db.prepare(`insert into meta values ('backup', ?) on conflict do update set value = excluded.value`).run(
      JSON.stringify(content),
    );
  } finally {
    db.close();
  }
}

/** Records and scopes are never removed, so what was there before is there in a copy made later. */
const holdsAll = (counts: Counts, before: Counts): boolean =>
  counts.records >= before.records && counts.scopes >= before.scopes && counts.devices >= before.devices;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
