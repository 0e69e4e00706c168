import { describe, expect, it, vi } from 'vitest';
import { stateOfBase } from '#storage/commit.ts';
import { change } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { importRecords } from '#storage/import.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import {
  capture,
  captureId,
  contents,
  exchange,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
  type TestServer,
} from '#tests/support/replicas.ts';

const joinedDevice = async () => {
  const [device, server] = [await testDevice(), testServer()];
  await join(device, server);
  return { device, server };
};
const at = { id: captureId('c1'), scope: sessionScope };

describe('a receipt', () => {
  it('[RC2] clears no mark of a cell that was edited while the request was on its way', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'as sent');
    const push = await device.store.nextPush(1e6);
    await commitTo(device.replica, [change('capture', at, { set: { kind: 'lesson' } })]);
    const received = await device.store.receive(push, await server.answer(push), 1);
    expect(received.cleared).toBe(0);
    const [mark] = await marks(device);
    expect(mark?.fields).toContain('kind');
    expect(mark?.fields).not.toContain('text');
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
    expect((await server.journal.read(sessionScope, 'capture', 'c1'))?.cells['kind']).toMatchObject({
      value: 'lesson',
    });
  });

  it('[RC2] clears no mark of a text that was edited while the request was on its way', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'as sent');
    const push = await device.store.nextPush(1e6);
    await capture(device, 'c1', 'as edited');
    await device.store.receive(push, await server.answer(push), 1);
    expect((await marks(device))[0]?.fields).toContain('text');
  });

  it('[RC2] clears no mark of a record that was erased while the request was on its way', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'as sent');
    const push = await device.store.nextPush(1e6);
    await importRecords(device.replica, [{ noun: 'capture', ...at, v: {}, e: true }]);
    await device.store.receive(push, await server.answer(push), 1);
    expect(await marks(device)).toMatchObject([{ id: 'c1' }]);
    await exchangeAll(device, server);
    expect(await server.journal.read(sessionScope, 'capture', 'c1')).toMatchObject({ erased: true });
    expect(await marks(device)).toEqual([]);
  });

  it('[RC3] of a request whose answer was lost changes nothing on the server', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'once');
    await exchange(device, server, true);
    const heads = await server.journal.heads([sessionScope]);
    await exchangeAll(device, server);
    expect(await server.journal.heads([sessionScope])).toEqual(heads);
    expect(await marks(device)).toEqual([]);
  });

  it('[RC4] makes what it confirms the base of what is still marked', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'as sent');
    const push = await device.store.nextPush(1e6);
    await commitTo(device.replica, [change('capture', at, { set: { kind: 'lesson' } })]);
    await device.store.receive(push, await server.answer(push), 1);
    const [mark] = await device.replica.db.pending.toArray();
    expect(mark && stateOfBase(mark).cells['kind']).toMatchObject({ value: 'note' });
  });

  it('[RC4] with a stored state corrects an edit that lost', async () => {
    const { device, server } = await joinedDevice();
    const other = await testDevice(undefined, 1_900_000_000_000);
    await capture(device, 'c1', 'line');
    await exchangeAll(device, server);
    await join(other, server);
    await exchangeAll(other, server);
    other.replica.server = undefined;
    await commitTo(other.replica, [change('capture', at, { set: { kind: 'idea' } })]);
    await exchangeAll(other, server);
    await commitTo(device.replica, [change('capture', at, { set: { kind: 'lesson' } })]);
    await exchangeAll(device, server);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'idea' });
    expect(await contents(device)).toEqual(await contents(other));
  });
});

describe('a request', () => {
  it('is cut to the length asked for, and always holds one record', async () => {
    const { device } = await joinedDevice();
    for (const id of ['c1', 'c2', 'c3']) await capture(device, id, 'x'.repeat(400));
    const small = await device.store.nextPush(10);
    expect([small.deltas.length, small.more]).toEqual([1, true]);
    const whole = await device.store.nextPush(1e6);
    expect([whole.deltas.length, whole.more]).toEqual([3, false]);
  });

  it('[RC5] holds nothing from before joining until a person says so', async () => {
    const { device, server } = await joinedDevice().then(async ({ server: of }) => ({
      device: await testDevice(),
      server: of,
    }));
    await capture(device, 'c1', 'before');
    await join(device, server);
    expect((await device.store.nextPush(1e6)).deltas).toEqual([]);
    await exchangeAll(device, server);
    expect((await marks(device)).length).toBe(1);
    await sendEarlier(device.replica);
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
    expect(await server.journal.read(sessionScope, 'capture', 'c1')).toBeDefined();
  });
});

