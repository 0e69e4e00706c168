import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '#server/backup/back-up.ts';
import { checkBackup } from '#server/backup/check-backup.ts';
import { restore } from '#server/backup/restore.ts';
import { openDatabase } from '#server/database.ts';
import { keepEpoch } from '#server/journal/epoch.ts';
import { migrations } from '#server/journal/migrations/list.ts';
import { sqliteJournal } from '#server/journal/sqlite-journal.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const now = Date.UTC(2026, 10, 23, 8, 30, 15);
let folder: string;
let data: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-backup-'));
  data = join(folder, 'data');
  file = join(folder, 'kept.db');
  await write(data, ['a', 'b']);
});
afterEach(() => rmSync(folder, { recursive: true }));

const inside = (path: string) => readdirSync(path).toSorted();
const database = (dataDir: string) => join(dataDir, 'baraza.db');

/** Opens the store's database as the server does, writes records, and closes it. Answers its epoch. */
async function write(dataDir: string, ids: readonly string[]): Promise<string> {
  mkdirSync(dataDir, { recursive: true });
  const db = openDatabase(database(dataDir));
  if (!db.ok) throw new Error(db.error);
  const keeper = keepEpoch(db.value, join(dataDir, 'epoch'), () => `epoch of ${ids.join()}`);
  const journal = sqliteJournal(db.value);
  const records = ids.map((id) => sampleRecord(id, { text: `Line ${id}` }));
  if (records.length > 0) await journal.append(sampleScope, records, { device: 'd', at: now });
  keeper.save();
  const epoch = await journal.epoch();
  db.value.close();
  return epoch;
}
async function idsIn(dataDir: string): Promise<readonly string[]> {
  const db = openDatabase(database(dataDir));
  if (!db.ok) throw new Error(db.error);
  const { records } = await sqliteJournal(db.value).since(sampleScope, 0, 1e9);
  db.value.close();
  return records.map(({ id }) => id);
}
async function backedUp(): Promise<string> {
  const made = await backUp({ dataDir: data, to: file, now, app: '0.1.0' });
  if (!made.ok) throw new Error(made.error);
  return made.value.file;
}
const into = (dataDir: string, replace = false, from = file) =>
  restore({ file: from, dataDir, replace, withoutFiles: false, now, random: countingRandom() });

