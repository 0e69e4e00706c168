/** What was erased is in no byte of the server's folder: not in pages that SQLite no longer uses, nor in its log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordState } from '#replication/cell.ts';
import { openDatabase } from '#server/database.ts';
import { rewriting } from '#server/rewriting.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { erasedRecord, sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const by = { device: 'tablet', at: 5000 };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-erased-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => {
  const opened = openSqliteStore(folder, countingRandom());
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};
const isIn = (needle: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .some((path) => readFileSync(path).includes(needle));

const secret = (at: number) => `Secret-${at}-end`;
const fieldErased = (id: string): RecordState => ({
  ...erasedRecord(id),
  erased: false,
  cells: { text: { kind: 'erased' } },
});

/** Enough records of many lengths, written over, that SQLite moves rows from page to page. */
async function fill(journal: ReturnType<typeof open>['journal'], count: number) {
  for (let round = 0; round < 3; round += 1) {
    const records = Array.from({ length: count }, (_, at) => {
      const order = (at * 7919) % count;
      const text = `${secret(order)} ${'x'.repeat(((order + round) * 131) % 2500)}`;
      return sampleRecord(`r${order}`, { text, kind: 'idea' }, { atMs: 1000 + round });
    });
    await journal.append(sampleScope, records, by);
  }
}

it('[ER6] a record and a field that were erased are nowhere in the files of a server that was stopped', async () => {
  const store = open();
  await fill(store.journal, 400);
  const gone = Array.from({ length: 120 }, (_, at) => at * 3);
  await store.journal.append(
    sampleScope,
    gone.map((at) => (at % 2 === 0 ? erasedRecord(`r${at}`) : fieldErased(`r${at}`))),
    by,
  );
  expect(isIn(secret(1))).toBe(true);
  await store.close();
  expect(isIn(secret(1))).toBe(true);
  expect(gone.filter((at) => isIn(secret(at)))).toEqual([]);
});

it('[ER6] they go from a server that runs on, a while after; and one that was cut off does it when it is opened again', async () => {
  const path = join(folder, 'baraza.db');
  const store = open();
  await fill(store.journal, 200);
  await store.journal.append(sampleScope, [erasedRecord('r5'), fieldErased('r6')], by);
  // As the timer of a server does that runs, or was killed and is started again: it is still known to be due.
  const again = openDatabase(path);
  if (!again.ok) throw new Error(again.error);
  expect(rewriting(again.value).now()).toBe(true);
  again.value.close();
  expect([secret(5), secret(6)].filter(isIn)).toEqual([]);
  expect(isIn(secret(7))).toBe(true);
  expect(await store.journal.history(sampleScope, 'capture', 'r6')).toHaveLength(1);
  await store.close();
});
