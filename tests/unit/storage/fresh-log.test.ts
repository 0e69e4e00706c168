import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { beginFreshLog, passingName } from '#storage/fresh-log.ts';
import { testDevice } from '#tests/support/replicas.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('a fresh log leaves the databases as they were, also after a start that was cut off', async () => {
  const { replica } = await testDevice();
  const before = await names();
  expect(before).toContain(replica.db.name);
  await leave(passingName);
  vi.stubGlobal('navigator', { userAgentData: {} });
  await beginFreshLog();
  expect(await names()).toEqual(before);
});

it('a browser that does not say that it is of Chromium’s kind is left alone', async () => {
  await leave(passingName);
  vi.stubGlobal('navigator', {});
  await beginFreshLog();
  expect(await names()).toContain(passingName);
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