describe('an epoch', () => {
  it('[EP1] that is not the store’s any more makes an answer count for nothing', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'line');
    const push = await device.store.nextPush(1e6);
    const answer = await server.answer(push);
    await saveServer(device.replica, { token: 't2', role: 'facilitator', name: 'Other', epoch: 'epoch-2' });
    const received = await device.store.receive(push, answer, 1);
    expect(received).toMatchObject({ cleared: 0, pulled: 0, epochChanged: false });
    expect((await marks(device)).length).toBe(1);
    expect(device.replica.server?.epoch).toBe('epoch-2');
  });

  it('[EP2][EP3] of another journal starts the reset alone, and everything is sent again', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'confirmed once');
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
    const restored = testServer('epoch-2');
    await capture(device, 'c2', 'not sent yet');
    const received = await exchange(device, restored);
    expect(received).toMatchObject({ epochChanged: true, cleared: 0, pulled: 0, more: true });
    expect((await marks(device)).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(await device.replica.db.scopes.toArray()).toMatchObject([{ cursor: 0, complete: true }]);
    await exchangeAll(device, restored);
    expect(await marks(device)).toEqual([]);
    expect(await restored.journal.read(sessionScope, 'capture', 'c1')).toBeDefined();
    const second = await testDevice();
    await join(second, restored);
    await exchangeAll(second, restored);
    expect(await contents(second)).toEqual(await contents(device));
  });

  it('[EP4] of another server marks everything and sends nothing by itself', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'confirmed by the first');
    await exchangeAll(device, server);
    const second = testServer('epoch-2');
    await join(device, second);
    expect((await marks(device)).map(({ id }) => id)).toEqual(['c1']);
    await exchangeAll(device, second);
    expect(await second.journal.read(sessionScope, 'capture', 'c1')).toBeUndefined();
    await sendEarlier(device.replica);
    await exchangeAll(device, second);
    expect(await second.journal.read(sessionScope, 'capture', 'c1')).toBeDefined();
  });

  it('[EP4] of the same server joined again goes on where it was', async () => {
    const { device, server } = await joinedDevice();
    await capture(device, 'c1', 'confirmed');
    await exchangeAll(device, server);
    await device.store.turnedAway({ because: 'revoked', at: 5, ask: [] });
    expect(await device.store.link()).toMatchObject({ revoked: true });
    await join(device, server);
    expect(await device.store.link()).toMatchObject({ revoked: false });
    expect(await marks(device)).toEqual([]);
    expect((await device.store.nextPush(1e6)).cursors).toEqual({ [sessionScope]: 1 });
  });
});

