import { describe, expect, it } from 'vitest';
import { otherValues } from '#replication/packed.ts';
import type { Refusal, SyncAnswer } from '#replication/protocol.ts';
import type { Push } from '#replication/replica-store.ts';
import { change, over } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { dropQuarantined, retryQuarantined } from '#storage/quarantine.ts';
import {
  capture,
  captureId,
  exchange,
  exchangeAll,
  held,
  join,
  marks,
  read,
  sessionScope,
  testDevice,
  testServer,
  type TestDevice,
  type TestServer,
} from '#tests/support/replicas.ts';

const at = { id: captureId('c1'), scope: sessionScope };

/** A server that judges more strictly than this version does. */
const strict = (server: TestServer, refuse: (push: Push) => Refusal[]): TestServer => ({
  ...server,
  answer: async (push, when) => {
    const refusals = refuse(push);
    const taken = push.deltas
      .map((delta, place) => ({ delta, place }))
      .filter(({ place }) => !refusals.some(({ delta }) => delta === place));
    const answer = await server.answer({ ...push, deltas: taken.map(({ delta }) => delta) }, when);
    const receipts = answer.receipts.map((receipt) => ({ ...receipt, delta: taken[receipt.delta]?.place ?? -1 }));
    return { ...answer, receipts, refusals } satisfies SyncAnswer;
  },
});
const noIdeas = (server: TestServer) =>
  strict(server, ({ deltas }) =>
    deltas.flatMap((delta, place) =>
      delta.v['kind'] === 'idea' ? [{ delta: place, reason: 'invalid' as const, path: 'kind' }] : [],
    ),
  );

const sentLine = async (): Promise<[TestDevice, TestServer]> => {
  const [device, server] = [await testDevice(), testServer()];
  await join(device, server);
  await capture(device, 'c1', 'sent');
  await exchangeAll(device, server);
  return [device, server];
};
const setKind = (device: TestDevice, kind: 'idea' | 'note' | 'lesson') =>
  commitTo(device.replica, [change('capture', at, { set: { kind } })]);

describe('a refusal', () => {
  it('[QR1] moves the value to the list, sets the cell to what the server has, and lets the rest go on', async () => {
    const [device, server] = await sentLine();
    await setKind(device, 'idea');
    await commitTo(device.replica, [change('capture', at, { set: { starred: true } })]);
    await capture(device, 'c2', 'beside it');
    const received = await exchange(device, noIdeas(server));
    expect(received).toMatchObject({ refused: 1, cleared: 1 });
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'note', starred: true, text: 'sent' });
    expect(await device.replica.db.quarantine.toArray()).toMatchObject([
      { id: 'c1', path: 'kind', reason: 'invalid', delta: { v: { kind: 'idea' } } },
    ]);
    await exchangeAll(device, noIdeas(server));
    expect(await marks(device)).toEqual([]);
    expect((await server.journal.read(sessionScope, 'capture', 'c1'))?.cells['starred']).toMatchObject({ value: true });
  });

  it('[QR1] takes in what others wrote meanwhile', async () => {
    const [device, server] = await sentLine();
    await setKind(device, 'idea');
    const other = await testDevice();
    await join(other, server);
    await exchangeAll(other, server);
    await setKind(other, 'lesson');
    await exchangeAll(other, server);
    await exchangeAll(device, noIdeas(server));
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'lesson' });
  });

  it('[QR2] leaves a value that was written while it was on its way', async () => {
    const [device, server] = await sentLine();
    await setKind(device, 'idea');
    const push = await device.store.nextPush(1e6);
    await setKind(device, 'lesson');
    await device.store.receive(push, await noIdeas(server).answer(push), 1);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'lesson' });
    expect((await marks(device))[0]?.fields).toContain('kind');
    expect(await device.replica.db.quarantine.count()).toBe(1);
  });

  it('[QR3] as forbidden keeps everything, and waits until the scope may be written', async () => {
    const device = await testDevice();
    const forbidden = new Set<string>([sessionScope]);
    const server = testServer('epoch-1', forbidden);
    await join(device, server);
    await capture(device, 'c1', 'mine');
    await exchangeAll(device, server);
    expect(await marks(device)).toMatchObject([{ id: 'c1', waiting: 'forbidden' }]);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ text: 'mine' });
    expect(await device.replica.db.quarantine.count()).toBe(0);
    expect((await device.store.nextPush(1e6)).deltas).toEqual([]);
    await capture(device, 'c1', 'mine, changed');
    expect((await device.store.nextPush(1e6)).deltas).toEqual([]);

    forbidden.clear();
    const other = await testDevice();
    await join(other, server);
    await capture(other, 'c9', 'makes the scope known');
    await exchangeAll(other, server);
    await exchangeAll(device, server);
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
  });

  it('[QR6] draws the writer afresh', async () => {
    const [device, server] = await sentLine();
    const before = device.replica.writer;
    await setKind(device, 'idea');
    await exchange(device, noIdeas(server));
    expect(device.replica.writer).not.toBe(before);
  });

  it('[QR7] of a whole new record leaves nothing empty behind, and it can be tried again', async () => {
    const [device, server] = [await testDevice(), testServer()];
    await join(device, server);
    await capture(device, 'c1', 'refused whole');
    const nothing = strict(server, ({ deltas }) =>
      deltas.map((_, delta) => ({ delta, reason: 'invalid' as const, path: '' })),
    );
    await exchange(device, nothing);
    expect(await read(device, 'capture', 'c1')).toBeUndefined();
    expect(await marks(device)).toEqual([]);
    const [row] = await device.replica.db.quarantine.toArray();
    await retryQuarantined(device.replica, row?.seq ?? -1);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ text: 'refused whole', kind: 'note' });
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
    expect(await device.replica.db.quarantine.count()).toBe(0);
  });
});

