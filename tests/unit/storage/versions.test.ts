import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { failureOf } from '#storage/failure.ts';
import { type Closed, guardVersions } from '#storage/versions.ts';

class Old extends Dexie {
  readonly told: Closed[] = [];
  constructor(name: string) {
    super(name);
    this.version(1).stores({ lines: 'id' });
    guardVersions(this, (why) => this.told.push(why));
  }
}
const newer = (name: string) => {
  const db = new Dexie(name);
  db.version(2).stores({ lines: 'id, kind' });
  return db;
};
const writing = (db: Dexie) => db.table('lines').put({ id: 'a' });
const failing = (work: PromiseLike<unknown>) =>
  work.then(
    () => 'written',
    (error: unknown) => failureOf(error).type,
  );

it('a tab stops writing when a newer version opens its database', async () => {
  const old = new Old('upgraded');
  await writing(old);
  const other = newer('upgraded');
  await other.open();
  expect(old.told).toEqual(['newer-version']);
  expect(await failing(writing(old))).toBe('storage/newer-version');
  expect(await other.table('lines').count()).toBe(1);
});

it('an old version does not write into a database that is newer already', async () => {
  const other = newer('newer-already');
  await other.open();
  other.close();
  const old = new Old('newer-already');
  expect(await failing(writing(old))).toBe('storage/newer-version');
  expect(old.told).toEqual(['newer-version']);
});

it('a tab says so when its database is deleted', async () => {
  const old = new Old('deleted');
  await writing(old);
  await Dexie.delete('deleted');
  expect(old.told).toEqual(['deleted']);
  expect(await failing(writing(old))).not.toBe('written');
});

it('a database of this version opens and opens again', async () => {
  const first = new Old('same');
  await writing(first);
  first.close();
  const second = new Old('same');
  expect(await failing(writing(second))).toBe('written');
  expect(second.told).toEqual([]);
});
