import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { packRecord } from '#replication/packed.ts';
import { maxBodyBytes, type SyncAnswer, syncAnswerSchema } from '#replication/protocol.ts';
import { type AppInMemory, appInMemory, type CallOptions, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

let server: AppInMemory;
let coordinator: JoinedDevice;
beforeEach(async () => {
  server = appInMemory();
  coordinator = await server.coordinator();
});
afterEach(() => server.close());

const requestOf = (records: readonly RecordState[] = [], cursors: Partial<Record<Scope, number>> = {}) => ({
  protocol: 1,
  epoch: coordinator.epoch,
  sentAt: 0,
  app: '0.1.0',
  cursors,
  deltas: records.map(packRecord),
});
const post = (token: string | undefined, body: unknown, options: CallOptions = {}) =>
  server.call('POST', '/api/sync', { token, body, ...options });
async function sync(token: string, ...request: Parameters<typeof requestOf>): Promise<SyncAnswer> {
  const answer = await post(token, requestOf(...request));
  expect(answer.status).toBe(200);
  return v.parse(syncAnswerSchema, await answer.json());
}
const refusal = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.headers.get('content-type')).toContain('application/json');
  return { status: response.status, ...((await response.json()) as object) };
};
const idea = (id: string, scope: Scope = sampleScope) => sampleRecord(id, { text: id, kind: 'idea' }, { scope });

describe('a request without the right to it', () => {
  it.each([
    ['no token', {}],
    ['another scheme', { headers: { authorization: 'Basic abc' } }],
    ['a token nobody has', { token: 'A'.repeat(43) }],
    ['a token without end', { token: 'A'.repeat(5000) }],
  ])('is refused with %s', async (_what, options) => {
    expect(await refusal(post(undefined, requestOf(), options))).toEqual({ status: 401, refused: 'unauthorised' });
  });

  it('is refused on every route but joining and the probe', async () => {
    for (const [method, path] of [
      ['POST', '/api/sync'],
      ['POST', '/api/invites'],
      ['GET', '/api/events'],
    ] as const) {
      expect(await refusal(server.call(method, path))).toEqual({ status: 401, refused: 'unauthorised' });
    }
  });

  it('is refused from a revoked device, which may keep all it has', async () => {
    await sync(coordinator.token, [idea('a')]);
    await server.devices.revoke(coordinator.device, server.clock.now);
    expect(await refusal(post(coordinator.token, requestOf([idea('b')])))).toEqual({
      status: 403,
      refused: 'revoked',
      reason: 'revoked',
      ask: [],
    });
    expect(await server.store.journal.read(sampleScope, 'capture', 'b')).toBeUndefined();
  });
});

describe('a request that cannot be read', () => {
  it.each([
    ['no JSON', '<html>Welcome to the hotel</html>'],
    ['half a JSON', '{"protocol":1,"epoch":'],
    ['nothing', ''],
    ['another shape', { protocol: 1 }],
    [
      'a cursor below nothing',
      { protocol: 1, epoch: null, sentAt: 0, app: 'x', deltas: [], cursors: { [sampleScope]: -1 } },
    ],
    ['a scope that is none', { protocol: 1, epoch: null, sentAt: 0, app: 'x', deltas: [], cursors: { everything: 0 } }],
    ['protocol 0', { protocol: 0, epoch: null, sentAt: 0, app: 'x', cursors: {}, deltas: [] }],
    ['text that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('is malformed with %s', async (_what, body) => {
    expect(await refusal(post(coordinator.token, body))).toEqual({ status: 400, refused: 'malformed' });
  });

  it('of a later protocol says that the app has to be older or the server newer, whatever its shape', async () => {
    expect(await refusal(post(coordinator.token, { protocol: 2, news: true }))).toEqual({
      status: 400,
      refused: 'protocol',
    });
  });

  it('is malformed in an encoding that is not known, and where gzip is broken', async () => {
    const body = gzipSync(JSON.stringify(requestOf()));
    for (const [encoding, sent] of [
      ['br', body],
      ['gzip', body.subarray(0, body.length - 12)],
      ['gzip', Buffer.from('not gzip')],
    ] as const) {
      const options = { headers: { 'content-encoding': encoding } };
      expect(await refusal(post(coordinator.token, new Uint8Array(sent), options))).toEqual({
        status: 400,
        refused: 'malformed',
      });
    }
  });
});

describe('the size of a request', () => {
  const padded = (bytes: number) => {
    const empty = JSON.stringify({ ...requestOf(), pad: '' });
    return JSON.stringify({ ...requestOf(), pad: 'x'.repeat(bytes - empty.length) });
  };

  it('may be the limit, and not a byte more', async () => {
    expect((await post(coordinator.token, padded(maxBodyBytes))).status).toBe(200);
    expect(await refusal(post(coordinator.token, padded(maxBodyBytes + 1)))).toEqual({
      status: 413,
      refused: 'too-large',
      maxBytes: maxBodyBytes,
    });
  });

  it('counts unpacked, so that a small file of zeros is not unpacked at all', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect((await post(coordinator.token, new Uint8Array(gzipSync(padded(maxBodyBytes))), { headers })).status).toBe(
      200,
    );
    const bomb = gzipSync(Buffer.alloc(200 * maxBodyBytes, ' '));
    expect(await refusal(post(coordinator.token, new Uint8Array(bomb), { headers }))).toMatchObject({
      status: 413,
      maxBytes: maxBodyBytes,
    });
  });
});