describe('what is tried again', () => {
  const noText = (server: TestServer) =>
    strict(server, ({ deltas }) =>
      deltas.flatMap((delta, place) =>
        'text' in delta.v ? [{ delta: place, reason: 'invalid' as const, path: 'text' }] : [],
      ),
    );
  const refuseText = async () => {
    const [device, server] = await sentLine();
    const line = await held(device, 'capture', 'c1');
    await commitTo(device.replica, [change('capture', at, { write: { text: over(line, 'text', 'refused') } })]);
    await exchangeAll(device, noText(server));
    const [row] = await device.replica.db.quarantine.toArray();
    return { device, server, seq: row?.seq ?? -1 };
  };

  it('[QR5] replaces what its writer had seen', async () => {
    const { device, server, seq } = await refuseText();
    expect(await held(device, 'capture', 'c1')).toMatchObject({ text: 'sent' });
    await retryQuarantined(device.replica, seq);
    const line = await held(device, 'capture', 'c1');
    expect([line.text, otherValues(line.row, 'text')]).toEqual(['refused', []]);
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
  });

  it('[QR5] stands beside a text that was written after it was refused', async () => {
    const { device, server, seq } = await refuseText();
    const line = await held(device, 'capture', 'c1');
    await commitTo(device.replica, [change('capture', at, { write: { text: over(line, 'text', 'written since') } })]);
    await exchangeAll(device, server);
    await retryQuarantined(device.replica, seq);
    const both = await held(device, 'capture', 'c1');
    expect(new Set([both.text, ...otherValues(both.row, 'text')])).toEqual(new Set(['refused', 'written since']));
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
  });

  it('[QR5] wins over a value with a later stamp', async () => {
    const [device, server] = await sentLine();
    await setKind(device, 'idea');
    await exchange(device, noIdeas(server));
    await setKind(device, 'lesson');
    const [row] = await device.replica.db.quarantine.toArray();
    await retryQuarantined(device.replica, row?.seq ?? -1);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'idea' });
  });

  it('can be let go instead', async () => {
    const { device, seq } = await refuseText();
    await dropQuarantined(device.replica, seq);
    expect(await device.replica.db.quarantine.count()).toBe(0);
  });
});
