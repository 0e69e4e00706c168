/**
 * What the database alone takes of a herd: every statement that the requests make, with its values and in its transaction,
 * run once by the server's own code on one copy of the database and then, timed, by nothing but the driver on another.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Scope } from '#domain/scope.ts';
import type { Sender } from '#replication/journal.ts';
import { openDatabase } from '#server/database.ts';
import { sqliteJournal } from '#server/journal/sqlite-journal.ts';
import { noRateLimits } from '#server/rate-limits.ts';
import { sqliteDevices } from '#server/sqlite-devices.ts';
import type { Store } from '#server/store.ts';
import { appInMemory, countingRandom } from '#tests/support/app-in-memory.ts';
import type { Tablet } from './joined.ts';
import { pushAll, storeAround } from './raw.ts';

/** One statement: `rows` is how many were read of it where it was walked through and left. */
interface Ran {
  readonly sql: string;
  readonly how: 'run' | 'get' | 'all' | 'iterate' | 'exec';
  readonly values: readonly SQLInputValue[];
  rows: number;
}

/** Milliseconds that the statements of all pushes take. `dataDir` holds the database as it is before the herd. */
export async function rawSqliteMs(dataDir: string, tablets: readonly Tablet[]): Promise<number> {
  const copies = [`${dataDir}-recorded`, `${dataDir}-raw`] as const;
  for (const copy of copies) cpSync(dataDir, copy, { recursive: true });
  const [recorded, raw] = copies.map((copy) => opened(join(copy, 'baraza.db'))) as [DatabaseSync, DatabaseSync];
  let ran: Ran[] = [];
  const app = appInMemory({ store: storeOn(recording(recorded, (one) => ran.push(one))), limits: noRateLimits });
  app.clock.now = Date.now();
  const statements = new Map<string, StatementSync>();
  let ms = 0;
  await pushAll(app, tablets, 1, () => {
    const from = performance.now();
    for (const one of ran) again(raw, statements, one);
    ms += performance.now() - from;
    ran = [];
    return Promise.resolve();
  });
  recorded.close();
  raw.close();
  for (const copy of copies) rmSync(copy, { recursive: true });
  return ms;
}

function again(db: DatabaseSync, statements: Map<string, StatementSync>, { sql, how, values, rows }: Ran): void {
  if (how === 'exec') return db.exec(sql);
  const statement = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, statement);
  if (how !== 'iterate') return void statement[how](...values);
  let left = rows;
  for (const _ of statement.iterate(...values)) if ((left -= 1) <= 0) break;
}

/** A database that tells each statement before it is run. */
function recording(db: DatabaseSync, tell: (one: Ran) => void): DatabaseSync {
  const prepared = (sql: string): StatementSync => {
    const statement = db.prepare(sql);
    const told =
      (how: 'run' | 'get' | 'all') =>
      (...values: SQLInputValue[]) => {
        tell({ sql, how, values, rows: 0 });
        return statement[how](...values);
      };
    return {
      run: told('run'),
      get: told('get'),
      all: told('all'),
      *iterate(...values: SQLInputValue[]) {
        const one: Ran = { sql, how: 'iterate', values, rows: 0 };
        tell(one);
        for (const row of statement.iterate(...values)) {
          one.rows += 1;
          yield row;
        }
      },
    } as unknown as StatementSync;
  };
  const exec = (sql: string) => {
    tell({ sql, how: 'exec', values: [], rows: 0 });
    db.exec(sql);
  };
  return new Proxy(db, {
    get: (of, name) => {
      if (name === 'prepare') return prepared;
      if (name === 'exec') return exec;
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

function storeOn(db: DatabaseSync): Store {
  const devices = sqliteDevices(db, countingRandom());
  const onFounded = (scope: Scope, by: Sender) => devices.foundNow(by.device, scope);
  return storeAround({ database: 'SQLite', journal: sqliteJournal(db, { onFounded }), devices });
}

function opened(path: string): DatabaseSync {
  const db = openDatabase(path);
  if (!db.ok) throw new Error(db.error);
  return db.value;
}
