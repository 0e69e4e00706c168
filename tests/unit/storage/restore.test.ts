import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appVersion } from '#documents/app-version.ts';
import { type Backup, readBackup, writeBackup } from '#documents/backup.ts';
import { bundledExample } from '#features/examples/bundled.ts';
import { changesOf } from '#features/examples/example.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { backupExtent, backupSource } from '#storage/queries/backup.ts';
import { readDayEnd } from '#storage/queries/day-end.ts';
import { previewRestore, restore } from '#storage/restore.ts';
import { sendEarlier } from '#storage/scopes.ts';
import { db, thisDevice } from '#storage/this-device.ts';
import { photo } from '#tests/support/photos.ts';
import {
  capture,
  captureId,
  contents,
  exchangeAll,
  join,
  sessionScope,
  type TestDevice,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';

/** Through the bytes of a file, as a person would carry it. */
function carried(source: Awaited<ReturnType<typeof backupSource>>): Backup {
  const read = readBackup(writeBackup({ app: appVersion, madeAt: 1, ...source }, source.records, source.files));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}
const sourceOf = async ({ replica }: TestDevice) => ({
  records: await readRecords(replica.db),
  scopes: [{ scope: sessionScope }],
  device: { id: 'other', holder: null },
});
const restored = ({ head, records, files = [] }: Omit<Backup, 'files'> & Partial<Backup>) =>
  restore({ records, scopes: head.scopes, files });
const noPhotos = { photos: 0, photosNotKept: 0 };
const here = async () => contents({ replica: await thisDevice() } as TestDevice);

/** A device with lines, one written by two people at once, one deleted, one deleted and changed since, one erased. */
async function usedDevice(): Promise<TestDevice> {
  const [device, other] = [await testDevice(), await testDevice()];
  await capture(device, 'c1', 'Şule said “İzmir”\nover two lines');
  await capture(other, 'c1', 'as another wrote it');
  await capture(device, 'c2', 'a slip');
  await capture(device, 'c3', 'deleted here', 'idea');
  await importRecords(other.replica, await readRecords(device.replica.db));
  for (const id of ['c2', 'c3']) {
    await commitTo(device.replica, [change('capture', { id: captureId(id), scope: sessionScope }, { deleted: true })]);
  }
  await capture(other, 'c3', 'changed there', 'idea');
  await importRecords(device.replica, await readRecords(other.replica.db));
  await importRecords(device.replica, [
    { noun: 'person', id: 'gone', scope: 'register:r1', v: {}, e: true },
    { noun: 'hologram', id: 'h1', scope: sessionScope, v: { glow: 7 }, s: '000000000000WriterNw' as never },
  ]);
  return device;
}

beforeEach(async () => {
  await thisDevice();
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()));
});

