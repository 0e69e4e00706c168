import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { heldAnswerSchema, maxFileBytes, maxHeldFiles, pieceBytes } from '#replication/files.ts';
import { type AppInMemory, appInMemory, type CallOptions, type JoinedDevice } from '#tests/support/app-in-memory.ts';

const scope: Scope = 'session:s1';
const elsewhere: Scope = 'session:s2';
let server: AppInMemory;
let coordinator: JoinedDevice;
let tablet: JoinedDevice;
beforeEach(async () => {
  server = appInMemory();
  coordinator = await server.coordinator();
  // The scopes have to be there: one that is not is anybody's.
  for (const name of [scope, elsewhere]) {
    const record = {
      noun: 'session',
      id: name.slice(8),
      scope: name,
      v: { type: 'workshop' },
      s: '0mwsz6rk0000K3vT9aQz',
    };
    const body = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: [record] };
    const answer = await server.call('POST', '/api/sync', { token: coordinator.token, body });
    const { refusals } = (await answer.json()) as { readonly refusals: readonly unknown[] };
    if (refusals.length > 0) throw new Error(`refused: ${JSON.stringify(refusals)}`);
  }
  tablet = await server.facilitator([scope], coordinator);
});
afterEach(() => server.close());

const picture = (seed: number, length = 1000) => Uint8Array.from({ length }, (_, at) => (at * 7 + seed) & 0xff);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const tus = { 'tus-resumable': '1.0.0' };

