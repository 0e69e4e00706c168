/**
 * What a backup holds, and whether it is whole. A backup is an SQLite database with one row more than the server's
 * own: what it held when it was made, and a digest of all of it. SQLite's own check sees broken pages; it does not
 * see a cut last page or a flipped bit inside a text.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { migrations } from '#server/journal/migrations/list.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const countsSchema = v.object({ records: whole, changes: whole, scopes: whole, devices: whole });
export type Counts = v.InferOutput<typeof countsSchema>;

const contentSchema = v.object({
  /** When it was made, in ISO 8601. */
  at: v.string(),
  /** The version of Baraza that made it. */
  app: v.string(),
  counts: countsSchema,
  digest: v.string(),
  /** Files that the database names and the server did not have when it was made. */
  lackingFiles: v.optional(v.array(v.string()), []),
});
export type BackupContent = v.InferOutput<typeof contentSchema>;

/** Checks a file without writing to it or beside it. The error is a sentence that names what is wrong with it. */
export function checkBackup(file: string): Result<BackupContent, string> {
  const header = readHeader(file);
  if (!header.ok) return header;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    return checkOpened(db, file);
  } catch (problem) {
    return err(`${file} is damaged (${(problem as Error).message}). Use another backup.`);
  } finally {
    db?.close();
  }
}

/** What a database holds; one of an older version may lack tables. */
export function countsOf(db: DatabaseSync): Counts {
  const known = new Set(tablesOf(db));
  const count = (table: string) =>
    known.has(table) ? Number(db.prepare(`select count(*) as found from ${table}`).get()?.['found']) : 0;
  return { records: count('records'), changes: count('history'), scopes: count('heads'), devices: count('devices') };
}

/** SHA-256 over every row of every table but the row that holds it. */
export function digestOf(db: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const name of tablesOf(db)) {
    hash.update(`${name}\n`);
    const but = name === 'meta' ? ` where key <> 'backup'` : '';
    for (const row of db.prepare(`select * from "${name}"${but}`).iterate()) {
      hash.update(`${JSON.stringify(Object.values(row))}\n`);
    }
  }
  return hash.digest('base64url');
}

const tablesOf = (db: DatabaseSync): string[] =>
  db
    .prepare(`select name from sqlite_schema where type = 'table' order by name`)
    .all()
    .map(({ name }) => String(name));

/** What SQLite itself finds wrong; undefined where nothing is. */
export function faultOf(db: DatabaseSync): string | undefined {
  const found = String(db.prepare('pragma integrity_check(1)').get()?.['integrity_check']);
  return found === 'ok' ? undefined : found;
}

const magic = 'SQLite format 3\0';

/** The head of the file says how long it is: what was cut is seen before anything is opened. */
function readHeader(file: string): Result<undefined, string> {
  const head = Buffer.alloc(100);
  let size: number;
  try {
    size = statSync(file).size;
    const opened = openSync(file, 'r');
    try {
      readSync(opened, head, 0, head.length, 0);
    } finally {
      closeSync(opened);
    }
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return err(
      `${file} cannot be read (${code ?? (problem as Error).message}). Check its path, owner and permissions.`,
    );
  }
  if (head.toString('latin1', 0, 16) !== magic) return err(`${file} is no backup of Baraza: it is no SQLite database.`);
  // A backup has no write-ahead log, and opening a database that has one would write beside it.
  if (head[18] !== 1) return err(notABackup(file));
  const pageSize = head.readUInt16BE(16);
  const expected = (pageSize === 1 ? 65_536 : pageSize) * head.readUInt32BE(28);
  if (size === expected) return ok(undefined);
  return err(`${file} is not whole: it has ${size} bytes of ${expected}. Copy it again or use another backup.`);
}

const notABackup = (file: string): string =>
  `${file} was not made by npm run backup, so nothing says whether it is whole. A database of Baraza that was copied by hand goes into the data folder by hand, as baraza.db, while the server is stopped.`;

function checkOpened(db: DatabaseSync, file: string): Result<BackupContent, string> {
  if (db.prepare(`select 1 from sqlite_schema where name = 'meta'`).get() === undefined) {
    return err(`${file} is no backup of Baraza: it is another program's database.`);
  }
  const known = migrations.at(-1)?.number ?? 0;
  const found = Number(db.prepare('pragma user_version').get()?.['user_version']);
  if (found > known) {
    return err(
      `${file} was written by a newer version of Baraza (${found}; this one knows ${known}). Install that version first.`,
    );
  }
  const row = db.prepare(`select value from meta where key = 'backup'`).get();
  const content = v.safeParse(contentSchema, row && parse(String(row['value'])));
  if (!content.success) return err(notABackup(file));
  const fault = faultOf(db);
  if (fault !== undefined) return err(`${file} is damaged (${fault}). Use another backup.`);
  const same = digestOf(db) === content.output.digest;
  return same ? ok(content.output) : err(`${file} is damaged: its content is not what was saved. Use another backup.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