describe('restoring a backup', () => {
  it('on an empty tablet gives the same state, through the bytes of the file', async () => {
    const from = await usedDevice();
    const backup = carried(await sourceOf(from));
    expect(await restored(backup)).toEqual({ ok: true, value: { added: 5, changed: 0, same: 0, ...noPhotos } });
    expect(await here()).toEqual(await contents(from));
    // And from there once more to a third one.
    const third = await testDevice();
    await importRecords(third.replica, carried(await backupSource()).records as never);
    expect(await contents(third)).toEqual(await contents(from));
  });

  it('twice changes nothing', async () => {
    const backup = carried(await sourceOf(await usedDevice()));
    await restored(backup);
    const before = await here();
    const marks = await db.pending.toArray();
    expect(await restored(backup)).toEqual({ ok: true, value: { added: 0, changed: 0, same: 5, ...noPhotos } });
    expect(await here()).toEqual(before);
    expect(await db.pending.toArray()).toEqual(marks);
  });

  it('says before what it will bring, and writes nothing by saying so', async () => {
    const from = await usedDevice();
    const early = carried(await sourceOf(from));
    await restored(early);
    await capture(from, 'c1', 'later');
    await capture(from, 'c9', 'new');
    const { records, head } = carried(await sourceOf(from));
    const before = await here();
    expect(await previewRestore({ records, scopes: head.scopes })).toMatchObject({
      ok: true,
      value: { added: 1, changed: 1, same: 4, ...noPhotos },
    });
    expect(await here()).toEqual(before);
    expect(await restored({ records, head })).toEqual({
      ok: true,
      value: { added: 1, changed: 1, same: 4, ...noPhotos },
    });
  });

  it('loses nothing that is here: an older backup brings no old text back', async () => {
    const from = await usedDevice();
    const old = carried(await sourceOf(from));
    await restored(old);
    const replica = await thisDevice();
    expect((await db.nouns().capture.get('c2'))?.v['deletedAt']).toEqual(expect.any(Number));
    await commitTo(replica, [
      change('capture', { id: captureId('c4'), scope: sessionScope }, { write: { text: fresh('written since') } }),
    ]);
    const before = await here();
    await restored(old);
    expect(await here()).toEqual(before);
  });

  it('takes all or nothing: one record that cannot be kept stops it, and is named', async () => {
    const { records, head } = carried(await sourceOf(await usedDevice()));
    const broken = { ...(records[0] as object), v: { kind: 'no such kind' } };
    const unknown = await restored({
      head,
      records: [...records.slice(1), { ...broken, noun: 'capture', id: 'bad' } as never],
    });
    expect(unknown).toMatchObject({
      ok: false,
      error: { type: 'restore/unreadable', count: 1, total: 5, first: 'capture bad' },
    });
    expect(await here()).toEqual([]);
  });

  it('of an example stays an example, and is not sent', async () => {
    const example = await bundledExample('seychelles');
    const from = await testDevice();
    await commitTo(from.replica, changesOf(example), { example: true });
    const scopes = (await from.replica.db.scopes.toArray()).map(({ scope }) => ({ scope, example: true }));
    const backup = carried({ ...(await sourceOf(from)), scopes });
    expect((await restored(backup)).ok).toBe(true);
    expect(await here()).toEqual(await contents(from));
    expect((await db.scopes.toArray()).map(({ example: is, sending }) => [is, sending])).toEqual(
      scopes.map(() => [true, false]),
    );
    expect((await backupSource()).scopes).toEqual(scopes.toSorted((a, b) => (a.scope < b.scope ? -1 : 1)));
  });

  it('brings photos back, safe only when the server has them again', async () => {
    const [from, server] = [await testDevice(), testServer()];
    await capture(from, 'c1', 'a flip chart');
    const { file } = await photo(from, 'p1');
    const source = await sourceOf(from);
    const files = [{ sha256: file.sha256, mediaType: file.mediaType, bytes: file.bytes }];
    const records = carried(source);
    const whole = carried({ ...source, files });
    expect(whole.files).toEqual(files);
    // The records came before the pictures, and the server has them by now.
    await restored(records);
    const device = { ...(await testDevice()), replica: await thisDevice() };
    const joined = { ...device, store: dexieReplica(device.replica) };
    await join(joined, server);
    await sendEarlier(device.replica);
    await exchangeAll(joined, server);
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 2 });

    expect(await previewRestore({ ...whole, scopes: [] })).toMatchObject({ ok: true, value: { same: 2, photos: 1 } });
    expect(await restored(whole)).toMatchObject({ ok: true, value: { photos: 1, photosNotKept: 0 } });
    expect(await db.blobs.get(file.sha256)).toEqual({ sha256: file.sha256, bytes: file.bytes });
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 1, onTablet: 1 });
    expect(await restored(whole)).toMatchObject({ ok: true, value: { same: 2, photos: 0 } });
    expect((await backupSource()).files).toEqual(files);
    expect(await backupExtent()).toMatchObject({ photos: 1, photosBeyond: 0, photosAway: 0 });
    await dexieFiles(db).confirm([file.sha256], 'epoch-1');
    expect(await readDayEnd(db)).toMatchObject({ items: 2, safe: 2 });
  });

  it('[FL5] takes no picture whose bytes are not those of its name, and the records all the same', async () => {
    const from = await testDevice();
    const { file } = await photo(from, 'p1');
    const backup = carried(await sourceOf(from));
    const forged = [{ sha256: file.sha256, mediaType: file.mediaType, bytes: new ArrayBuffer(9) }];
    expect(await restored({ ...backup, files: forged })).toMatchObject({ ok: true, value: { added: 1, photos: 0 } });
    expect(await db.blobs.count()).toBe(0);
    expect(await backupExtent()).toMatchObject({ photos: 0, photosAway: 1 });
  });

  it('[FL4] brings no picture back of a photo that was erased here', async () => {
    const from = await testDevice();
    const { file } = await photo(from, 'p1');
    const backup = carried({ ...(await sourceOf(from)), files: [file] });
    await restored(backup);
    await importRecords(await thisDevice(), [{ noun: 'photo', id: 'p1', scope: sessionScope, v: {}, e: true }]);
    expect(await db.blobs.count()).toBe(0);
    const nothing = { ok: true, value: { added: 0, changed: 0, same: 1, photos: 0 } };
    expect(await previewRestore({ ...backup, scopes: [] })).toMatchObject(nothing);
    expect(await restored(backup)).toMatchObject(nothing);
    expect([await db.blobs.count(), await db.files.count()]).toEqual([0, 0]);
  });

  it('[FL3] keeps the records where a picture does not fit', async () => {
    const from = await testDevice();
    const { file } = await photo(from, 'p1');
    const full = vi.spyOn(db.blobs, 'put').mockImplementationOnce(() => Promise.reject(new Error('full')) as never);
    const backup = carried({ ...(await sourceOf(from)), files: [file] });
    expect(await restored(backup)).toMatchObject({ ok: true, value: { added: 1, photos: 1, photosNotKept: 1 } });
    full.mockRestore();
    expect([await db.nouns().photo.count(), await db.files.count()]).toEqual([1, 0]);
  });

  it('of some scopes holds those and no others', async () => {
    await restored(carried(await sourceOf(await usedDevice())));
    const { records, scopes } = await backupSource([sessionScope]);
    expect(new Set(records.map(({ scope }) => scope))).toEqual(new Set([sessionScope]));
    expect(scopes).toEqual([{ scope: sessionScope }]);
  });

  it('holds no line that is still being typed', async () => {
    await db.drafts.put({ key: 'line:g1', text: 'half a', caret: 6, at: 1, about: { scope: sessionScope } });
    expect(JSON.stringify((await backupSource()).records)).not.toContain('half a');
  });
});