describe('a round trip', () => {
  it('takes what is sent and brings what others sent', async () => {
    const tablet = await server.facilitator([sampleScope], coordinator);
    const first = await sync(coordinator.token, [idea('a')]);
    expect(first.receipts).toMatchObject([{ delta: 0, number: 1 }]);
    expect(first.now).toBe(server.clock.now);
    const { changes, heads } = await sync(tablet.token, [idea('b')], { [sampleScope]: 0 });
    expect(heads).toEqual({ [sampleScope]: 2 });
    expect(changes[0]).toMatchObject({ after: 0, cursor: 2, more: false });
    expect(changes[0]?.records.map(({ id }) => id)).toEqual(['a']);
    expect(await server.store.journal.history(sampleScope, 'capture', 'b')).toMatchObject([
      { device: tablet.device, at: server.clock.now, number: 2 },
    ]);
  });

  it('is packed with gzip both ways where the device takes it', async () => {
    const records = Array.from({ length: 50 }, (_, at) => idea(`r${at}`));
    const body = new Uint8Array(gzipSync(JSON.stringify(requestOf(records, { [sampleScope]: 0 }))));
    const headers = { 'content-encoding': 'gzip', 'accept-encoding': 'gzip, br' };
    const answer = await post(coordinator.token, body, { headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const packed = Buffer.from(await answer.arrayBuffer());
    const parsed = v.parse(syncAnswerSchema, JSON.parse(gunzipSync(packed).toString()));
    expect(parsed.receipts).toHaveLength(50);
    expect(packed.length).toBeLessThan(JSON.stringify(parsed).length / 3);
  });

  it.each(['', 'br', 'gzip;q=0', 'identity'])('is answered plainly where the device accepts "%s"', async (accepted) => {
    const records = Array.from({ length: 50 }, (_, at) => idea(`r${at}`));
    const answer = await post(coordinator.token, requestOf(records), { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(((await answer.json()) as SyncAnswer).receipts).toHaveLength(50);
  });

  it('notes when a device was seen, and which version it runs, at most once a minute', async () => {
    const seen = async () => (await server.devices.withToken(coordinator.token)) ?? { lastSeenAt: 0, app: '' };
    const first = server.clock.now;
    await sync(coordinator.token);
    expect(await seen()).toMatchObject({ lastSeenAt: first, app: '0.1.0' });
    server.clock.now += 59_000;
    await sync(coordinator.token);
    expect(await seen()).toMatchObject({ lastSeenAt: first });
    server.clock.now += 1_000;
    await post(coordinator.token, { ...requestOf(), app: '0.2.0' });
    expect(await seen()).toMatchObject({ lastSeenAt: first + 60_000, app: '0.2.0' });
  });
});

describe('who may read and write what', () => {
  const theirs: Scope = 'session:theirs';

  it('a coordinator: every scope there is', async () => {
    const tablet = await server.facilitator(['session:s1'], coordinator);
    await sync(tablet.token, [idea('a', theirs)]);
    const { heads, changes } = await sync(coordinator.token, [idea('b', theirs)], { [theirs]: 0 });
    expect(heads).toEqual({ [theirs]: 2 });
    expect(changes[0]?.records.map(({ id }) => id)).toEqual(['a']);
  });

  it('a facilitator: what it was invited to and what it began, and nothing else', async () => {
    const one = await server.facilitator(['session:s1'], coordinator);
    const two = await server.facilitator(['session:s1'], coordinator);
    await sync(coordinator.token, [idea('a'), idea('a', theirs)]);
    const began: Scope = 'session:began';
    expect((await sync(one.token, [idea('b'), idea('b', began)])).heads).toEqual({ 'session:s1': 2, [began]: 1 });
    const answer = await sync(two.token, [idea('c', theirs), idea('c', began), idea('c')], { [theirs]: 0, [began]: 0 });
    expect(answer.refusals).toEqual([
      { delta: 0, reason: 'forbidden' },
      { delta: 1, reason: 'forbidden' },
    ]);
    expect(answer.receipts).toMatchObject([{ delta: 2, number: 3 }]);
    expect(answer.heads).toEqual({ 'session:s1': 3 });
    expect(answer.changes).toEqual([]);
  });

  it('a facilitator invited to everything: what comes later too', async () => {
    const body = { scopes: 'all', role: 'facilitator', expiresInHours: 1 };
    const { code } = (await (await server.call('POST', '/api/invites', { token: coordinator.token, body })).json()) as {
      code: string;
    };
    const tablet = (await (
      await server.call('POST', '/api/join', { body: { code, deviceName: 'x' } })
    ).json()) as JoinedDevice;
    await sync(coordinator.token, [idea('a', theirs)]);
    expect((await sync(tablet.token, [idea('b', theirs)])).heads).toEqual({ [theirs]: 2 });
  });

  it('a scope begins with its first record: what was refused makes nobody a member', async () => {
    const one = await server.facilitator(['session:s1'], coordinator);
    const two = await server.facilitator(['session:s1'], coordinator);
    const bad = sampleRecord('a', { kind: 'no such kind' }, { scope: theirs });
    expect(await sync(one.token, [bad])).toMatchObject({ heads: {}, refusals: [{ reason: 'invalid' }] });
    expect((await sync(two.token, [idea('b', theirs)])).heads).toEqual({ [theirs]: 1 });
    expect((await sync(one.token, [idea('c', theirs)])).refusals).toEqual([{ delta: 0, reason: 'forbidden' }]);
  });
});

describe('a server in trouble', () => {
  it('asks the device to come back when the disk is full, and says so to whoever runs it', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    vi.spyOn(server.devices, 'withToken').mockRejectedValueOnce(full);
    const answer = await post(coordinator.token, requestOf());
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await refusal(answer)).toEqual({ status: 503, refused: 'busy', retryAfterMs: 30_000 });
    expect(server.logged.join('\n')).toContain('database or disk is full');
  });

  it('answers a fault of its own in JSON and logs no word of what was sent', async () => {
    vi.spyOn(server.devices, 'withToken').mockRejectedValueOnce(new TypeError('cannot read "Somebody’s telephone"'));
    expect(await refusal(post(coordinator.token, requestOf()))).toMatchObject({ status: 500, refused: 'busy' });
    expect(server.logged.join('\n')).toContain('TypeError');
    expect(server.logged.join('\n')).not.toContain('telephone');
  });

  it('logs requests without addresses of pages, codes or tokens', async () => {
    await sync(coordinator.token, [idea('a')]);
    await server.call('GET', '/sessions/secret-session?code=ABCD-EFGH');
    const log = server.logged.join('\n');
    expect(log).toContain('"method":"POST","route":"/api/sync","status":200');
    expect(log).toContain('"method":"GET","route":"page"');
    for (const word of [coordinator.token, 'secret-session', 'ABCD', '192.0.2']) expect(log).not.toContain(word);
  });
});
