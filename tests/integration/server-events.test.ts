import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { eventStreams, streamsPerDevice } from '#server/event-streams.ts';
import { packRecord } from '#replication/packed.ts';
import { type AppInMemory, appInMemory, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const decoder = new TextDecoder();
const read = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const { done, value } = await reader.read();
  return done ? undefined : decoder.decode(value);
};
const everybody = (_scope: Scope, among: readonly string[]) => Promise.resolve(new Set(among));

describe('the event stream of a device', () => {
  let server: AppInMemory;
  let coordinator: JoinedDevice;
  beforeEach(async () => {
    server = appInMemory();
    coordinator = await server.coordinator();
  });
  afterEach(() => server.close());

  const listen = async (token: string) => {
    const answer = await server.call('GET', '/api/events', { token });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    expect(await read(reader)).toBe(': here\n\n');
    return reader;
  };
  const write = (token: string, id: string, scope: Scope = sampleScope) => {
    const deltas = [packRecord(sampleRecord(id, { kind: 'idea' }, { scope }))];
    const body = { protocol: 1, epoch: null, sentAt: 0, app: 'x', cursors: {}, deltas };
    return server.call('POST', '/api/sync', { token, body });
  };

  it('tells the scope and its new head when another device wrote', async () => {
    const tablet = await server.facilitator([sampleScope], coordinator);
    const reader = await listen(tablet.token);
    await write(coordinator.token, 'a');
    expect(await read(reader)).toBe(`data: {"scope":"${sampleScope}","head":1}\n\n`);
  });

  it('tells nothing of scopes that the device may not read, and nothing of a replay', async () => {
    const tablet = await server.facilitator([sampleScope], coordinator);
    const reader = await listen(tablet.token);
    await write(coordinator.token, 'a', 'session:theirs');
    await write(coordinator.token, 'a');
    await write(coordinator.token, 'a');
    await write(coordinator.token, 'b');
    expect(await read(reader)).toContain(`"head":1`);
    expect(await read(reader)).toContain(`"head":2`);
  });

  it('ends when its reader goes, and is refused to a revoked device', async () => {
    const reader = await listen(coordinator.token);
    expect(server.streams.count).toBe(1);
    await reader.cancel();
    expect(server.streams.count).toBe(0);
    await server.devices.revoke(coordinator.device, server.clock.now);
    const answer = await server.call('GET', '/api/events', { token: coordinator.token });
    expect([answer.status, await answer.json()]).toEqual([403, { refused: 'revoked', reason: 'revoked', ask: [] }]);
  });
});

describe('a live stream', () => {
  it('ends at once when its device is revoked, and no other does', async () => {
    const server = appInMemory();
    const coordinator = await server.coordinator();
    const gone = await server.facilitator([sampleScope], coordinator);
    const listen = async ({ token }: JoinedDevice) => {
      const { body } = await server.call('GET', '/api/events', { token });
      const reader = body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
      expect(await read(reader)).toBe(': here\n\n');
      return reader;
    };
    const [theirs] = [await listen(gone), await listen(coordinator)];
    const body = { device: gone.device };
    expect((await server.call('POST', '/api/devices/revoke', { token: coordinator.token, body })).status).toBe(200);
    expect(await read(theirs)).toBeUndefined();
    expect(server.streams.count).toBe(1);
    await server.close();
  });

  it('ends with the next heartbeat when the time of its device is over', async () => {
    vi.useFakeTimers();
    try {
      let now = 0;
      const streams = eventStreams(everybody, 25_000, () => now);
      const reader = streams.open('tablet', 30_000)?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
      await read(reader);
      for (const heard of [': here\n\n', undefined]) {
        now += 25_000;
        const next = read(reader);
        await vi.advanceTimersByTimeAsync(25_000);
        expect(await next).toBe(heard);
      }
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the open streams', () => {
  it('of one device are a few, of which the newest stay', async () => {
    const streams = eventStreams(everybody);
    const readers = Array.from({ length: streamsPerDevice + 2 }, () => streams.open('tablet')?.getReader());
    streams.open('another');
    expect(streams.count).toBe(streamsPerDevice + 1);
    for (const [at, reader] of readers.entries()) {
      if (!reader) throw new Error('not opened');
      expect(await read(reader)).toBe(': here\n\n');
      if (at < 2) expect(await read(reader)).toBeUndefined();
    }
    streams.closeAll();
    expect(streams.count).toBe(0);
  });

  it('of a reader that does not read keep one head per scope and no more', async () => {
    const streams = eventStreams(everybody);
    const reader = streams.open('tablet')?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    for (let head = 1; head <= 10_000; head += 1) streams.poke({ scope: sampleScope, head });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const chunks: string[] = [];
    for (let chunk = await read(reader); chunk !== undefined; chunk = await read(reader)) {
      chunks.push(chunk);
      if (chunk.includes('"head":10000')) break;
    }
    expect(chunks.length).toBeLessThan(30);
    streams.closeAll();
  });

  it('ask once for all devices, and again only for what came meanwhile', async () => {
    let answer: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const readers = vi.fn<typeof everybody>(async (_scope, among) => {
      await held;
      return new Set(among.filter((device) => device !== 'revoked'));
    });
    const streams = eventStreams(readers);
    const [one, two, revoked] = ['one', 'two', 'revoked'].map(
      (device) => streams.open(device)?.getReader() as ReadableStreamDefaultReader<Uint8Array>,
    );
    if (!one || !two || !revoked) throw new Error('not opened');
    for (const reader of [one, two, revoked]) await read(reader);
    for (let head = 1; head <= 100; head += 1) streams.poke({ scope: sampleScope, head });
    answer?.();
    for (const reader of [one, two]) {
      expect(await read(reader)).toContain('"head":1}');
      expect(await read(reader)).toContain('"head":100}');
    }
    const asked = [sampleScope, ['one', 'two', 'revoked']];
    expect(readers.mock.calls).toEqual([asked, asked]);
    streams.closeAll();
    expect(await read(revoked)).toBeUndefined();
  });

  it('say now and then that they are there', async () => {
    vi.useFakeTimers();
    try {
      const streams = eventStreams(everybody, 25_000);
      const reader = streams.open('tablet')?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
      await read(reader);
      const next = read(reader);
      await vi.advanceTimersByTimeAsync(25_000);
      expect(await next).toBe(': here\n\n');
      streams.closeDevice('tablet');
      expect(await read(reader)).toBeUndefined();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('miss a poke and stay open when the database cannot be asked', async () => {
    const readers = vi.fn<typeof everybody>(everybody).mockRejectedValueOnce(new Error('closing'));
    const streams = eventStreams(readers);
    const reader = streams.open('tablet')?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    await read(reader);
    streams.poke({ scope: sampleScope, head: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    streams.poke({ scope: sampleScope, head: 2 });
    expect(await read(reader)).toContain('"head":2');
    streams.closeAll();
  });
});
