/** Hand-over by file: what goes into it, what it would bring, and that it brings it once. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { appVersion } from '#documents/app-version.ts';
import { type Backup, readBackup, writeBackup } from '#documents/backup.ts';
import type { NounId } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { otherValues, unpackCell } from '#replication/packed.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { type HandOverSource, sessionHandOver, unsentExtent, unsentHandOver } from '#storage/queries/hand-over.ts';
import { previewRestore, restore } from '#storage/restore.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { db, thisDevice } from '#storage/this-device.ts';
import { photo } from '#tests/support/photos.ts';
import {
  capture,
  captureId,
  contents,
  exchangeAll,
  held,
  join,
  marks,
  sessionId,
  sessionScope,
  type TestDevice,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';

const registerId = 'register-1' as NounId<'register'>;
const programmeId = 'programme-1' as NounId<'programme'>;
const programmeScope = scopeOf('programme', programmeId);
const registerScope = scopeOf('register', registerId);
const scopes = [programmeScope, registerScope, sessionScope];

/** This tablet, whose store the queries read. */
async function own(): Promise<TestDevice> {
  const device = await testDevice();
  const replica = await thisDevice();
  return { ...device, replica, store: dexieReplica(replica) };
}
/** A session with its programme, its register, a block with a group, and a person. */
async function startSession({ replica }: TestDevice): Promise<void> {
  const written = await commitTo(replica, [
    change('programme', { id: programmeId, scope: programmeScope }, { write: { title: fresh('Partnership') } }),
    change('register', { id: registerId, scope: registerScope }, { set: { programmeId } }),
    change('session', { id: sessionId, scope: sessionScope }, { set: { programmeId, registerId, type: 'workshop' } }),
    change('block', { id: 'b1' as NounId<'block'>, scope: sessionScope }, { set: { order: 'a' } }),
    change('group', { id: 'g1' as NounId<'group'>, scope: sessionScope }, { set: { blockId: 'b1' as never } }),
    change('person', { id: 'p1' as NounId<'person'>, scope: registerScope }, { set: { givenName: 'Person' } }),
  ]);
  if (!written.ok) throw new Error(written.error.type);
}
/** Over what is on screen. */
async function edit(device: TestDevice, id: string, text: string): Promise<void> {
  const cell = unpackCell((await held(device, 'capture', id)).row, 'text');
  const seen = cell?.kind === 'text' ? cell.context : {};
  await commitTo(device.replica, [
    change('capture', { id: captureId(id), scope: sessionScope }, { write: { text: { value: text, seen } } }),
  ]);
}
/** Through the bytes of a file, as a person would carry it. */
function carried({ records, files, ...facts }: HandOverSource): Backup {
  const read = readBackup(writeBackup({ app: appVersion, madeAt: 1, ...facts }, records, files));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}
const contentsOf = ({ head, records, files }: Backup) => ({
  records,
  files,
  scopes: head.scopes,
  whole: head.handOver?.whole,
});
/** Adds a file to another tablet than this. */
const addTo = ({ replica }: TestDevice, { head, records }: Backup) =>
  importRecords(replica, records as never, { whole: head.handOver && new Set(head.handOver.whole) });
const ids = ({ records }: Backup) => records.map(({ id }) => id).toSorted();
const write = ({ replica }: TestDevice, id: string) =>
  commitTo(replica, [
    change('capture', { id: captureId(id), scope: sessionScope }, { write: { text: fresh('written here') } }),
  ]);

beforeEach(async () => {
  const replica = await thisDevice();
  replica.server = undefined;
  replica.whole.clear();
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()));
  await db.meta.delete('server');
});

describe('a hand-over of a session', () => {
  it('[IM1] is merged into a tablet that is not empty, as its preview said, and twice changes nothing', async () => {
    const [here, other] = [await own(), await testDevice()];
    await startSession(here);
    await capture(here, 'c1', 'one');
    await addTo(other, carried(await sessionHandOver(scopes)));
    await other.replica.setHolder('Théo');
    await edit(other, 'c1', 'one, as the other tablet has it');
    await capture(other, 'c2', 'two');
    await edit(here, 'c1', 'one, as this tablet has it');
    await capture(here, 'c3', 'three');
    const before = await contents(here);

    const theirs = carried({
      records: await readRecords(other.replica.db),
      scopes: scopes.map((scope) => ({ scope })),
      device: { id: 'other', holder: 'Théo', name: 'Room 2' },
      handOver: { of: 'session', whole: scopes },
    });
    expect(theirs.head).toMatchObject({ version: 3, device: { holder: 'Théo', name: 'Room 2' } });
    const brings = await previewRestore(contentsOf(theirs));
    expect(brings).toEqual({
      ok: true,
      value: {
        added: 1,
        changed: 1,
        same: 6,
        newSessions: 0,
        newLines: 1,
        newPeople: 0,
        bothWrote: 1,
        writers: ['Théo'],
        photos: 0,
        photosNotKept: 0,
        inPart: 0,
      },
    });
    expect(await contents(here)).toEqual(before);

    expect(await restore(contentsOf(theirs))).toMatchObject({ ok: true, value: { added: 1, changed: 1, same: 6 } });
    const line = await held(here, 'capture', 'c1');
    expect([line.text, ...otherValues(line.row, 'text')].toSorted()).toEqual([
      'one, as the other tablet has it',
      'one, as this tablet has it',
    ]);
    const [after, marked] = [await contents(here), await db.pending.toArray()];
    expect(await restore(contentsOf(theirs))).toMatchObject({ ok: true, value: { added: 0, changed: 0, same: 8 } });
    expect([await contents(here), await db.pending.toArray()]).toEqual([after, marked]);

    // And back: both end with everything.
    await addTo(other, carried(await sessionHandOver(scopes)));
    expect(await contents(other)).toEqual(after);
  });

  it('goes on to the server from a tablet that has one, with receipts for what another wrote', async () => {
    const server = testServer();
    const [author, here, third] = [await testDevice(), await own(), await testDevice()];
    await join(here, server);
    await startSession(author);
    await capture(author, 'c1', 'written without a network');
    await restore({
      records: await readRecords(author.replica.db),
      scopes: scopes.map((scope) => ({ scope })),
      whole: scopes,
    });
    expect((await marks(here)).length).toBe(7);
    await exchangeAll(here, server);
    expect(await marks(here)).toEqual([]);
    await join(third, server);
    await exchangeAll(third, server);
    expect(await contents(third)).toEqual(await contents(here));
    // The one who wrote it hears that it is there when it comes to the server at last.
    await join(author, server);
    await sendEarlier(author.replica);
    await exchangeAll(author, server);
    expect(await marks(author)).toEqual([]);
    expect(await contents(author)).toEqual(await contents(third));
  });
});

