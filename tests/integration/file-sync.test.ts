// First, because it brings the database that the others are opened on.
import { capture, sessionScope, testDevice, type TestDevice } from '#tests/support/replicas.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tusUpload } from '#app/tus-upload.ts';
import { pieceBytes } from '#replication/files.ts';
import { hashOf } from '#storage/blobs.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { readDayEnd } from '#storage/queries/day-end.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { syncEngine } from '#sync/engine.ts';
import { exchangeFiles } from '#sync/file-exchange.ts';
import { fetchFile } from '#sync/fetch-file.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Wire } from '#sync/wire.ts';
import { type AppInMemory, appInMemory } from '#tests/support/app-in-memory.ts';
import { photo } from '#tests/support/photos.ts';

const origin = 'http://baraza.example';
let server: AppInMemory;
beforeEach(() => {
  server = appInMemory();
});
afterEach(() => server.close());

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly offset: string | null;
}

/** A line to the server. `cut` may answer in its place, or break. */
function lineTo(cut: (asked: Asked) => Response | undefined = () => undefined) {
  const asked: Asked[] = [];
  const wire: Wire = {
    fetch: async (url, init) => {
      const { pathname: path } = new URL(url, origin);
      const headers = new Headers(init.headers);
      const one = { method: init.method ?? 'GET', path, offset: headers.get('upload-offset') };
      asked.push(one);
      const instead = cut(one);
      if (instead) return instead;
      const body = init.body instanceof ArrayBuffer ? new Uint8Array(init.body) : init.body;
      return server.call(one.method as 'GET', path, { body: body ?? undefined, headers: Object.fromEntries(headers) });
    },
    timeout: () => new AbortController().signal,
    now: () => 0,
  };
  return { asked, wire };
}

async function joined(): Promise<TestDevice> {
  const device = await testDevice();
  const { token, role, epoch } = await server.coordinator();
  await saveServer(device.replica, { token, role, epoch, name: 'Server' });
  await capture(device, 'c1', 'a flip chart');
  return device;
}
const lock = <T>(work: () => Promise<T>) => work();
const records = ({ store }: TestDevice, { wire }: ReturnType<typeof lineTo>) =>
  syncEngine({ store, send: syncTransport(wire), now: () => 0, app: 'test', lock }).exchange();
const files = ({ replica }: TestDevice, { wire }: ReturnType<typeof lineTo>) =>
  exchangeFiles({ files: dexieFiles(replica.db), wire, send: tusUpload(wire, origin), hashOf, lock });
const dayEnd = ({ replica }: TestDevice) => readDayEnd(replica.db);

