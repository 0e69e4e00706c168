import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { beginFreshLog, passingName } from '#storage/fresh-log.ts';
import { testDevice } from '#tests/support/replicas.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('a fresh log leaves the databases as they were, also after a start that was cut off', async () => {
  const { replica } = await testDevice();
  const before = await names();
  expect(before).toContain(replica.db.name);
  await leave(passingName);
  await beginFreshLog();
  expect(await names()).toEqual(before);
});

/** A database that was made and, since its browser was killed, not deleted. */
const leave = (name: string) =>
  new Promise<void>((resolve) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