describe('a hand-over of what was not sent', () => {
  const joined = async () => {
    const [server, here] = [testServer(), await own()];
    await join(here, server);
    await startSession(here);
    await capture(here, 'c1', 'sent');
    await exchangeAll(here, server);
    return { server, here };
  };

  it('holds that alone, with the session, blocks and people that it belongs to', async () => {
    const { here } = await joined();
    await capture(here, 'c2', 'not sent');
    const backup = carried(await unsentHandOver());
    expect(ids(backup)).toEqual(['b1', 'c2', 'g1', programmeId, registerId, sessionId].toSorted());
    expect(backup.head.handOver).toEqual({ of: 'unsent', whole: [programmeScope] });
    expect(await unsentExtent()).toMatchObject({ lines: 1, people: 0, total: 1, sessions: 1 });
    const registration = change(
      'registration',
      { id: 'r1' as NounId<'registration'>, scope: sessionScope },
      { set: { personId: 'p1' as never, status: 'confirmed' } },
    );
    await commitTo(here.replica, [registration]);
    expect(ids(carried(await unsentHandOver()))).toContain('p1');
    expect(await unsentExtent()).toMatchObject({ people: 0, marks: 1 });
  });

  it('of a tablet that never had a server holds everything, and is whole', async () => {
    const here = await own();
    await startSession(here);
    await capture(here, 'c1', 'one');
    const { records, handOver } = await unsentHandOver();
    expect(records).toHaveLength(await countOf(here));
    expect(handOver.whole.toSorted()).toEqual(scopes.toSorted());
  });

  it('of nothing is empty', async () => {
    await joined();
    expect(await unsentHandOver()).toMatchObject({ records: [], files: [], handOver: { whole: [] } });
    expect(await unsentExtent()).toEqual({
      lines: 0,
      people: 0,
      photos: 0,
      marks: 0,
      total: 0,
      sessions: 0,
      titles: [],
    });
  });

  it('holds the photos that no server has verified', async () => {
    const { here } = await joined();
    const { file } = await photo(here, 'p-1', 'one', { line: 'c1' });
    await photo(here, 'p-2', 'two', { line: 'c1' });
    await dexieFiles(db).confirm([file.sha256], 'epoch-1');
    const backup = carried(await unsentHandOver());
    expect(ids(backup)).toEqual(expect.arrayContaining(['c1', 'p-1', 'p-2']));
    expect(backup.files.map(({ sha256 }) => sha256)).not.toContain(file.sha256);
    expect(backup.files).toHaveLength(1);
  });

  it('[CU3] brings a part of a session that can be read and is not written to before the rest has come', async () => {
    const { here, server } = await joined();
    await capture(here, 'c2', 'not sent');
    const part = carried(await unsentHandOver());
    const whole = carried(await sessionHandOver(scopes));
    const [byFile, byServer] = [await testDevice(), await testDevice()];
    for (const receiver of [byFile, byServer]) {
      await addTo(receiver, part);
      expect((await held(receiver, 'capture', 'c2')).text).toBe('not sent');
      expect(await write(receiver, 'c9')).toMatchObject({ ok: false, error: { type: 'commit/scope-loading' } });
    }
    // Another server joined makes it no more whole.
    await saveServer(byServer.replica, { token: 't', role: 'facilitator', name: 'S', epoch: 'epoch-1' });
    expect((await write(byServer, 'c9')).ok).toBe(false);
    await exchangeAll(byServer, server);
    expect((await write(byServer, 'c9')).ok).toBe(true);
    await addTo(byFile, whole);
    expect((await write(byFile, 'c9')).ok).toBe(true);
    // A part that comes later makes nothing less whole.
    await addTo(byFile, part);
    expect((await write(byFile, 'c9')).ok).toBe(true);
  });

  it('[CU3] of a part is told before it is added', async () => {
    const { here } = await joined();
    await capture(here, 'c2', 'not sent');
    const part = carried(await unsentHandOver());
    expect(await previewRestore(contentsOf(part))).toMatchObject({ value: { inPart: 0, same: 6 } });
    await Promise.all([...db.recordTables().map(({ rows }) => rows.clear()), db.scopes.clear(), db.pending.clear()]);
    expect(await previewRestore(contentsOf(part))).toMatchObject({ value: { inPart: 1, newLines: 1, newSessions: 1 } });
  });
});

const countOf = async ({ replica }: TestDevice) => (await readRecords(replica.db)).length;