interface Begin extends CallOptions {
  readonly bytes: Uint8Array;
  readonly sha256?: string;
  readonly of?: string;
  readonly type?: string;
  readonly length?: string;
}
const begin = ({ bytes, sha256 = hashOf(bytes), of = scope, type = 'image/webp', length, token }: Begin) => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const metadata = `sha256 ${base64(sha256)},scope ${base64(of)},type ${base64(type)}`;
  const headers = { ...tus, 'upload-length': length ?? String(bytes.length), 'upload-metadata': metadata };
  return server.call('POST', '/api/files/uploads', { token, headers });
};
const piece = (url: string, token: string, offset: number, body: unknown) =>
  server.call('PATCH', url, {
    token,
    body,
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
const where = async (url: string, token: string) => {
  const answer = await server.call('HEAD', url, { token, headers: tus });
  return { status: answer.status, offset: Number(answer.headers.get('upload-offset')) };
};
const urlOf = async (answer: Response | Promise<Response>) => (await answer).headers.get('location') ?? '';
async function send(bytes: Uint8Array, token = tablet.token, of = scope) {
  const url = await urlOf(begin({ bytes, token, of }));
  return piece(url, token, 0, bytes);
}
async function held(token: string, files: readonly { readonly sha256: string; readonly scope: Scope }[]) {
  const answer = await server.call('POST', '/api/files/held', { token, body: { files } });
  expect(answer.status).toBe(200);
  return v.parse(heldAnswerSchema, await answer.json());
}
const refusal = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  return { status: response.status, ...((await response.json()) as object) };
};
const get = (sha256: string, token: string) => server.call('GET', `/api/files/${sha256}`, { token });

describe('a file', () => {
  it('goes up in pieces, is verified, and comes down for whoever reads its session', async () => {
    const bytes = picture(1, pieceBytes + 100);
    const sha256 = hashOf(bytes);
    const begun = await begin({ bytes, token: tablet.token });
    expect(begun.status).toBe(201);
    const url = await urlOf(begun);
    expect(url).toMatch(/^\/api\/files\/uploads\/[0-9a-f]{32}$/);
    const first = await piece(url, tablet.token, 0, bytes.subarray(0, pieceBytes));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(pieceBytes)]);
    expect((await held(tablet.token, [{ sha256, scope }])).held).toEqual([]);
    expect((await get(sha256, tablet.token)).status).toBe(404);

    expect((await piece(url, tablet.token, pieceBytes, bytes.subarray(pieceBytes))).status).toBe(204);
    expect(await held(tablet.token, [{ sha256, scope }])).toEqual({ epoch: coordinator.epoch, held: [0] });
    const other = await server.facilitator([scope], coordinator);
    const answer = await get(sha256, other.token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('is sent once: who asks for it again, or for another session, is told that it is here', async () => {
    const bytes = picture(2);
    const sha256 = hashOf(bytes);
    await send(bytes);
    const both = await server.facilitator([scope, elsewhere], coordinator);
    expect(
      (
        await held(both.token, [
          { sha256, scope },
          { sha256, scope: elsewhere },
        ])
      ).held,
    ).toEqual([0, 1]);
    expect(await server.store.files.scopesOf(sha256)).toEqual([scope, elsewhere]);
    const there = await server.facilitator([elsewhere], coordinator);
    expect((await get(sha256, there.token)).status).toBe(200);
  });

  it('that is sent twice all the same stays one', async () => {
    const bytes = picture(3);
    expect((await send(bytes)).status).toBe(204);
    expect((await send(bytes)).status).toBe(204);
    expect(await server.store.files.scopesOf(hashOf(bytes))).toEqual([scope]);
  });

  it('[FL5] with another hash than its name is refused, and not kept', async () => {
    const bytes = picture(4);
    const sha256 = hashOf(picture(5));
    const url = await urlOf(begin({ bytes, sha256, token: tablet.token }));
    expect(await refusal(piece(url, tablet.token, 0, bytes))).toEqual({
      status: 422,
      refused: 'malformed',
      reason: 'wrong-hash',
    });
    expect((await held(tablet.token, [{ sha256, scope }])).held).toEqual([]);
    expect((await get(sha256, tablet.token)).status).toBe(404);
    expect(await where(url, tablet.token)).toMatchObject({ status: 404 });
  });
});

describe('an upload that is cut', () => {
  it('goes on where the server has got to', async () => {
    const bytes = picture(6, 5000);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    const cut = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(bytes.subarray(0, 2000)),
      pull: async (stream) => {
        await setTimeout(50);
        stream.error(new Error('the line broke'));
      },
    });
    const answer = await piece(url, tablet.token, 0, cut);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const { offset } = await where(url, tablet.token);
    expect(offset).toBe(2000);
    expect((await piece(url, tablet.token, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await held(tablet.token, [{ sha256: hashOf(bytes), scope }])).held).toEqual([0]);
  });

  it('takes no piece at another place', async () => {
    const bytes = picture(7);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    expect(await refusal(piece(url, tablet.token, 10, bytes.subarray(10)))).toEqual({
      status: 409,
      refused: 'malformed',
      reason: 'wrong-offset',
    });
    expect(await where(url, tablet.token)).toEqual({ status: 200, offset: 0 });
  });

  it('is ended by the next question where the server was cut off before it had hashed the last piece', async () => {
    const bytes = picture(8);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    const finishing = vi.spyOn(server.store.files, 'finish').mockRejectedValueOnce(new Error('power cut'));
    expect((await piece(url, tablet.token, 0, bytes)).status).toBe(500);
    finishing.mockRestore();
    expect(await where(url, tablet.token)).toEqual({ status: 200, offset: bytes.length });
    expect((await held(tablet.token, [{ sha256: hashOf(bytes), scope }])).held).toEqual([0]);
  });

  it('that another process has just ended is here: the slower one is told so', async () => {
    const bytes = picture(19);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    const { files } = server.store;
    vi.spyOn(files, 'finish').mockImplementationOnce(async (upload) => {
      expect(await files.finish(upload)).toBe('kept');
      return files.finish(upload);
    });
    expect((await piece(url, tablet.token, 0, bytes)).status).toBe(204);
    expect((await held(tablet.token, [{ sha256: hashOf(bytes), scope }])).held).toEqual([0]);
    expect(await where(url, tablet.token)).toMatchObject({ status: 404 });
  });

  it('is given up after a week', async () => {
    const bytes = picture(9);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    server.clock.now += 8 * 24 * 3_600_000;
    await begin({ bytes: picture(10), token: tablet.token });
    expect(await where(url, tablet.token)).toMatchObject({ status: 404 });
  });
});

describe('whoever may not', () => {
  it('is refused on every route without a token', async () => {
    for (const [method, path] of [
      ['POST', '/api/files/held'],
      ['POST', '/api/files/uploads'],
      ['HEAD', `/api/files/uploads/${'a'.repeat(32)}`],
      ['PATCH', `/api/files/uploads/${'a'.repeat(32)}`],
      ['GET', `/api/files/${'a'.repeat(64)}`],
    ] as const) {
      expect((await server.call(method, path)).status, `${method} ${path}`).toBe(401);
    }
  });

  it('begins no upload into a session that is not theirs, and learns nothing of its files', async () => {
    const bytes = picture(11);
    const sha256 = hashOf(bytes);
    expect((await send(bytes, coordinator.token, elsewhere)).status).toBe(204);
    expect(await refusal(begin({ bytes, of: elsewhere, token: tablet.token }))).toEqual({
      status: 403,
      refused: 'unauthorised',
      reason: 'scope-not-held',
    });
    const files = [
      { sha256, scope: elsewhere },
      { sha256, scope },
    ];
    expect((await held(tablet.token, files)).held).toEqual([]);
    const missing = hashOf(picture(12));
    expect(await refusal(get(sha256, tablet.token))).toEqual(await refusal(get(missing, tablet.token)));
  });

  it('goes on with no upload of another device', async () => {
    const bytes = picture(13);
    const url = await urlOf(begin({ bytes, token: tablet.token }));
    expect(await where(url, coordinator.token)).toMatchObject({ status: 404 });
    expect(await refusal(piece(url, coordinator.token, 0, bytes))).toEqual({
      status: 404,
      refused: 'malformed',
      reason: 'no-such-upload',
    });
  });

  it('was revoked, sends and reads nothing', async () => {
    const bytes = picture(14);
    await send(bytes);
    await server.devices.revoke(tablet.device, server.clock.now);
    expect((await get(hashOf(bytes), tablet.token)).status).toBe(403);
    expect((await begin({ bytes, token: tablet.token })).status).toBe(403);
  });
});

describe('what is no upload', () => {
  it('is refused with the limit where it is too large', async () => {
    const bytes = picture(15);
    const answer = begin({ bytes, length: String(maxFileBytes + 1), token: tablet.token });
    expect(await refusal(answer)).toEqual({ status: 413, refused: 'too-large', maxBytes: maxFileBytes });
  });

  it('takes no bytes beyond the length that was said', async () => {
    const bytes = picture(16);
    const url = await urlOf(begin({ bytes, length: '900', token: tablet.token }));
    expect((await piece(url, tablet.token, 0, bytes)).status).toBe(413);
    expect((await where(url, tablet.token)).offset).toBeLessThanOrEqual(900);
  });

  it.each([
    ['a length of nothing', { length: '0' }],
    ['no number for a length', { length: 'long' }],
    ['a name that is no hash', { sha256: 'flip-chart.webp' }],
    ['a type with scripts in it', { type: 'image/svg+xml' }],
    ['a scope that is none', { of: 'everything' }],
  ])('is malformed with %s', async (_what, wrong) => {
    expect(await refusal(begin({ bytes: picture(17), token: tablet.token, ...wrong }))).toEqual({
      status: 400,
      refused: 'malformed',
    });
  });

  it('is malformed with a question for too many files', async () => {
    const files = Array.from({ length: maxHeldFiles + 1 }, () => ({ sha256: 'a'.repeat(64), scope }));
    expect((await server.call('POST', '/api/files/held', { token: tablet.token, body: { files } })).status).toBe(400);
  });

  it('is offered to no other origin', async () => {
    const answer = await begin({ bytes: picture(18), token: tablet.token });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await server.call('OPTIONS', '/api/files/uploads', { token: tablet.token })).status).toBe(404);
  });
});
