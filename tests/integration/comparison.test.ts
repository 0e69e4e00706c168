// First, because it brings the database that the others are opened on.
import {
  capture,
  contents,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { describe, expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { answerDigests, type HeldDigest } from '#replication/comparison.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { dexieComparison, lastComparison } from '#storage/comparison.ts';
import { commitTo } from '#storage/commit.ts';
import { change } from '#storage/change.ts';
import { compareWithServer } from '#sync/compare.ts';
import { syncEngine } from '#sync/engine.ts';
import type { Wire } from '#sync/wire.ts';
import { captureId, type TestDevice, type TestServer } from '#tests/support/replicas.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';

const giveWay = () => Promise.resolve();
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

/** Compares over values; `change` may answer otherwise than the server. */
async function compare(
  device: TestDevice,
  server: TestServer,
  change: (digest: HeldDigest) => HeldDigest | undefined = (digest) => digest,
  away = false,
) {
  const asked: Scope[][] = [];
  const wire: Wire = {
    fetch: async (_url, { body }) => {
      if (away) throw new TypeError('no network');
      const { scopes } = JSON.parse(String(body)) as { scopes: Scope[] };
      asked.push(scopes);
      const answer = await answerDigests(server.journal, await server.access.scopes(), scopes, giveWay);
      const digests = Object.entries(answer.digests).flatMap(([scope, digest]) => {
        const shown = change(digest);
        return shown ? [[scope, shown] as const] : [];
      });
      return json({ ...answer, digests: Object.fromEntries(digests) });
    },
    timeout: () => new AbortController().signal,
    now: () => 0,
  };
  const engine = syncEngine({
    store: device.store,
    send: async (_token, request) =>
      away
        ? { type: 'transport/away' }
        : { type: 'transport/answered', answer: await server.answer({ ...request, more: false }) },
    now: () => device.clock.now,
    app: '1',
    lock: (round) => round(),
  });
  const end = await compareWithServer({
    store: dexieComparison(device.replica),
    wire,
    exchange: () => engine.exchange(),
    now: () => device.clock.now,
    pause: () => Promise.resolve(),
  });
  return { end, asked, found: await lastComparison(device.replica.db) };
}

async function pair() {
  const server = testServer();
  const [a, b] = [await testDevice(), await testDevice()];
  await join(a, server);
  await join(b, server);
  for (const id of ['c1', 'c2', 'c3']) await capture(a, id, `the text of ${id}`);
  await exchangeAll(a, server);
  await exchangeAll(b, server);
  return { server, a, b };
}

/** A server whose journal holds other records than were sent to it, under the same epoch and numbers. */
async function damaged(server: TestServer, drop: string): Promise<TestServer> {
  const journal = memoryJournal('epoch-1');
  const { records } = await server.journal.since(sessionScope, 0, 1e9);
  for (const record of records) {
    const lost = record.id === drop;
    const cells = lost ? { kind: record.cells['kind'] as never } : record.cells;
    await journal.append(sessionScope, [{ ...record, cells }], { device: 'hand', at: 0 });
  }
  const copy = testServer();
  await copy.journal.append(sessionScope, [], { device: 'hand', at: 0 });
  Object.assign(copy.journal, journal);
  return copy;
}

describe('comparing with the server at the end of a day', () => {
  it('says that both hold the same, and changes nothing', async () => {
    const { server, a } = await pair();
    const { end, found, asked } = await compare(a, server);
    expect(end).toBe('compared');
    expect(found).toMatchObject({ same: 1, mended: [], different: [], unsettled: 0 });
    expect(asked).toEqual([[sessionScope]]);
    expect(await marks(a)).toEqual([]);
  });

  it('[DG4] a row that was lost on the device comes back, and the check has said so', async () => {
    const { server, a, b } = await pair();
    await a.replica.db.nouns().capture.delete('c2');
    const { found } = await compare(a, server);
    expect(found).toMatchObject({ same: 1, mended: [sessionScope], different: [] });
    expect(await contents(a)).toEqual(await contents(b));
    const said = await a.replica.db.history.where('[noun+id]').equals(['session', 'session-1']).toArray();
    expect(said.map(({ values }) => values)).toEqual([{ comparedWithServer: 'differed' }]);
    expect((await compare(a, server)).found).toMatchObject({ same: 1, mended: [] });
  });

  it('[DG4] a cell that was lost on the server comes back to it from the device', async () => {
    const { server, a, b } = await pair();
    const broken = await damaged(server, 'c2');
    expect((await broken.journal.read(sessionScope, 'capture', 'c2'))?.cells['text']).toBeUndefined();
    const { found } = await compare(a, broken);
    expect(found).toMatchObject({ same: 1, mended: [sessionScope], different: [] });
    expect((await broken.journal.read(sessionScope, 'capture', 'c2'))?.cells['text']).toBeDefined();
    await exchangeAll(b, broken);
    expect(await contents(a)).toEqual(await contents(b));
    expect((await compare(b, broken)).found).toMatchObject({ same: 1, mended: [], different: [] });
  });

  it('[DG4] numbers that the server no longer knows are sent again', async () => {
    const { server, a } = await pair();
    const { found } = await compare(a, server, (digest) => ({ ...digest, head: digest.head - 1 }));
    expect(found?.different).toEqual([sessionScope]);
    expect(await marks(a)).toEqual([]);
  });

  it('[DG3] what changed on the way is fetched first, and waits for no other', async () => {
    const { server, a, b } = await pair();
    await commitTo(b.replica, [
      change('capture', { id: captureId('c1'), scope: sessionScope }, { set: { kind: 'idea' } }),
    ]);
    await exchangeAll(b, server);
    expect((await compare(a, server)).found).toMatchObject({ same: 1, mended: [] });
    expect((await held(a, 'capture', 'c1')).kind).toBe('idea');
  });

  it('[DG3] nothing is said of a scope of which something cannot be sent', async () => {
    const { server, a } = await pair();
    await capture(a, 'c9', 'not yet');
    const mark = await a.replica.db.pending.toCollection().first();
    if (mark) await a.replica.db.pending.put({ ...mark, waiting: 'forbidden' });
    const still = {
      ...server,
      answer: async (...of: Parameters<TestServer['answer']>) => ({ ...(await server.answer(...of)), heads: {} }),
    };
    expect((await compare(a, still)).found).toMatchObject({ same: 0, mended: [], different: [], unsettled: 1 });
  });

  it('[DG5] what differs though it was put right is put right once, and told', async () => {
    const { server, a } = await pair();
    const { found, asked } = await compare(a, server, (digest) => ({ ...digest, digest: 'f'.repeat(14) }));
    expect(found).toMatchObject({ same: 0, mended: [], different: [sessionScope], unsettled: 0 });
    expect(asked).toHaveLength(2);
    expect(await marks(a)).toEqual([]);
  });

  it('ends where the server says nothing of a scope', async () => {
    const { server, a } = await pair();
    expect((await compare(a, server, () => undefined)).found).toMatchObject({ same: 0, unsettled: 1 });
  });

  it('waits for the network, and keeps what the last comparison came to', async () => {
    const { server, a } = await pair();
    await compare(a, server);
    const before = await lastComparison(a.replica.db);
    const { end, found } = await compare(a, server, undefined, true);
    expect(end).toBe('waits');
    expect(found).toEqual(before);
  });

  it('[DG3] counts nothing for another journal', async () => {
    const { server, a } = await pair();
    const store = dexieComparison(a.replica);
    const { digests } = await answerDigests(server.journal, [sessionScope], [sessionScope], giveWay);
    const digest = digests[sessionScope] as HeldDigest;
    expect(await store.compare(sessionScope, digest, 'epoch-1', true, 0)).toBe('same');
    expect(await store.compare(sessionScope, digest, 'epoch-2', true, 0)).toBe('unsettled');
  });
});

describe("the server's digests", () => {
  it('are of the scopes that may be read, as far as one answer goes', async () => {
    const journal = memoryJournal('e');
    const scopes: Scope[] = ['session:a', 'session:b'];
    for (const scope of scopes)
      await journal.append(scope, [sampleRecord('x', { kind: 'idea' }, { scope })], { device: 'd', at: 0 });
    const answer = await answerDigests(journal, ['session:b'], scopes, giveWay);
    expect(Object.keys(answer.digests)).toEqual(['session:b']);
    expect(answer.digests['session:b']).toMatchObject({ head: 1, count: 1 });
  });

  it('[DG3] are of one moment, though records change while they are read', async () => {
    const journal = memoryJournal('e');
    const scope: Scope = 'session:a';
    const by = { device: 'd', at: 0 };
    for (let at = 0; at < 60; at += 1) {
      await journal.append(scope, [sampleRecord(`x${at}`, { text: 'x'.repeat(5000) }, { scope })], by);
    }
    let ways = 0;
    const answer = await answerDigests(journal, [scope], [scope], async () => {
      ways += 1;
      if (ways === 1) await journal.append(scope, [sampleRecord('x0', { kind: 'idea' }, { scope, atMs: 9000 })], by);
    });
    expect(ways).toBeGreaterThan(2);
    expect(answer).toEqual(await answerDigests(journal, [scope], [scope], giveWay));
    expect(answer.digests[scope]).toMatchObject({ head: 61, count: 60 });
  });
});
