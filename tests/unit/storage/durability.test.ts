import { expect, it, vi } from 'vitest';
import { capture, exchange, join, sessionScope, testDevice, testServer } from '#tests/support/replicas.ts';

it('what is written here and what the server confirms waits for the disk; a page that can be fetched again does not', async () => {
  // Before a database is opened: what begins its transactions is taken from it then.
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const [writer, reader, server] = [await testDevice(), await testDevice(), testServer()];
  await join(writer, server);
  await join(reader, server);
  const durabilities = async (work: () => Promise<unknown>) => {
    begun.mockClear();
    await work();
    return begun.mock.calls.flatMap(([, mode, options]) => (mode === 'readwrite' ? [options?.durability] : []));
  };
  expect(await durabilities(() => capture(writer, 'c1', 'Written here'))).toEqual(['strict']);
  // The receipt, and then how far the scope is known.
  expect(await durabilities(() => exchange(writer, server))).toEqual(['strict', 'relaxed']);
  // What the reader is told of the server, and then its page.
  expect(await durabilities(() => exchange(reader, server))).toEqual(['strict']);
  expect(await durabilities(() => exchange(reader, server))).toEqual(['strict', 'relaxed']);
  expect((await reader.replica.db.scopes.get(sessionScope))?.complete).toBe(true);
  expect(await durabilities(() => capture(reader, 'c1', 'Written over it'))).toEqual(['strict']);
});
