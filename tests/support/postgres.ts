/** Databases for the tests of PostgreSQL, each empty and a test's own, and stores on them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { openPostgresStore } from '#server/postgres-store.ts';
import type { Postgres } from '#server/postgres.ts';
import type { Random } from '#server/secrets.ts';
import type { Store } from '#server/store.ts';
import { countingRandom } from './app-in-memory.ts';
import { addressOf, command, poolOn, withDatabase } from './postgres-url.ts';

const provided = inject('postgres');
let server: Postgres | undefined;
afterAll(() => server?.close());

/** As `describe`; where there is no PostgreSQL, one skipped test whose title says why. */
export function describePostgres(name: string, body: () => void): void {
  const why = 'missing' in provided ? `: ${provided.missing}` : '';
  const run = why === '' ? describe : describe.skip;
  run(`${name}${why}`, () => body());
}

export interface TestDatabase {
  readonly url: string;
  /** A connection of the test's own, ended by `drop`. */
  readonly db: Postgres;
  /** Ends whoever is connected to it. */
  drop(): Promise<void>;
}

let made = 0;

/** Brought to this version already, or with nothing in it at all. */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  if ('missing' in provided) throw new Error(provided.missing);
  server ??= poolOn(provided.url);
  const name = `baraza_test_${process.pid}_${(made += 1)}`;
  await command(server, `create database ${name} template ${empty ? 'template0' : provided.template}`);
  const url = withDatabase(provided.url, name);
  const db = poolOn(url);
  return {
    url,
    db,
    drop: async () => {
      await db.close();
      if (server) await command(server, `drop database ${name} with (force)`);
    },
  };
}

export interface TestStore extends Store {
  readonly dataDir: string;
  readonly logged: readonly string[];
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

/** A store as a process opens it, in a folder of its own unless one is named. */
export async function testStore(
  url: string,
  { random = countingRandom(`${made} ${Math.random()}`), dataDir }: { random?: Random; dataDir?: string } = {},
): Promise<TestStore> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'baraza-store-'));
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const opened = await openPostgresStore({ address: addressOf(url), dataDir: folder, random, log });
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  return {
    ...store,
    dataDir: folder,
    logged,
    remove: async () => {
      await store.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
