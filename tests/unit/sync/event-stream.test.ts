import { describe, expect, it } from 'vitest';
import { type EventParts, followEvents, silentMs } from '#sync/event-stream.ts';
import { manualTime } from '#tests/support/manual-time.ts';

const scope = 'session:s1';

/** A server whose streams a test writes to. */
function streamServer(answer?: () => Response | Error) {
  const time = manualTime();
  const asked: RequestInit[] = [];
  const pokes: [string, number][] = [];
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  let opened = 0;
  const parts: EventParts = {
    fetch: (_url, init) => {
      asked.push(init);
      const answered = answer?.();
      if (answered) return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          writer = controller;
          init.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }));
    },
    token: () => Promise.resolve('token'),
    onPoke: (of, head) => pokes.push([of, head]),
    onOpen: () => (opened += 1),
    locks: undefined,
    random: () => 1,
    now: time.now,
    after: time.after,
  };
  return {
    parts,
    time,
    asked,
    pokes,
    opened: () => opened,
    write: (text: string) => writer?.enqueue(new TextEncoder().encode(text)),
    end: () => writer?.close(),
  };
}

describe('the event stream', () => {
  it('carries the token, and says where the server is', async () => {
    const { parts, time, asked, pokes, opened, write } = streamServer();
    const stop = followEvents(parts);
    await time.pass(1);
    write(': here\n\n');
    write(`data: {"scope":"${scope}","he`);
    write('ad":7}\n\ndata: {"scope":"elsewhere","head":1}\n\ndata: not json\n\nevent: odd\n');
    write(`data: {"scope":"${scope}","head":8}\r\n\r\n`);
    await time.pass(1);
    expect(pokes).toEqual([
      [scope, 7],
      [scope, 8],
    ]);
    expect(opened()).toBe(1);
    expect(asked[0]).toMatchObject({ headers: { authorization: 'Bearer token' }, redirect: 'manual' });
    stop();
  });

  it('is asked for again when a busy server says, and not before', async () => {
    const headers = { 'retry-after': '30', 'content-type': 'application/json' };
    const { parts, time, asked } = streamServer(() => new Response('{"refused":"busy"}', { status: 503, headers }));
    const stop = followEvents(parts);
    await time.pass(29_999);
    expect(asked.length).toBe(1);
    await time.pass(2);
    expect(asked.length).toBe(2);
    stop();
  });

  it('is opened again when it ends, with a growing wait where it ends at once', async () => {
    const { parts, time, asked, end } = streamServer();
    const stop = followEvents(parts);
    await time.pass(1);
    end();
    await time.pass(1001);
    expect(asked.length).toBe(2);
    end();
    await time.pass(1001);
    expect(asked.length).toBe(2);
    await time.pass(1000);
    expect(asked.length).toBe(3);
    await time.pass(20_000);
    end();
    await time.pass(1001);
    expect(asked.length).toBe(4);
    stop();
  });

  it('is given up and opened again when it falls silent', async () => {
    const { parts, time, asked, write } = streamServer();
    const stop = followEvents(parts);
    await time.pass(silentMs - 1000);
    write(': here\n\n');
    await time.pass(silentMs - 1000);
    expect(asked.length).toBe(1);
    await time.pass(3000);
    expect(asked.length).toBe(2);
    stop();
  });

  it.each([
    ['an absent server', () => new TypeError('Failed to fetch')],
    ['a sign-in page', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
    ['a device that was turned away', () => new Response('{"refused":"revoked"}', { status: 403 })],
  ])('does not stand with %s, and waits longer each time', async (_, answer) => {
    const { parts, time, asked, opened } = streamServer(answer);
    const stop = followEvents(parts);
    await time.pass(8000);
    expect(asked.length).toBe(4);
    expect(opened()).toBe(0);
    stop();
  });

  it('asks nobody without a token', async () => {
    const { parts, time, asked } = streamServer();
    const stop = followEvents({ ...parts, token: () => Promise.resolve(undefined) });
    await time.pass(300_000);
    expect(asked).toEqual([]);
    stop();
  });

  it('ends when told', async () => {
    const { parts, time, asked } = streamServer();
    const stop = followEvents(parts);
    await time.pass(1);
    stop();
    await time.pass(600_000);
    expect(asked.length).toBe(1);
    expect(asked[0]?.signal?.aborted).toBe(true);
  });
});
