// First, because it brings the database that the others are opened on.
import {
  capture,
  captureId,
  contents,
  join,
  marks,
  read,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { describe, expect, it } from 'vitest';
import type { SyncRequest } from '#replication/protocol.ts';
import { maxPushBytes, syncEngine, type EngineParts } from '#sync/engine.ts';
import { elsewhere } from '#sync/leader.ts';
import type { Sent, Transport } from '#sync/transport.ts';
import type { TestDevice, TestServer } from '#tests/support/replicas.ts';

const answering =
  (server: TestServer): Transport =>
  async (_token, push) => ({
    type: 'transport/answered',
    answer: await server.answer({ ...push, more: false }),
  });
const engineOf = (device: TestDevice, send: Transport, more: Partial<EngineParts> = {}) =>
  syncEngine({
    store: device.store,
    send,
    now: () => device.clock.now,
    app: 'test',
    lock: (round) => round(),
    ...more,
  });
const joined = async (): Promise<[TestDevice, TestServer]> => {
  const [device, server] = [await testDevice(), testServer()];
  await join(device, server);
  return [device, server];
};

describe('rounds', () => {
  it('say that there is no server, and ask nobody', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'alone');
    const asked = engineOf(device, () => Promise.reject(new Error('asked')));
    expect(await asked.exchange()).toEqual({ type: 'rounds/no-server' });
  });

  it('go on until everything is on the server, in requests of bounded length', async () => {
    const [device, server] = await joined();
    for (let line = 0; line < 60; line += 1) await capture(device, `c${line}`, 'x'.repeat(15_000));
    const lengths: number[] = [];
    const send: Transport = (token, request) => {
      lengths.push(JSON.stringify(request.deltas).length);
      return answering(server)(token, request);
    };
    expect(await engineOf(device, send).exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await marks(device)).toEqual([]);
    expect(lengths.filter((length) => length > 10).length).toBeGreaterThan(3);
    expect(Math.max(...lengths)).toBeLessThan(maxPushBytes + 20_000);
  });

  it('send the next records before an answer is taken in, and none of them twice', async () => {
    const [device, server] = await joined();
    for (let line = 0; line < 40; line += 1) await capture(device, `c${line}`, 'x'.repeat(15_000));
    const told: string[] = [];
    const sent: string[] = [];
    const send: Transport = (token, request) => {
      told.push('sent');
      sent.push(...(request.deltas as readonly { readonly id: string }[]).map(({ id }) => id));
      return answering(server)(token, request);
    };
    const store: TestDevice['store'] = {
      ...device.store,
      receive: async (...answered) => {
        told.push('taken in');
        return device.store.receive(...answered);
      },
    };
    expect(await engineOf(device, send, { store }).exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(told).toEqual(['sent', 'sent', 'taken in', 'sent', 'taken in', 'taken in']);
    expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
    expect(await marks(device)).toEqual([]);
  });

  it('ask for the next page before one is taken in, and begin anew where that comes to nothing', async () => {
    const [device, server] = await joined();
    for (let line = 0; line < 60; line += 1) await capture(device, `c${line}`, 'x'.repeat(15_000));
    await engineOf(device, answering(server)).exchange();
    const reader = await testDevice();
    await join(reader, server);
    const cursors: number[] = [];
    const send: Transport = (token, request) => {
      cursors.push(request.cursors[sessionScope] ?? -1);
      return answering(server)(token, request);
    };
    let taken = 0;
    const store: TestDevice['store'] = {
      ...reader.store,
      // The second page is lost on its way into the store; the page after it must not be taken in.
      receive: (push, answer, at) =>
        reader.store.receive(push, (taken += 1) === 3 ? { ...answer, changes: [] } : answer, at),
    };
    expect(await engineOf(reader, send, { store }).exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await contents(reader)).toEqual(await contents(device));
    // Nothing, the first page, the second, the third that was asked for too early, and from there again.
    const [none, first, second, third, ...again] = cursors;
    expect([none, first, again[0]]).toEqual([-1, 0, second]);
    expect(again).toContain(third);
  });

  it('carry the protocol, the clock and the version, and tell what is on its way', async () => {
    const [device, server] = await joined();
    await capture(device, 'c1', 'line');
    const requests: SyncRequest[] = [];
    const told: number[] = [];
    const send: Transport = (token, request) => {
      requests.push(request);
      return answering(server)(token, request);
    };
    await engineOf(device, send, { onSending: (records) => told.push(records) }).exchange();
    expect(requests[0]).toMatchObject({ protocol: 1, epoch: 'epoch-1', app: 'test', sentAt: device.clock.now });
    expect(told).toEqual([1]);
  });

  it.each<Sent>([
    { type: 'transport/away' },
    { type: 'transport/timed-out' },
    { type: 'transport/not-our-server' },
    { type: 'transport/unauthorised' },
    { type: 'transport/protocol' },
    { type: 'transport/failing', status: 502 },
    { type: 'transport/busy', retryAfterMs: 5 },
  ])('end with $type and keep every mark', async (sent) => {
    const [device] = await joined();
    await capture(device, 'c1', 'line');
    const before = await device.replica.db.pending.toArray();
    expect(await engineOf(device, () => Promise.resolve(sent)).exchange()).toEqual(sent);
    expect(await device.replica.db.pending.toArray()).toEqual(before);
  });

  it('stop for good where the server turned the device away, until it joins again', async () => {
    const [device, server] = await joined();
    await capture(device, 'c1', 'kept');
    let asked = 0;
    const engine = engineOf(device, async () => {
      asked += 1;
      return { type: 'transport/revoked', because: 'revoked', ask: ['Office'] };
    });
    expect(await engine.exchange()).toMatchObject({ type: 'transport/revoked' });
    expect(await engine.exchange()).toEqual({ type: 'transport/revoked' });
    expect(asked).toBe(1);
    expect((await marks(device)).length).toBe(1);
    await join(device, server);
    await engineOf(device, answering(server)).exchange();
    expect(asked).toBe(1);
  });

  it('leave the work to another tab that is at it', async () => {
    const [device] = await joined();
    const engine = engineOf(device, () => Promise.reject(new Error('asked')), {
      lock: () => Promise.resolve(elsewhere),
    });
    expect(await engine.exchange()).toEqual({ type: 'rounds/elsewhere' });
  });

  it('do not turn for ever where nothing moves', async () => {
    const [device, server] = await joined();
    await capture(device, 'c1', 'line');
    let asked = 0;
    const engine = engineOf(device, async (token, request) => {
      asked += 1;
      const sent = await answering(server)(token, { ...request, deltas: [] });
      return sent.type === 'transport/answered'
        ? { ...sent, answer: { ...sent.answer, heads: { [sessionScope]: 9 } } }
        : sent;
    });
    expect(await engine.exchange()).toEqual({ type: 'rounds/stalled' });
    expect(asked).toBeLessThan(10);
  });

  it('ask for less after a request that took too long', async () => {
    const [device] = await joined();
    for (const id of ['c1', 'c2', 'c3', 'c4']) await capture(device, id, 'x'.repeat(1000));
    const sizes: number[] = [];
    const engine = engineOf(device, async (_token, { deltas }) => {
      sizes.push(deltas.length);
      return { type: 'transport/timed-out' };
    });
    for (let turn = 0; turn < 4; turn += 1) await engine.exchange();
    expect(sizes).toEqual([4, 2, 1, 1]);
  });
});

