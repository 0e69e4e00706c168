// First, because it brings the database that the others are opened on.
import { capture, exchangeAll, held, join, marks, testDevice, testServer } from '#tests/support/replicas.ts';
import { describe, expect, it, vi } from 'vitest';
import { hashOf, putFiles, sweepFiles } from '#storage/blobs.ts';
import { change, over } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { readDayEnd } from '#storage/queries/day-end.ts';
import { readUnsent } from '#storage/queries/unsent.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { fileOf, photo, photoId } from '#tests/support/photos.ts';
import { sessionScope } from '#tests/support/replicas.ts';

const joined = async () => {
  const [device, server] = [await testDevice(), testServer()];
  await join(device, server);
  await capture(device, 'c1', 'a flip chart');
  return { device, server, db: device.replica.db, files: dexieFiles(device.replica.db) };
};

describe('a photo', () => {
  it('[FL1] is on this tablet until the server has its record and its file, in either order', async () => {
    const { device, server, db, files } = await joined();
    const { file } = await photo(device, 'p1');
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 0, onTablet: 2 });
    await exchangeAll(device, server);
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 1, onTablet: 1 });
    expect(await readUnsent(db)).toMatchObject({ count: 1, due: 0, files: 1 });
    await files.confirm([file.sha256], 'epoch-1');
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 2, onTablet: 0 });

    const second = await photo(device, 'p2');
    await files.confirm([second.file.sha256], 'epoch-1');
    expect(await readDayEnd(db)).toMatchObject({ items: 3, safe: 2, onTablet: 1 });
    await exchangeAll(device, server);
    expect(await readDayEnd(db)).toMatchObject({ items: 3, safe: 3, onTablet: 0 });
  });

  it('[FL1] that waits for its file alone is not sent again, and its caption is', async () => {
    const { device, server, db } = await joined();
    await photo(device, 'p1');
    await exchangeAll(device, server);
    expect((await readUnsent(db)).due).toBe(0);
    expect((await device.store.nextPush(100_000)).deltas).toEqual([]);
    // An answer that names the scope again lets nothing go.
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([{ noun: 'photo', id: 'p1', fields: ['sha256'], waiting: 'file' }]);

    const caption = { caption: over(await held(device, 'photo', 'p1'), 'caption', 'The flip chart of group 2') };
    await commitTo(device.replica, [change('photo', { id: photoId('p1'), scope: sessionScope }, { write: caption })]);
    expect((await readUnsent(db)).due).toBeGreaterThan(0);
    await exchangeAll(device, server);
    expect(await server.journal.read(sessionScope, 'photo', 'p1')).toMatchObject({
      cells: { caption: { values: [{ value: 'The flip chart of group 2' }] } },
    });
    expect(await marks(device)).toMatchObject([{ fields: ['sha256'], waiting: 'file' }]);
  });

  it('of another tablet is not waited for: its bytes are not here', async () => {
    const { device, server } = await joined();
    await photo(device, 'p1');
    await exchangeAll(device, server);
    const other = await testDevice();
    await join(other, server);
    await exchangeAll(other, server);
    expect(await readDayEnd(other.replica.db)).toMatchObject({ items: 2, safe: 2 });
    expect(await dexieFiles(other.replica.db).due()).toEqual([]);
  });
});

describe('another journal', () => {
  it('[FL2] has verified nothing, and an answer of the one before counts no more', async () => {
    const { device, server, db, files } = await joined();
    const { file } = await photo(device, 'p1');
    await exchangeAll(device, server);
    await files.confirm([file.sha256], 'epoch-1');
    expect(await files.due()).toEqual([]);

    const restored = testServer('epoch-2');
    await exchangeAll(device, restored);
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 1, onTablet: 1 });
    expect(await files.due()).toMatchObject([{ sha256: file.sha256, scopes: [sessionScope] }]);
    await files.confirm([file.sha256], 'epoch-1');
    expect(await readDayEnd(db)).toMatchObject({ safe: 1 });
    await files.confirm([file.sha256], 'epoch-2');
    expect(await readDayEnd(db)).toMatchObject({ safe: 2, onTablet: 0 });
  });

  it('[FL2] of another server is sent no file until a person lets the photos go', async () => {
    const { device, server, files } = await joined();
    const { file } = await photo(device, 'p1');
    await exchangeAll(device, server);
    await files.confirm([file.sha256], 'epoch-1');
    await saveServer(device.replica, { token: 'other', role: 'facilitator', name: 'Other', epoch: 'epoch-other' });
    expect(await files.due()).toEqual([]);
    await sendEarlier(device.replica);
    expect(await files.due()).toMatchObject([{ sha256: file.sha256 }]);
  });
});