describe('a backup', () => {
  it('says what it holds, and is one file for its owner alone', async () => {
    const made = await backUp({ dataDir: data, to: file, now, app: '0.1.0' });
    expect(made).toMatchObject({
      ok: true,
      value: {
        file,
        at: '2026-11-23T08:30:15.000Z',
        app: '0.1.0',
        counts: { records: 2, changes: 2, scopes: 1, devices: 0 },
        bytes: statSync(file).size,
      },
    });
    expect(inside(folder)).toEqual(['data', 'kept.db']);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(checkBackup(file).ok).toBe(true);
  });

  it('in a folder is named after its time', async () => {
    mkdirSync(file);
    expect(await backedUp()).toBe(join(file, 'baraza-2026-11-23T083015.db'));
  });

  it('never takes the place of a file that is there', async () => {
    writeFileSync(file, 'mine');
    const again = await backUp({ dataDir: data, to: file, now, app: '0.1.0' });
    expect(again).toMatchObject({ ok: false, error: expect.stringContaining('is there already') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('that cannot be made leaves nothing and says why', async () => {
    const nowhere = await backUp({ dataDir: data, to: join(folder, 'no', 'kept.db'), now, app: '0.1.0' });
    expect(nowhere).toMatchObject({ ok: false, error: expect.stringMatching(/could not be made.*ENOENT/) });
    const nothing = await backUp({ dataDir: join(folder, 'no'), to: file, now, app: '0.1.0' });
    expect(nothing).toMatchObject({ ok: false, error: expect.stringContaining('There is no database') });
    expect(inside(folder)).toEqual(['data']);
  });

  it('leaves the database as it was, and is made while another process has it open', async () => {
    const open = new DatabaseSync(database(data));
    open.exec('begin immediate');
    const before = readFileSync(database(data));
    await backedUp();
    open.exec('rollback');
    open.close();
    expect(readFileSync(database(data)).equals(before)).toBe(true);
    expect(checkBackup(file)).toMatchObject({ value: { counts: { records: 2 } } });
  });
});

describe('restoring', () => {
  it('brings every record into an empty folder, under another epoch', async () => {
    const epoch = await write(data, []);
    await backedUp();
    const elsewhere = join(folder, 'new', 'data');
    expect(into(elsewhere)).toMatchObject({ ok: true, value: { counts: { records: 2 }, keptIn: undefined } });
    expect(inside(elsewhere)).toEqual(['baraza.db', 'epoch']);
    expect(await idsIn(elsewhere)).toEqual(['a', 'b']);
    const restored = await write(elsewhere, []);
    expect(restored).not.toBe(epoch);
    // What the restore drew is vouched for by the file beside it, so that the start keeps it.
    expect(JSON.parse(readFileSync(join(elsewhere, 'epoch'), 'utf8'))).toEqual({ epoch: restored, total: 2 });
  });

  it('refuses a folder that holds a database, and keeps that one beside when told to replace it', async () => {
    await backedUp();
    await write(data, ['c']);
    const before = inside(data);
    expect(into(data)).toMatchObject({ ok: false, error: expect.stringContaining('--replace') });
    expect([inside(data), await idsIn(data)]).toEqual([before, ['a', 'b', 'c']]);
    const kept = join(data, 'replaced-2026-11-23T083015.000Z');
    expect(into(data, true)).toMatchObject({ ok: true, value: { keptIn: kept } });
    expect(await idsIn(data)).toEqual(['a', 'b']);
    expect(await idsIn(kept)).toEqual(['a', 'b', 'c']);
    expect(inside(data)).toEqual(['baraza.db', 'epoch', 'replaced-2026-11-23T083015.000Z']);
  });

  it('refuses while a server has the database open', async () => {
    await backedUp();
    const open = openDatabase(database(data));
    if (!open.ok) throw new Error(open.error);
    const before = readFileSync(database(data));
    expect(into(data, true)).toMatchObject({ ok: false, error: expect.stringContaining('Stop the server') });
    expect(readFileSync(database(data)).equals(before)).toBe(true);
    expect(inside(data)).toEqual(['baraza.db', 'baraza.db-shm', 'baraza.db-wal', 'epoch']);
    open.value.close();
  });

  it('replaces a database that is broken', async () => {
    await backedUp();
    writeFileSync(database(data), 'not a database any more'.repeat(1000));
    expect(into(data, true)).toMatchObject({ ok: true });
    expect(await idsIn(data)).toEqual(['a', 'b']);
  });

  it('brings a backup of an older version up to this one', async () => {
    rmSync(database(data));
    const first = openDatabase(database(data), migrations.slice(0, 1));
    if (!first.ok) throw new Error(first.error);
    const journal = sqliteJournal(first.value);
    await journal.append(sampleScope, [sampleRecord('old', { kind: 'idea' })], { device: 'd', at: now });
    first.value.exec(`insert into meta values ('epoch', 'of then')`);
    first.value.close();
    await backedUp();
    expect(into(join(folder, 'new'))).toMatchObject({ ok: true, value: { counts: { records: 1, devices: 0 } } });
    const db = new DatabaseSync(database(join(folder, 'new')));
    expect(db.prepare('pragma user_version').get()).toEqual({ user_version: migrations.at(-1)?.number });
    db.close();
    expect(await idsIn(join(folder, 'new'))).toEqual(['old']);
  });
});

describe('a file that is no whole backup of this version', () => {
  const changed = (change: (db: DatabaseSync) => void) => {
    const db = new DatabaseSync(file);
    change(db);
    db.close();
  };
  const spoil: Record<string, [() => void, RegExp]> = {
    'is cut by one byte': [() => truncateSync(file, statSync(file).size - 1), /is not whole: it has \d+ bytes of \d+/],
    'is cut to a half': [() => truncateSync(file, statSync(file).size / 2), /is not whole/],
    'is empty': [() => truncateSync(file, 0), /is no SQLite database/],
    'is another kind of file': [() => writeFileSync(file, '{"records": []}'), /is no SQLite database/],
    'is a folder': [() => (rmSync(file), mkdirSync(file)), /cannot be read/],
    'is not there': [() => rmSync(file), /cannot be read \(ENOENT\)/],
    'is another program’s database': [
      () => {
        rmSync(file);
        changed((db) => db.exec('create table notes (text)'));
      },
      /another program's database/,
    ],
    'was copied by hand': [() => copyFileSync(database(data), file), /was not made by npm run backup/],
    'was written by a newer version': [
      () => changed((db) => db.exec('pragma user_version = 999')),
      /newer version of Baraza \(999; this one knows \d+\)/,
    ],
    'has one letter changed': [
      () => {
        const bytes = readFileSync(file);
        bytes.write('Lime', bytes.indexOf('Line a'));
        writeFileSync(file, bytes);
      },
      /its content is not what was saved/,
    ],
    'has a broken page': [
      () => {
        const bytes = readFileSync(file);
        bytes.fill(0x55, bytes.length - 4096);
        writeFileSync(file, bytes);
      },
      /is damaged/,
    ],
  };

  it.each(Object.keys(spoil))('%s: is named in a sentence and changes nothing', async (what) => {
    await backedUp();
    const [break_, sentence] = spoil[what] ?? [() => undefined, /never/];
    break_();
    const before = [inside(folder), inside(data), readFileSync(database(data)).toString('latin1')];
    for (const [dataDir, replace] of [
      [join(folder, 'new'), false],
      [data, true],
    ] as const) {
      const outcome = into(dataDir, replace);
      expect(outcome).toMatchObject({ ok: false, error: expect.stringMatching(sentence) });
    }
    expect([inside(folder), inside(data), readFileSync(database(data)).toString('latin1')]).toEqual(before);
  });
});
