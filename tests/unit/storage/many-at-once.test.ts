/** Marks, rows and pages that are read and written by stretches, and not one by one. */
// First, because it brings the database that the others are opened on.
import {
  capture,
  contents,
  exchangeAll,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { expect, it } from 'vitest';
import { importRecords } from '#storage/import.ts';
import { packedOfRow } from '#storage/row.ts';

const joinedDevice = async () => {
  const [device, server] = [await testDevice(), testServer()];
  await join(device, server);
  return { device, server };
};

it('[RC2] a receipt clears no mark of a record that was written between those of the request meanwhile', async () => {
  const { device, server } = await joinedDevice();
  for (const id of ['c1', 'c3']) await capture(device, id, 'as sent');
  const push = await device.store.nextPush(1e6);
  await capture(device, 'c2', 'between');
  await device.store.receive(push, await server.answer(push), 1);
  expect((await marks(device)).map(({ id }) => id)).toEqual(['c2']);
});

it('[RC2] receipts clear the marks of many, and keep that of the one among them that was edited', async () => {
  const { device, server } = await joinedDevice();
  for (let line = 0; line < 60; line += 1) await capture(device, `c${line}`, 'as sent');
  const push = await device.store.nextPush(1e6);
  await capture(device, 'c30', 'as edited');
  expect((await device.store.receive(push, await server.answer(push), 1)).cleared).toBe(59);
  expect((await marks(device)).map(({ id }) => id)).toEqual(['c30']);
});

it('a request that follows one on its way holds what comes after that', async () => {
  const { device } = await joinedDevice();
  for (const id of ['c1', 'c2', 'c3']) await capture(device, id, 'x'.repeat(400));
  const first = await device.store.nextPush(10);
  const second = await device.store.nextPush(10, first);
  const third = await device.store.nextPush(10, second);
  expect([first, second, third].map(({ deltas, more }) => [deltas.map(({ id }) => id), more])).toEqual([
    [['c1'], true],
    [['c2'], true],
    [['c3'], false],
  ]);
});

it('a page of a first snapshot is merged with what a file brought before', async () => {
  const { device: author, server } = await joinedDevice();
  for (const id of ['c1', 'c2', 'c3']) await capture(author, id, `line ${id}`);
  await exchangeAll(author, server);
  const reader = await testDevice();
  await join(reader, server);
  const other = await testDevice();
  await capture(other, 'c2', 'from a file');
  const row = await other.replica.db.nouns().capture.get('c2');
  if (!row) throw new Error('not written');
  await importRecords(reader.replica, [packedOfRow('capture', row)], { whole: new Set() });
  await exchangeAll(reader, server);
  await exchangeAll(author, server);
  expect((await server.journal.read(sessionScope, 'capture', 'c2'))?.cells['text']).toMatchObject({
    values: [{}, {}],
  });
  expect(await contents(reader)).toEqual(await contents(author));
  expect(await marks(reader)).toEqual([]);
});
