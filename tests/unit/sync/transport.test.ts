import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SyncAnswer, SyncRequest } from '#replication/protocol.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Wire } from '#sync/wire.ts';

const request: SyncRequest = { protocol: 1, epoch: null, sentAt: 5, app: '0.1.0', cursors: {}, deltas: [] };
const answer: SyncAnswer = { protocol: 1, epoch: 'e', now: 7, receipts: [], refusals: [], changes: [], heads: {} };
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
const html = (status = 200) =>
  new Response('<title>Welcome to the hotel</title>', { status, headers: { 'content-type': 'text/html' } });
const named = (name: string) => Object.assign(new Error(name), { name });

const wire = (answering: () => Response | Error, seen: { url?: string; init?: RequestInit } = {}): Wire => ({
  fetch: (url, init) => {
    Object.assign(seen, { url, init });
    const answered = answering();
    return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
  },
  timeout: () => new AbortController().signal,
  now: () => Date.parse('2026-11-22T10:00:00Z'),
});
const send = (answering: () => Response | Error) => syncTransport(wire(answering))('token', request);

describe('a request to the server', () => {
  it('carries the token, no cookies and no redirect, and is answered', async () => {
    const seen: { url?: string; init?: RequestInit } = {};
    const sent = await syncTransport(wire(() => json(answer), seen))('token', request);
    expect(sent).toEqual({ type: 'transport/answered', answer });
    expect(seen.url).toBe('/api/sync');
    expect(seen.init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      headers: { authorization: 'Bearer token' },
      body: JSON.stringify(request),
    });
  });

  it('is packed where that is worth it', async () => {
    const seen: { init?: RequestInit } = {};
    const packing: Wire = {
      ...wire(() => json(answer), seen),
      gzip: async (text) => {
        const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
        return new Uint8Array(await new Response(packed).arrayBuffer());
      },
    };
    const long = { ...request, app: 'x'.repeat(2000) };
    await syncTransport(packing)('token', long);
    expect(seen.init?.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(JSON.parse(gunzipSync(seen.init?.body as Uint8Array).toString())).toEqual(long);
    await syncTransport(packing)('token', request);
    expect(seen.init?.headers).not.toHaveProperty('content-encoding');
  });

  it.each([
    ['no network', () => new TypeError('Failed to fetch'), { type: 'transport/away' }],
    ['a request that took too long', () => named('TimeoutError'), { type: 'transport/timed-out' }],
    ['a sign-in page', () => html(), { type: 'transport/not-our-server' }],
    ['a page that says no', () => html(403), { type: 'transport/not-our-server' }],
    ['a page that is not there', () => html(404), { type: 'transport/not-our-server' }],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: '/sign-in' } }),
      { type: 'transport/not-our-server' },
    ],
    [
      'a redirect the browser hides',
      () => Object.defineProperty(json({}), 'type', { value: 'opaqueredirect' }),
      { type: 'transport/not-our-server' },
    ],
    ['JSON of somebody else', () => json({ hello: 'world' }), { type: 'transport/not-our-server' }],
    ['JSON cut short', () => json('{"protocol":1,'), { type: 'transport/not-our-server' }],
    ['a refusal of somebody else', () => json({ error: 'denied' }, 403), { type: 'transport/not-our-server' }],
    ['a device it does not know', () => json({ refused: 'unauthorised' }, 401), { type: 'transport/unauthorised' }],
    [
      'a device it turned away',
      () => json({ refused: 'revoked' }, 403),
      { type: 'transport/revoked', because: 'revoked', ask: [] },
    ],
    [
      'a device whose time is over, and whom its people can ask',
      () => json({ refused: 'revoked', reason: 'expired', ask: ['Office'] }, 403),
      { type: 'transport/revoked', because: 'expired', ask: ['Office'] },
    ],
    ['too much', () => json({ refused: 'too-large', maxBytes: 9 }, 413), { type: 'transport/too-large', maxBytes: 9 }],
    ['too much for a proxy', () => html(413), { type: 'transport/too-large', maxBytes: undefined }],
    [
      'a busy server',
      () => json({ refused: 'busy', retryAfterMs: 1500 }, 503),
      { type: 'transport/busy', retryAfterMs: 1500 },
    ],
    [
      'a busy server, in its header',
      () => json({ refused: 'busy' }, 429, { 'retry-after': '3' }),
      { type: 'transport/busy', retryAfterMs: 3000 },
    ],
    [
      'a busy proxy',
      () => new Response('', { status: 503, headers: { 'retry-after': 'Sun, 22 Nov 2026 10:00:20 GMT' } }),
      { type: 'transport/busy', retryAfterMs: 20_000 },
    ],
    ['a busy proxy that says no time', () => html(429), { type: 'transport/busy', retryAfterMs: undefined }],
    ['a proxy without its server', () => html(502), { type: 'transport/failing', status: 502 }],
    ['a fault of the server', () => json({ oops: true }, 500), { type: 'transport/failing', status: 500 }],
    ['a request cut on its way', () => json({ refused: 'malformed' }, 400), { type: 'transport/failing', status: 400 }],
    ['a later protocol', () => json({ refused: 'protocol' }, 400), { type: 'transport/protocol' }],
    ['an answer of a later protocol', () => json({ protocol: 2, strange: true }), { type: 'transport/protocol' }],
  ])('knows %s', async (_, answering, expected) => {
    expect(await send(answering)).toEqual(expected);
  });

  it('knows an answer that broke off', async () => {
    const broken = new Response(
      new ReadableStream({
        start: (controller) => controller.error(new TypeError('terminated')),
      }),
      { headers: { 'content-type': 'application/json' } },
    );
    expect(await send(() => broken)).toEqual({ type: 'transport/away' });
  });

  it('is not sent where it is larger than the wire takes', async () => {
    const large = { ...request, app: 'ş'.repeat(300_000) };
    const sent = await syncTransport(wire(() => new Error('not asked')))('token', large);
    expect(sent).toEqual({ type: 'transport/too-large', maxBytes: 524_288 });
  });
});