describe('a request that is too large', () => {
  it('[QR4] is halved down to one record, which alone goes to the list', async () => {
    const [device, server] = await joined();
    for (let line = 0; line < 8; line += 1) await capture(device, `c${line}`, 'short');
    await capture(device, 'huge', 'x'.repeat(9000));
    const send: Transport = (token, request) =>
      JSON.stringify(request.deltas).length > 4000
        ? Promise.resolve({ type: 'transport/too-large', maxBytes: 4000 })
        : answering(server)(token, request);
    expect(await engineOf(device, send).exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await device.replica.db.quarantine.toArray()).toMatchObject([
      { id: 'huge', reason: 'too-large', delta: { v: { text: 'x'.repeat(9000) } } },
    ]);
    expect(await marks(device)).toEqual([]);
    expect(await read(device, 'capture', 'huge')).toBeUndefined();
    for (let line = 0; line < 8; line += 1) {
      expect(await server.journal.read(sessionScope, 'capture', captureId(`c${line}`))).toBeDefined();
    }
  });

  it('[QR4] according to something in between leaves a small record where it is, to be sent again', async () => {
    const [device, server] = await joined();
    for (const line of ['a', 'b', 'c']) await capture(device, line, `line ${line}`);
    const inBetween: Transport = () => Promise.resolve({ type: 'transport/too-large', maxBytes: undefined });
    expect(await engineOf(device, inBetween).exchange()).toEqual({ type: 'transport/failing', status: 413 });
    expect(await device.replica.db.quarantine.count()).toBe(0);
    expect(await read(device, 'capture', 'a')).toMatchObject({ text: 'line a' });
    await engineOf(device, answering(server)).exchange();
    expect(await marks(device)).toEqual([]);
  });

  it('without any record ends the rounds', async () => {
    const [device] = await joined();
    const engine = engineOf(device, () => Promise.resolve({ type: 'transport/too-large', maxBytes: 1 }));
    expect(await engine.exchange()).toEqual({ type: 'rounds/stalled' });
  });
});

it('two tabs without locks that run at once leave what one would have left', async () => {
  const [device, server] = await joined();
  const tab = await testDevice(device);
  for (let line = 0; line < 5; line += 1) await capture(device, `c${line}`, `line ${line}`);
  await Promise.all([engineOf(device, answering(server)).exchange(), engineOf(tab, answering(server)).exchange()]);
  expect(await marks(device)).toEqual([]);
  const reader = await testDevice();
  await join(reader, server);
  await engineOf(reader, answering(server)).exchange();
  expect(await contents(reader)).toEqual(await contents(device));
});