describe('a photo', () => {
  it('[FL1] is safe after its record and its file have gone, beside each other', async () => {
    const [device, line] = [await joined(), lineTo()];
    const { file } = await photo(device, 'p1', 'p1', { bytes: pieceBytes + 10 });
    expect(await files(device, line)).toEqual({ type: 'rounds/done', more: false });
    expect(await dayEnd(device)).toMatchObject({ safe: 0 });
    await records(device, line);
    expect(await dayEnd(device)).toMatchObject({ items: 2, safe: 2 });
    expect(line.asked.flatMap(({ offset }) => offset ?? [])).toEqual(['0', String(pieceBytes)]);
    expect(await server.store.files.scopesOf(file.sha256)).toEqual([sessionScope]);
  });

  it('[FL1] goes again where the server was put back to before it, and a word of the old journal counts no more', async () => {
    const [device, line] = [await joined(), lineTo()];
    const { file } = await photo(device, 'p1');
    await records(device, line);
    await files(device, line);
    expect(await dayEnd(device)).toMatchObject({ items: 2, safe: 2 });
    await server.close();
    server = appInMemory({ seed: 'restored' });
    const { token, role, epoch } = await server.coordinator();
    await saveServer(device.replica, { token, role, epoch, name: 'Restored' });
    await sendEarlier(device.replica);
    expect(await dayEnd(device)).toMatchObject({ safe: 0 });
    await records(device, line);
    await files(device, line);
    expect(await dayEnd(device)).toMatchObject({ safe: 2 });
    expect(await server.store.files.scopesOf(file.sha256)).toEqual([sessionScope]);
  });

  it('that another tablet has sent is not sent again', async () => {
    const [a, b, line] = [await joined(), await joined(), lineTo()];
    for (const device of [a, b]) {
      await photo(device, 'p1', 'the same picture');
      await records(device, line);
      await files(device, line);
      expect(await dayEnd(device)).toMatchObject({ items: 2, safe: 2 });
    }
    expect(line.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it('is fetched by the tablet that has its record, and kept there', async () => {
    const [a, b, line] = [await joined(), await joined(), lineTo()];
    const { file } = await photo(a, 'p1');
    const { token = '' } = (await dexieFiles(b.replica.db).link()) ?? {};
    expect(await fetchFile(line.wire, token, file.sha256, hashOf)).toEqual({ type: 'fetched/not-there' });
    await records(a, line);
    await files(a, line);
    await records(b, line);
    const fetched = await fetchFile(line.wire, token, file.sha256, hashOf);
    if (fetched.type !== 'fetched/here') throw new Error(fetched.type);
    await dexieFiles(b.replica.db).keep({ ...fetched, sha256: file.sha256 });
    expect(await b.replica.db.blobs.get(file.sha256)).toEqual({ sha256: file.sha256, bytes: file.bytes });
    // It came from the server, so there it is.
    expect(await dexieFiles(b.replica.db).due()).toEqual([]);
  });

  it('[FL5] is not taken where other bytes come in its place', async () => {
    const line = lineTo(() => new Response('<html>Hotel</html>', { headers: { 'content-type': 'image/webp' } }));
    expect(await fetchFile(line.wire, 'token', 'a'.repeat(64), hashOf)).toEqual({ type: 'fetched/away' });
  });
});

describe('an upload', () => {
  it('that is cut goes on where the server has got to, from another start of the app, too', async () => {
    const device = await joined();
    await photo(device, 'p1', 'p1', { bytes: 3 * pieceBytes });
    const weak = lineTo(({ offset }) => {
      if (offset === String(2 * pieceBytes)) throw new TypeError('Failed to fetch');
      return undefined;
    });
    expect(await files(device, weak)).toEqual({ type: 'transport/away' });
    const [again, line] = [await testDevice(device), lineTo()];
    expect(await files(again, line)).toEqual({ type: 'rounds/done', more: false });
    expect(line.asked.map(({ method, offset }) => [method, offset])).toEqual([
      ['POST', null],
      ['HEAD', null],
      ['PATCH', String(2 * pieceBytes)],
      ['POST', null],
    ]);
    expect(await dexieFiles(device.replica.db).due()).toEqual([]);
  });

  it('whose last answer was lost is not sent again', async () => {
    const device = await joined();
    await photo(device, 'p1');
    let lost = false;
    const weak = lineTo();
    const { fetch } = weak.wire;
    const losing: Wire = {
      ...weak.wire,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (init.method !== 'PATCH') return answer;
        lost = true;
        throw new TypeError('Failed to fetch');
      },
    };
    expect(await files(device, { ...weak, wire: losing })).toEqual({ type: 'transport/away' });
    expect(lost).toBe(true);
    const line = lineTo();
    await files(device, line);
    expect(line.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/files/held']);
    expect(await dexieFiles(device.replica.db).due()).toEqual([]);
  });

  it('that was given up on the server begins anew', async () => {
    const device = await joined();
    const { file } = await photo(device, 'p1');
    await dexieFiles(device.replica.db).began(file.sha256, `/api/files/uploads/${'0'.repeat(32)}`);
    await files(device, lineTo());
    expect(await dexieFiles(device.replica.db).due()).toEqual([]);
  });

  it.each([
    ['a hotel’s page', () => new Response('<html>Sign in</html>', { status: 200 }), 'transport/not-our-server'],
    ['a proxy without its server', () => new Response('Bad gateway', { status: 502 }), 'transport/failing'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')) as never, 'transport/away'],
  ])('answered by %s waits, and confirms nothing', async (_who, answer, type) => {
    const device = await joined();
    await photo(device, 'p1');
    for (const where of ['/api/files/held', '/api/files/uploads'])
      expect(
        await files(
          device,
          lineTo(({ path }) => (path.startsWith(where) ? answer() : undefined)),
        ),
      ).toMatchObject({
        type,
      });
    expect(await dexieFiles(device.replica.db).due()).toHaveLength(1);
  });

  it('of bytes that are not those named is not begun, and said so', async () => {
    const [device, line] = [await joined(), lineTo()];
    const { file } = await photo(device, 'p1');
    await device.replica.db.blobs.put({ sha256: file.sha256, bytes: new ArrayBuffer(5) });
    expect(await files(device, line)).toEqual({ type: 'rounds/done', more: false });
    expect(await device.replica.db.files.get(file.sha256)).toMatchObject({ trouble: 'damaged' });
    expect(line.asked.map(({ path }) => path)).toEqual(['/api/files/held']);
    await records(device, line);
    expect(await dayEnd(device)).toMatchObject({ items: 2, safe: 1, onTablet: 1 });
  });

  it('that is too large for the server stays on this tablet, and the others go on', async () => {
    const [device, line] = [await joined(), lineTo()];
    const large = await photo(device, 'p1', 'large', { bytes: 10 * 1024 * 1024 + 1 });
    await photo(device, 'p2', 'small');
    expect(await files(device, line)).toEqual({ type: 'rounds/done', more: false });
    expect(await device.replica.db.files.get(large.file.sha256)).toMatchObject({ trouble: 'too-large' });
    await records(device, line);
    expect(await dayEnd(device)).toMatchObject({ items: 3, safe: 2, onTablet: 1 });
  });

  it('that the server says it has not, though it was sent, is not tried without end', async () => {
    const device = await joined();
    await photo(device, 'p1');
    const forgetting = lineTo(({ path }) =>
      path === '/api/files/held' ? Response.json({ epoch: device.replica.server?.epoch, held: [] }) : undefined,
    );
    expect(await files(device, forgetting)).toEqual({ type: 'rounds/stalled' });
    expect(forgetting.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
  });

  it('into a session that is not open to this tablet waits, and the others go', async () => {
    const [device, other] = [await joined(), await joined()];
    const line = lineTo();
    await photo(device, 'p1');
    await photo(other, 'p2', 'p2', { scope: 'session:theirs' });
    await records(device, line);
    await records(other, line);
    const invited = await server.facilitator([sessionScope], await server.coordinator());
    const tablet = await testDevice();
    await saveServer(tablet.replica, { ...invited, name: 'Server' });
    await photo(tablet, 'p3', 'p3', { scope: 'session:theirs' });
    await photo(tablet, 'p4', 'p4');
    expect(await files(tablet, line)).toEqual({ type: 'rounds/stalled' });
    expect((await dexieFiles(tablet.replica.db).due()).map(({ scopes }) => scopes)).toEqual([['session:theirs']]);
  });
});