describe('a page', () => {
  const filled = async () => {
    const server = testServer();
    const author = await testDevice();
    await join(author, server);
    for (const id of ['c1', 'c2', 'c3']) await capture(author, id, `line ${id}`);
    await exchangeAll(author, server);
    const reader = await testDevice();
    await join(reader, server);
    return { server, reader, author };
  };

  const freshReader = async (server: TestServer) => {
    const device = await testDevice();
    await join(device, server);
    await exchangeAll(device, server);
    return device;
  };

  it('[CU1] brings its records with its cursor, or neither', async () => {
    const { server, reader } = await filled();
    await exchange(reader, server);
    const { scopes } = reader.replica.db;
    const put = vi.spyOn(scopes, 'put').mockRejectedValue(new Error('the power went'));
    await expect(exchange(reader, server)).rejects.toThrow('the power went');
    put.mockRestore();
    expect(await reader.replica.db.nouns().capture.count()).toBe(0);
    expect(await reader.replica.db.scopes.get(sessionScope)).toMatchObject({ cursor: 0, complete: false });
    await exchangeAll(reader, server);
    expect(await reader.replica.db.scopes.get(sessionScope)).toMatchObject({ cursor: 3, complete: true });
  });

  it('[CU1] has the number of its last record as its cursor, never the head', async () => {
    const { server, reader } = await filled();
    const first = await server.journal.since(sessionScope, 0, 1);
    expect([first.records.length, first.cursor, first.more]).toEqual([1, 1, true]);
    await exchangeAll(reader, server);
    expect(await reader.replica.db.nouns().capture.count()).toBe(3);
  });

  it('[CU2] that starts above the store’s cursor is ignored', async () => {
    const { server, reader } = await filled();
    await exchange(reader, server);
    const push = await reader.store.nextPush(1e6);
    const answer = await server.answer(push);
    const ahead = { ...answer, changes: answer.changes.map((page) => ({ ...page, after: 2 })) };
    const received = await reader.store.receive(push, ahead, 1);
    expect(received).toMatchObject({ pulled: 0, more: true });
    expect(await reader.replica.db.scopes.get(sessionScope)).toMatchObject({ cursor: 0, complete: false });
  });

  it('[CU4] leaves out what its request brought, and brings what others have written of it', async () => {
    const { server, reader, author } = await filled();
    await exchangeAll(reader, server);
    await capture(reader, 'c4', 'line c4');
    const push = await reader.store.nextPush(1e6);
    await commitTo(author.replica, [change('capture', at, { set: { starred: true } })]);
    await exchangeAll(author, server);
    const answer = await server.answer(push);
    expect(answer.changes.map(({ records, cursor }) => [records.map(({ id }) => id), cursor])).toEqual([[['c1'], 5]]);
    await reader.store.receive(push, answer, 1);
    expect(await reader.replica.db.scopes.get(sessionScope)).toMatchObject({ cursor: 5 });
    expect(await contents(reader)).toEqual(await contents(await freshReader(server)));
    // Sent as a change of one field, the rest of the record comes back with the page.
    await commitTo(reader.replica, [change('capture', at, { set: { kind: 'idea' } })]);
    const again = await server.answer(await reader.store.nextPush(1e6));
    expect(again.changes[0]?.records.map(({ id }) => id)).toEqual(['c1']);
  });

  it('[CU4] is not taken where what was sent is gone meanwhile: the next round brings it back', async () => {
    const { server, reader } = await filled();
    await exchangeAll(reader, server);
    await capture(reader, 'c4', 'line c4');
    const push = await reader.store.nextPush(1e6);
    const answer = await server.answer(push);
    await reader.replica.db.nouns().capture.delete(captureId('c4'));
    expect(await reader.store.receive(push, answer, 1)).toMatchObject({ pulled: 0, more: true });
    await exchangeAll(reader, server);
    expect((await held(reader, 'capture', 'c4')).text).toBe('line c4');
  });

  it('merges into the base of what is marked', async () => {
    const { server, reader, author } = await filled();
    await exchangeAll(reader, server);
    await commitTo(reader.replica, [change('capture', at, { set: { kind: 'idea' } })]);
    await commitTo(author.replica, [change('capture', at, { set: { starred: true, kind: 'lesson' } })]);
    await exchangeAll(author, server);
    const push = { ...(await reader.store.nextPush(1e6)), deltas: [] };
    await reader.store.receive(push, await server.answer(push), 1);
    const [mark] = await reader.replica.db.pending.toArray();
    expect(mark && stateOfBase(mark).cells['kind']).toMatchObject({ value: 'lesson' });
    expect(await held(reader, 'capture', 'c1')).toMatchObject({ starred: true });
  });

  it('knows whether a head is ahead of it', async () => {
    const { server, reader } = await filled();
    await exchangeAll(reader, server);
    expect(await reader.store.isBehind({ [sessionScope]: 3 })).toBe(false);
    expect(await reader.store.isBehind({ [sessionScope]: 4 })).toBe(true);
    expect(await reader.store.isBehind({ 'session:unknown': 1 })).toBe(true);
  });
});
