/** Marks, rows and pages that are read and written by stretches, and not one by one. */
// First, because it brings the database that the others are opened on.
import {
  capture,
  contents,
  exchange,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { expect, it } from 'vitest';

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

it('[RC2] a receipt that comes twice in one answer clears no mark of a record that has none', async () => {
  const { device, server } = await joinedDevice();
  for (const id of ['c1', 'c2', 'c3']) await capture(device, id, 'as sent');
  const push = await device.store.nextPush(1e6);
  const answer = await server.answer(push);
  const receiptsOf = (id: string) => answer.receipts.filter(({ delta }) => push.deltas[delta]?.id === id);
  const twice = [...receiptsOf('c1'), ...receiptsOf('c1'), ...receiptsOf('c3')];
  await device.store.receive(push, { ...answer, receipts: twice }, 1);
  expect((await marks(device)).map(({ id }) => id)).toEqual(['c2']);
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

it('the first and the last of several requests say how much stays on the tablet after what is on its way', async () => {
  const { device, server } = await joinedDevice();
  for (const id of ['c1', 'c2', 'c3']) await capture(device, id, 'x'.repeat(400));
  const [, oldest] = await device.replica.db.pending.toArray();
  const first = await device.store.nextPush(10);
  expect(first.tablet).toEqual({ unsent: 2, oldestAt: oldest?.since });
  const second = await device.store.nextPush(10, first);
  expect(second.tablet).toBeUndefined();
  await device.store.receive(first, await server.answer(first), 1);
  const third = await device.store.nextPush(10, second);
  expect(third.tablet).toEqual({ unsent: 0 });
});

it('a page of a first snapshot is merged with what an earlier one brought', async () => {
  const { device: author, server } = await joinedDevice();
  for (const id of ['c1', 'c2', 'c3']) await capture(author, id, `line ${id}`);
  await exchangeAll(author, server);
  const reader = await testDevice();
  await join(reader, server);
  await exchange(reader, server);
  const push = await reader.store.nextPush(1e6);
  const answer = await server.answer(push);
  const firstAlone = answer.changes.map((page) => ({
    ...page,
    records: page.records.slice(0, 1),
    cursor: 1,
    more: true,
  }));
  await reader.store.receive(push, { ...answer, changes: firstAlone }, 1);
  expect((await held(reader, 'capture', 'c1')).text).toBe('line c1');
  expect(await reader.replica.db.scopes.get(sessionScope)).toMatchObject({ cursor: 1, complete: false });
  await capture(author, 'c1', 'written since');
  await exchangeAll(author, server);
  await exchangeAll(reader, server);
  expect(await contents(reader)).toEqual(await contents(author));
});
