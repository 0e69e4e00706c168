import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDatabaseProblem, openDatabase, transaction } from '#server/database.ts';
import { migrations } from '#server/journal/migrations/list.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-database-'));
  path = join(folder, 'baraza.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(steps = migrations) {
  const opened = openDatabase(path, steps);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
const pragma = (db: ReturnType<typeof open>, name: string) =>
  Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0];

describe('the database', () => {
  it('writes ahead and waits for the disk', () => {
    const db = open();
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    db.close();
  });

  it('is brought to this version step by step, each step once', () => {
    const first = open(migrations.slice(0, 1));
    first.prepare(`insert into heads values ('session:s1', 7)`).run();
    first.close();
    const more = [...migrations, { number: 99, sql: 'create table later (id integer)' }];
    open(more).close();
    const again = open(more);
    expect(pragma(again, 'user_version')).toBe(99);
    expect(again.prepare('select head from heads').get()).toMatchObject({ head: 7 });
    again.close();
  });

  it('keeps what it had when a step fails', () => {
    open().close();
    const broken = openDatabase(path, [
      ...migrations,
      { number: 99, sql: 'create table later (id integer); nonsense' },
    ]);
    expect(broken.ok).toBe(false);
    const db = open();
    expect(db.prepare(`select 1 from sqlite_schema where name = 'later'`).get()).toBeUndefined();
    db.close();
  });

  it('has steps numbered upwards', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1));
  });

  it('of a newer version is left alone', () => {
    open([...migrations, { number: 99, sql: 'create table later (id integer)' }]).close();
    expect(openDatabase(path)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/newer version of Baraza \(99/),
    });
  });

  it('that is no database is named in a sentence with the way out', () => {
    writeFileSync(path, 'a shopping list, longer than the header of a database would be');
    expect(openDatabase(path)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/baraza\.db cannot be opened .* DATA_DIR/),
    });
  });

  it('in a folder that cannot be made is named in a sentence with the way out', () => {
    writeFileSync(join(folder, 'file'), '');
    const opened = openSqliteStore(join(folder, 'file', 'data'), countingRandom());
    expect(opened).toMatchObject({
      ok: false,
      error: expect.stringMatching(/cannot be made \(ENOTDIR\)\. Choose another with DATA_DIR/),
    });
  });

  it('whose epoch cannot be written beside it is named in a sentence with the way out', () => {
    mkdirSync(join(folder, 'epoch.new'));
    expect(openSqliteStore(folder, countingRandom())).toMatchObject({
      ok: false,
      error: expect.stringMatching(/cannot be written to .* DATA_DIR/),
    });
  });
});

describe('a transaction', () => {
  it('is undone by what is thrown in it, and the next one works', () => {
    const db = open();
    expect(() =>
      transaction(db, () => {
        db.prepare(`insert into heads values ('session:s1', 1)`).run();
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(db.prepare('select * from heads').all()).toEqual([]);
    transaction(db, () => db.prepare(`insert into heads values ('session:s1', 1)`).run());
    expect(db.prepare('select * from heads').all()).toHaveLength(1);
    db.close();
  });

  it('tells a trouble of the database from a bug', () => {
    const db = open();
    let problem: unknown;
    try {
      db.exec('pragma max_page_count = 1; create table large as select randomblob(100000)');
    } catch (thrown) {
      problem = thrown;
    }
    expect(isDatabaseProblem(problem)).toBe(true);
    expect(isDatabaseProblem(new TypeError('a bug'))).toBe(false);
    db.close();
  });
});
