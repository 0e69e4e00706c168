/**
 * Makes a backup of a data folder, also while a server writes to it: SQLite copies one moment of the database; then the
 * files it names go into a folder beside. The backup appears under its name only when it has been read back and checked.
 */
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import { type BackupContent, checkBackup, type Counts, countsOf, digestOf } from './check-backup.ts';
import { type CopiedFiles, copyFiles, filesBeside, filesNamedIn, filesOfBackupBefore } from './copy-files.ts';
import { keepOnDisk } from './keep-on-disk.ts';

export interface BackupAsk {
  readonly dataDir: string;
  /** The database file to make, or a folder that gets one named after the time. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The version of Baraza. */
  readonly app: string;
}
export interface BackupMade extends BackupContent {
  readonly file: string;
  /** Of the database. */
  readonly bytes: number;
  /** How many files are in the folder beside. */
  readonly files: number;
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
  const files = filesBeside(file);
  for (const made of [file, files]) {
    if (existsSync(made)) return err(`${made} is there already, and is left as it is. Choose another name.`);
  }
  const [half, halfOfFiles] = [`${file}.part`, `${files}.part`];
  try {
    const before = await copy(source, half);
    const brought = seal(half, at, app, (names) =>
      copyFiles(names, halfOfFiles, { linkFrom: filesOfBackupBefore(file), from: [join(dataDir, 'files')] }),
    );
    const checked = checkBackup(half);
    if (!checked.ok) return checked;
    if (!holdsAll(checked.value.counts, before)) return err(`The backup lacks records of ${source}. Try again.`);
    keepOnDisk(half);
    if (brought.copied.length > 0) renameSync(halfOfFiles, files);
    renameSync(half, file);
    keepOnDisk(dirname(file));
    return ok({ ...checked.value, file, bytes: statSync(file).size, files: brought.copied.length });
  } catch (problem) {
    return err(
      `The backup ${file} could not be made (${(problem as Error).message}). Check the folder, its permissions and the free space.`,
    );
  } finally {
    for (const rest of [half, `${half}-journal`, halfOfFiles]) rmSync(rest, { recursive: true, force: true });
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

/** Makes one file of it, without a write-ahead log, brings the files it names, and writes into it what it holds. */
function seal(
  half: string,
  at: string,
  app: string,
  bringFiles: (names: readonly string[]) => CopiedFiles,
): CopiedFiles {
  const db = new DatabaseSync(half);
  try {
    db.exec('pragma journal_mode = delete; pragma synchronous = full');
    const brought = bringFiles(filesNamedIn(db));
    const held = { counts: countsOf(db), digest: digestOf(db), lackingFiles: [...brought.lacking] };
    const content: BackupContent = { at, app, ...held };
    db.prepare(`insert into meta values ('backup', ?) on conflict do update set value = excluded.value`).run(
      JSON.stringify(content),
    );
    return brought;
  } finally {
    db.close();
  }
}

/** Records and scopes are never removed, so what was there before is there in a copy made later. */
const holdsAll = (counts: Counts, before: Counts): boolean =>
  counts.records >= before.records && counts.scopes >= before.scopes && counts.devices >= before.devices;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
