/**
 * Puts a backup into a data folder. The new database is copied beside, checked, brought up to this version and given
 * a new epoch, and its files are copied and checked, before anything of the folder changes. The database that it
 * replaces is kept in the folder under another name; files stay, as each is named by what is in it.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import { openDatabase } from '#server/database.ts';
import { filePlace } from '#server/files/file-place.ts';
import { keepEpoch } from '#server/journal/epoch.ts';
import { drawName, type Random } from '#server/secrets.ts';
import { type BackupContent, checkBackup } from './check-backup.ts';
import { type CopiedFiles, copyFiles, filesBeside, filesNamedIn } from './copy-files.ts';
import { keepOnDisk } from './keep-on-disk.ts';

export interface RestoreAsk {
  readonly file: string;
  readonly dataDir: string;
  /** Whether a folder that holds a database may get another; its own is kept beside. */
  readonly replace: boolean;
  /** Whether it is restored although files are not beside it that it had when it was made. */
  readonly withoutFiles: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: Random;
}
export interface Restored extends BackupContent {
  /** Where the database is that was there before. */
  readonly keptIn: string | undefined;
  readonly files: CopiedFiles;
}

const databaseFiles = ['baraza.db', 'baraza.db-wal', 'baraza.db-shm', 'epoch'] as const;

/** The error is a sentence for a person; then the folder is as it was. */
export function restore(ask: RestoreAsk): Result<Restored, string> {
  const { file, dataDir, replace } = ask;
  const checked = checkBackup(file);
  if (!checked.ok) return checked;
  const held = databaseFiles.filter((name) => existsSync(join(dataDir, name)));
  if (held.length > 0 && !replace) {
    return err(
      `${dataDir} holds a database already, and is left as it is. Choose an empty folder with DATA_DIR, or say --replace: the present one is then kept in the folder under another name.`,
    );
  }
  let made: string | undefined;
  try {
    made = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const outcome = replaceWith(ask, checked.value.lackingFiles);
    if (!outcome.ok && made !== undefined) rmSync(made, { recursive: true });
    return outcome.ok ? ok({ ...checked.value, ...outcome.value }) : outcome;
  } catch (problem) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    return err(
      `${file} could not be restored into ${dataDir} (${(problem as Error).message}). Check the folder, its permissions and the free space.`,
    );
  }
}

/** `lackingFiles`: those that were not there when the backup was made. */
function replaceWith(
  { file, dataDir, withoutFiles, now, random }: RestoreAsk,
  lackingFiles: readonly string[],
): Result<Pick<Restored, 'keptIn' | 'files'>, string> {
  const beside = mkdtempSync(join(dataDir, 'restoring-'));
  try {
    const prepared = prepare(file, beside, random);
    if (!prepared.ok) return prepared;
    const folders = [filesBeside(file), join(dataDir, 'files')];
    const files = copyFiles(prepared.value, join(beside, 'files'), { from: folders });
    const lost = files.lacking.filter((name) => !lackingFiles.includes(name));
    if (lost.length > 0 && !withoutFiles) {
      return err(
        `${filesBeside(file)} lacks ${lost.length} of ${prepared.value.length} files, or they are damaged. Put the folder beside ${basename(file)} as it was made. Or say --without-files: then devices that still have the photos send them again.`,
      );
    }
    const atRest = bringToRest(join(dataDir, 'baraza.db'));
    if (!atRest.ok) return atRest;
    const keptIn = keepBeside(dataDir, now);
    moveFiles(files.copied, join(beside, 'files'), join(dataDir, 'files'));
    // A cut between the two leaves an epoch that is not the database's, which the next start notices and renews.
    for (const name of ['baraza.db', 'epoch']) renameSync(join(beside, name), join(dataDir, name));
    keepOnDisk(dataDir);
    return ok({ keptIn, files });
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function moveFiles(names: readonly string[], from: string, to: string): void {
  for (const name of names) {
    mkdirSync(dirname(filePlace(to, name)), { recursive: true, mode: 0o700 });
    renameSync(filePlace(from, name), filePlace(to, name));
  }
  for (const folder of existsSync(to) ? readdirSync(to) : []) keepOnDisk(join(to, folder));
}

/** The copy is what is checked, so that what was checked is what is used. Answers the files it names. */
function prepare(file: string, beside: string, random: Random): Result<readonly string[], string> {
  const copy = join(beside, 'baraza.db');
  copyFileSync(file, copy);
  const checked = checkBackup(copy);
  if (!checked.ok) return err(`${basename(file)} could not be copied whole. ${checked.error}`);
  const opened = openDatabase(copy);
  if (!opened.ok) return opened;
  const db = opened.value;
  // Uploads that were on their way are begun anew: their pieces are not in the backup.
  db.exec(`delete from meta where key = 'backup'; delete from uploads`);
  const files = filesNamedIn(db);
  // Nothing vouches for it yet, so it is given a new epoch: devices compare all they have and send what is missing.
  keepEpoch(db, join(beside, 'epoch'), () => drawName(random));
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  keepOnDisk(copy);
  return ok(files);
}

/** SQLite's codes: another process uses it; it is damaged; it is none. */
const [busy, damaged, notADatabase] = [5, 11, 26];

/** Brings the present database's log into it. Refused while a server uses it. */
function bringToRest(database: string): Result<undefined, string> {
  if (!existsSync(database)) return ok(undefined);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(database, { timeout: 1_000 });
    // Only a database that nobody else has open leaves the write-ahead log.
    db.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
    return ok(undefined);
  } catch (problem) {
    const code = (problem as { readonly errcode?: number }).errcode ?? 0;
    // A broken one is the reason for many a restore: it is kept beside as it is.
    if ((code & 0xff) === damaged || (code & 0xff) === notADatabase) return ok(undefined);
    if ((code & 0xff) !== busy) throw problem;
    return err(`A server uses ${database}, which is left as it is. Stop the server, then restore.`);
  } finally {
    db?.close();
  }
}

/** The database stays in place under its second name until the new one takes the first. */
function keepBeside(dataDir: string, now: number): string | undefined {
  const held = databaseFiles.filter((name) => existsSync(join(dataDir, name)));
  if (held.length === 0) return undefined;
  const keptIn = join(dataDir, `replaced-${new Date(now).toISOString().replaceAll(':', '')}`);
  mkdirSync(keptIn, { mode: 0o700 });
  for (const name of held) {
    const [from, to] = [join(dataDir, name), join(keptIn, name)];
    // A log that stays would be taken for the new database's.
    if (name === 'baraza.db') secondName(from, to);
    else renameSync(from, to);
  }
  return keptIn;
}

function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Not every file system has links.
    copyFileSync(from, to);
  }
}