it('a file is due once for all the photos of it, with every session that names it', async () => {
  const { device, files } = await joined();
  await photo(device, 'p1', 'same');
  await photo(device, 'p2', 'same', { line: 'c2' });
  const { file } = await photo(device, 'p3', 'same', { scope: 'session:s2' });
  expect(await files.due()).toEqual([
    { sha256: file.sha256, mediaType: 'image/webp', scopes: [sessionScope, 'session:s2'], uploadUrl: undefined },
  ]);
  await files.confirm([file.sha256], 'epoch-1');
  await photo(device, 'p4', 'same', { scope: 'session:s3' });
  expect((await files.due())[0]?.scopes).toContain('session:s3');
});

it('where an upload was begun is kept over a restart, until the file is confirmed', async () => {
  const { device, files } = await joined();
  const { sha256 } = (await photo(device, 'p1')).file;
  await files.began(sha256, '/api/files/uploads/1');
  const again = dexieFiles((await testDevice(device)).replica.db);
  expect(await again.due()).toMatchObject([{ sha256, uploadUrl: '/api/files/uploads/1' }]);
  await again.confirm([sha256], 'epoch-1');
  expect(await device.replica.db.files.get(sha256)).not.toHaveProperty('uploadUrl');
});

it('[FL4] an erased photo takes its bytes along, unless another photo is of the same', async () => {
  const { device, server, db } = await joined();
  const { sha256 } = (await photo(device, 'p1', 'same')).file;
  await photo(device, 'p2', 'same');
  await exchangeAll(device, server);
  const erase = (id: string) =>
    server.journal.append(sessionScope, [{ noun: 'photo', id, scope: sessionScope, cells: {}, erased: true }], {
      device: 'office',
      at: 0,
    });
  await erase('p1');
  await exchangeAll(device, server);
  expect(await db.blobs.get(sha256)).toBeDefined();
  await erase('p2');
  await exchangeAll(device, server);
  await exchangeAll(device, server);
  expect(await db.blobs.get(sha256)).toBeUndefined();
  expect(await db.files.get(sha256)).toBeUndefined();
  expect(await marks(device)).toEqual([]);
});

it('[FL3] a photo that does not fit leaves the line as it is, and no record without bytes', async () => {
  const { device, db } = await joined();
  const full = Object.assign(new Error('aborted'), { name: 'AbortError', inner: { name: 'QuotaExceededError' } });
  const disk = vi.spyOn(db.blobs, 'put').mockImplementationOnce(() => Promise.reject(full) as never);
  expect((await photo(device, 'p1')).written).toEqual({ ok: false, error: { type: 'storage/full' } });
  disk.mockRestore();
  expect(await db.nouns().photo.count()).toBe(0);
  expect(await db.files.count()).toBe(0);
  expect((await marks(device)).map(({ id }) => id)).toEqual(['c1']);
  expect((await held(device, 'capture', 'c1')).text).toBe('a flip chart');

  await photo(device, 'p1');
  expect([await db.nouns().photo.count(), await db.blobs.count()]).toEqual([1, 1]);
});

it('what no photo names is swept, and what a deleted photo names is not', async () => {
  const { device, db } = await joined();
  const kept = (await photo(device, 'p1')).file;
  await commitTo(device.replica, [change('photo', { id: photoId('p1'), scope: sessionScope }, { deleted: true })]);
  const left = await fileOf('nobody names this');
  await db.transaction('rw', [db.blobs, db.files], () => putFiles(db, [left]));
  await sweepFiles(db);
  expect(await db.blobs.toCollection().primaryKeys()).toEqual([kept.sha256]);
  expect(await db.files.toCollection().primaryKeys()).toEqual([kept.sha256]);
});

it('files have the name of their bytes', async () => {
  expect((await fileOf('abc', 3)).sha256).toHaveLength(64);
  expect(await hashOf(new ArrayBuffer(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
