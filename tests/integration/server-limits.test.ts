/** What the server bears, and how it says that it bears no more. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appVersion } from '#documents/app-version.ts';
import { packRecord } from '#replication/packed.ts';
import type { Refused } from '#replication/protocol.ts';
import { admission, comeBackFromMs, comeBackWithinMs } from '#server/admission.ts';
import { wrongCodesAtOnce } from '#server/attempts.ts';
import { readConfig } from '#server/config.ts';
import { routeLimits } from '#server/rate-limits.ts';
import { type RunningServer, startServer } from '#server/start-server.ts';
import { type AppInMemory, appInMemory, countingRandom, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';

let server: AppInMemory;
let coordinator: JoinedDevice;
const open = async (parts: Parameters<typeof appInMemory>[0] = {}) => {
  server = appInMemory(parts);
  coordinator = await server.coordinator();
};
beforeEach(() => open());
afterEach(() => server.close());

const refusal = async (answer: Response) => ({
  status: answer.status,
  retryAfter: Number(answer.headers.get('retry-after')),
  ...((await answer.json()) as Refused),
});
const body = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: [] };
const sync = (token: string, address?: string) =>
  server.call('POST', '/api/sync', { token, body, ...(address && { address }) });
const statuses = async (times: number, ask: () => Promise<Response>) => {
  const counts: Record<number, number> = {};
  for (let at = 0; at < times; at += 1) {
    const { status } = await ask();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

describe('how often a device may ask', () => {
  const { atOnce, everyMs } = routeLimits.sync.device;

  it('is bounded, and said with the time to wait', async () => {
    expect(await statuses(atOnce, () => sync(coordinator.token))).toEqual({ 200: atOnce });
    expect(await refusal(await sync(coordinator.token))).toEqual({
      status: 429,
      retryAfter: Math.ceil(everyMs / 1000),
      refused: 'busy',
      retryAfterMs: everyMs,
    });
    server.clock.now += everyMs;
    expect((await sync(coordinator.token)).status).toBe(200);
  });

  it('is bounded for each by itself, from wherever it asks', async () => {
    const tablet = await server.facilitator(['session:s1'], coordinator);
    await statuses(atOnce, () => sync(coordinator.token));
    expect((await sync(coordinator.token, '192.0.2.99')).status).toBe(429);
    expect((await sync(tablet.token)).status).toBe(200);
  });

  it.each([
    ['/api/invites', 'POST', 'invites'],
    ['/api/digests', 'POST', 'digests'],
    ['/api/events', 'GET', 'events'],
  ] as const)('is bounded on %s', async (path, method, route) => {
    const times = routeLimits[route].device.atOnce;
    const ask = () => server.call(method, path, { token: coordinator.token, ...(method === 'POST' && { body: {} }) });
    expect((await statuses(times + 1, ask))[429]).toBe(1);
  });
});

describe('how often an address may ask', () => {
  it.each([
    ['/api/health', 'GET', 'health'],
    ['/api/metrics', 'GET', 'metrics'],
    ['/api/join', 'POST', 'join'],
    ['/api/invites', 'POST', 'invites'],
    ['/api/sync', 'POST', 'sync'],
    ['/api/digests', 'POST', 'digests'],
    ['/api/events', 'GET', 'events'],
    ['/sw.js', 'GET', 'page'],
  ] as const)('is bounded on %s, with or without a token', async (path, method, route) => {
    const { atOnce, everyMs } = routeLimits[route].address;
    const ask = (address: string) => server.call(method, path, { address, ...(method === 'POST' && { body: {} }) });
    const counts = await statuses(atOnce + 1, () => ask('198.51.100.7'));
    // Codes that are none are slowed down before the others.
    expect(counts[429]).toBe(1);
    const refused = await refusal(await ask('198.51.100.7'));
    expect(refused).toMatchObject({ status: 429, refused: 'busy', retryAfterMs: Math.ceil(everyMs) });
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect((await ask('198.51.100.8')).status).not.toBe(429);
    server.clock.now += everyMs;
    expect((await ask('198.51.100.7')).status).not.toBe(429);
  });

  it('is that of the client behind our own proxy, which the client cannot invent', async () => {
    await server.close();
    await open({ proxies: 1 });
    const join = (code: string, passed: string) =>
      server.call('POST', '/api/join', {
        body: { code, deviceName: 'x' },
        address: '127.0.0.1',
        headers: { 'x-forwarded-for': passed },
      });
    for (let at = 0; at < wrongCodesAtOnce; at += 1) {
      expect((await join('WRNG-WRNG', `203.0.113.${at}, 198.51.100.7`)).status).toBe(403);
    }
    expect((await join('WRNG-WRNG', '203.0.113.99, 198.51.100.7')).status).toBe(429);
    expect((await join('WRNG-WRNG', '198.51.100.7, 198.51.100.8')).status).toBe(403);
  });

  it('is that of the connection where no proxy of ours stands in front', async () => {
    const join = (passed: string) =>
      server.call('POST', '/api/join', {
        body: { code: 'WRNG-WRNG', deviceName: 'x' },
        headers: { 'x-forwarded-for': passed },
      });
    for (let at = 0; at < wrongCodesAtOnce; at += 1) await join(`203.0.113.${at}`);
    expect((await join('203.0.113.99')).status).toBe(429);
  });
});

describe('syncs at once', () => {
  it('beyond what may wait are asked to come back, each at another time', async () => {
    await server.close();
    let drawn = 0;
    const gate = admission(3);
    await open({ admission: gate, chance: () => (drawn += 0.1) });
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const working = Array.from({ length: 3 }, () => gate.inTurn(() => held));
    const waits = new Set<number>();
    for (let at = 0; at < 5; at += 1) {
      const refused = await refusal(await sync(coordinator.token));
      expect(refused).toMatchObject({ status: 503, refused: 'busy' });
      expect(refused.retryAfter).toBe(Math.ceil((refused.retryAfterMs ?? 0) / 1000));
      expect(refused.retryAfterMs).toBeGreaterThanOrEqual(comeBackFromMs);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(comeBackWithinMs);
      waits.add(refused.retryAfterMs ?? 0);
    }
    expect(waits.size).toBe(5);
    end();
    await Promise.all(working);
    expect((await sync(coordinator.token)).status).toBe(200);
  });

  it('are all answered, stored or asked to come back, when many come together', async () => {
    await server.close();
    await open({ admission: admission(10) });
    const send = (id: string) =>
      server.call('POST', '/api/sync', {
        token: coordinator.token,
        body: { ...body, deltas: [packRecord(sampleRecord(id, { kind: 'idea' }))] },
      });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => send(`r${at}`)));
    const stored = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(60 - stored);
    expect(stored).toBeGreaterThanOrEqual(10);
    expect(stored).toBeLessThan(60);
    const { records } = await server.store.journal.since('session:s1', 0, 1e6);
    expect(records).toHaveLength(stored);
  });
});

describe('a request that never ends', () => {
  let running: RunningServer;
  beforeEach(async () => {
    const config = readConfig({ PORT: '0', DATA_DIR: ':memory:', APP_DIR: '/nowhere' });
    if (!config.ok) throw new Error(config.error);
    const started = await startServer(config.value, {
      random: countingRandom(),
      now: () => Date.now(),
      chance: () => 0.5,
      version: appVersion,
      log: () => undefined,
      patience: { headersMs: 200, requestMs: 400, silentMs: 5_000, checkEveryMs: 50 },
    });
    if (!started.ok) throw new Error(started.error);
    running = started.value;
  });
  afterEach(() => running.stop());

  /** The status of the answer, or the code of the broken connection. */
  const drip = (path: string, headers: Record<string, string>, finish: boolean) =>
    new Promise<number | string>((resolve) => {
      const asking = request(`${running.origin}${path}`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asking.on('error', (problem: NodeJS.ErrnoException) => resolve(problem.code ?? 'error'));
      asking.write('{');
      const dripping = setInterval(() => asking.write(' '), 50);
      const stopDripping = () => clearInterval(dripping);
      asking.on('close', stopDripping);
      if (finish) setTimeout(() => (stopDripping(), asking.end('}')), 150);
    });

  it('is cut off, and one that is only slow is answered', async () => {
    const slow = { 'transfer-encoding': 'chunked' };
    expect(await drip('/api/join', slow, true)).toBe(400);
    const from = Date.now();
    expect([408, 'ECONNRESET']).toContain(await drip('/api/join', slow, false));
    expect(Date.now() - from).toBeLessThan(3_000);
  });
});
