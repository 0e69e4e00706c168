// First, because it brings the database that the others are opened on.
import {
  capture,
  captureId,
  contents,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { describe, expect, it } from 'vitest';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { writeLast } from '#replication/cell.ts';
import { packRecord, type PackedRecord } from '#replication/packed.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';
import { change, fresh, over } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { dexieComparison } from '#storage/comparison.ts';
import { eraseRecord, mayEraseIn } from '#storage/erasure.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { isErasedEntity, isShown } from '#storage/row.ts';
import { answerDigests } from '#replication/comparison.ts';
import { all, settle } from '#tests/support/settled.ts';
import type { TestDevice } from '#tests/support/replicas.ts';

const registerId = 'register-1' as Id<'register'>;
const people = scopeOf('register', registerId);
const secret = 'Somebody of the ministry';
const line = { noun: 'capture', id: 'c1' };
const person = { noun: 'person', id: 'p1' };
const sha256 = 'ab'.repeat(32);
const giveWay = () => Promise.resolve();

const write = async (
  device: TestDevice,
  ...[changes, options]: Parameters<typeof commitTo> extends [unknown, ...infer R] ? R : never
) => {
  const written = await commitTo(device.replica, changes, options);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
};
const writePerson = (
  device: TestDevice,
  set: object = { givenName: 'Amina', familyName: secret, side: 'government', sex: 'female' },
) => write(device, [change('person', { id: 'p1' as Id<'person'>, scope: people }, { set })]);
const takePhoto = (device: TestDevice, id: string) =>
  write(
    device,
    [change('photo', { id: id as Id<'photo'>, scope: sessionScope }, { set: { captureId: captureId('c1'), sha256 } })],
    { files: [{ sha256, bytes: new ArrayBuffer(3), mediaType: 'image/webp' }] },
  );
const erase = async (device: TestDevice, key: { readonly noun: string; readonly id: string }) =>
  expect(await eraseRecord(device.replica, key)).toEqual({ ok: true, value: undefined });

async function pair() {
  const server = testServer();
  const [a, b] = [await testDevice(), await testDevice()];
  await a.replica.setHolder('Deniz');
  for (const device of [a, b]) await join(device, server);
  await capture(a, 'c1', secret, 'idea');
  await writePerson(a);
  await settle(server, a, b);
  return { server, a, b };
}

describe('what was erased', () => {
  it('[ER1] is erased on every device and on the server, and is nowhere in any of them', async () => {
    const { server, a, b } = await pair();
    await capture(b, 'c1', `${secret} again`, 'idea');
    await settle(server, a, b);
    for (const key of [line, person]) await erase(a, key);
    expect(await all(a)).not.toContain(secret);
    await settle(server, a, b);
    expect(await all(b)).not.toContain(secret);
    expect(await contents(a)).toEqual(await contents(b));
    expect([...(await marks(a)), ...(await marks(b))]).toEqual([]);
    const kept = await server.journal.since(sessionScope, 0, 1e9);
    expect(JSON.stringify([kept, await server.journal.since(people, 0, 1e9)])).not.toContain(secret);
    for (const [scope, { noun, id }] of [
      [sessionScope, line],
      [people, person],
    ] as const) {
      const history = await server.journal.history(scope, noun, id);
      expect(JSON.stringify(history)).not.toContain(secret);
      expect(history.at(-1)?.delta.cells['erasedBy']).toMatchObject({ value: 'Deniz' });
    }
  });

  it('[ER4] stays where it stands, of its kind, and counts, without a word of it', async () => {
    const { server, a, b } = await pair();
    const before = await held(b, 'capture', 'c1');
    for (const key of [line, person]) await erase(a, key);
    await settle(server, a, b);
    const after = await held(b, 'capture', 'c1');
    expect(isErasedEntity(after) && isShown(after.row)).toBe(true);
    expect(after).toMatchObject({ kind: 'idea', createdAt: before.createdAt, erasedBy: 'Deniz' });
    expect([after.text, after.createdBy, after.createdDevice]).toEqual([undefined, undefined, undefined]);
    expect(after.row.shelf).toBe(before.row.shelf);
    const nobody = await held(b, 'person', 'p1');
    expect(isErasedEntity(nobody) && isShown(nobody.row)).toBe(true);
    expect(nobody).toMatchObject({ side: 'government', sex: 'female' });
    expect([nobody.givenName, nobody.familyName, nobody.phone]).toEqual([undefined, undefined, undefined]);
  });

  it('[ER1] is not brought back by a tablet that was away and writes what it knew', async () => {
    const { server, a, b } = await pair();
    for (const key of [line, person]) await erase(a, key);
    await exchangeAll(a, server);
    b.clock.now += 1e9;
    await write(b, [
      change(
        'capture',
        { id: captureId('c1'), scope: sessionScope },
        {
          set: { owner: secret, kind: 'barrier' },
          write: { text: over(await held(b, 'capture', 'c1'), 'text', `${secret}, once more`), who: fresh(secret) },
        },
      ),
    ]);
    await writePerson(b, { familyName: secret, phone: secret, email: secret });
    await settle(server, b, a);
    for (const device of [a, b]) expect(await all(device)).not.toContain(secret);
    expect(JSON.stringify(await server.journal.history(sessionScope, 'capture', 'c1'))).not.toContain(secret);
    expect((await held(a, 'capture', 'c1')).kind).toBe('barrier');
  });

  it('[ER1] is not brought back by an old backup, a file from hand to hand, or a server that was put back', async () => {
    const { server, a, b } = await pair();
    const backup = JSON.parse(JSON.stringify(await readRecords(a.replica.db))) as PackedRecord[];
    const before = {
      session: (await server.journal.since(sessionScope, 0, 1e9)).records,
      people: (await server.journal.since(people, 0, 1e9)).records,
    };
    for (const key of [line, person]) await erase(a, key);
    await settle(server, a, b);
    await importRecords(b.replica, backup);
    expect(await all(b)).not.toContain(secret);
    const restored = testServer('epoch-after-restore');
    await restored.journal.append(sessionScope, before.session, { device: 'backup', at: 0 });
    await restored.journal.append(people, before.people, { device: 'backup', at: 0 });
    const fresh3 = await testDevice();
    await importRecords(fresh3.replica, backup);
    await join(fresh3, restored);
    await settle(restored, fresh3, b, a);
    for (const device of [a, b, fresh3]) expect(await all(device)).not.toContain(secret);
    expect(JSON.stringify(await restored.journal.since(sessionScope, 0, 1e9))).not.toContain(secret);
    expect(JSON.stringify(await restored.journal.history(sessionScope, 'capture', 'c1'))).not.toContain(secret);
  });

  it('[ER1] comes by a file, too, to a tablet that never meets the server, and leaves nothing beneath', async () => {
    const { server, a } = await pair();
    const alone = await testDevice();
    await importRecords(alone.replica, await readRecords(a.replica.db));
    await write(alone, [change('capture', { id: captureId('c1'), scope: sessionScope }, { set: { owner: secret } })]);
    for (const key of [line, person]) await erase(a, key);
    await settle(server, a);
    await importRecords(alone.replica, await readRecords(a.replica.db));
    expect(await all(alone)).not.toContain(secret);
  });

  it('[ER3] leaves no draft, no refused value, no base of a mark and no history on a device that learns of it', async () => {
    const { server, a, b } = await pair();
    const { db } = b.replica;
    await write(b, [change('capture', { id: captureId('c1'), scope: sessionScope }, { set: { owner: secret } })]);
    await db.drafts.put({ key: 'capture:c1:text', text: secret, caret: 0, at: 0, about: { ...line, field: 'text' } });
    await db.drafts.put({ key: 'other', text: 'kept', caret: 0, at: 0, about: { noun: 'capture', id: 'c2' } });
    const delta = packRecord({
      ...line,
      scope: sessionScope,
      cells: { owner: writeLast(undefined, secret, nextStamp(1, undefined, 'WriterAA' as Writer)) },
    });
    await db.quarantine.add({ ...line, scope: sessionScope, at: 0, reason: 'invalid', path: '', message: '', delta });
    await erase(a, line);
    await exchangeAll(a, server);
    await exchangeAll(b, server);
    expect(
      JSON.stringify([
        await db.drafts.toArray(),
        await db.quarantine.toArray(),
        await db.history.where('[noun+id]').equals(['capture', 'c1']).toArray(),
        await db.pending.toArray(),
      ]),
    ).not.toContain(secret);
    expect(await db.drafts.toArray()).toMatchObject([{ key: 'other' }]);
  });

  it('[ER3] is not written again by an editor that was open meanwhile, in its row or its history', async () => {
    const { a } = await pair();
    const open = await held(a, 'capture', 'c1');
    await erase(a, line);
    await write(a, [change('capture', open, { set: { owner: secret }, write: { text: over(open, 'text', secret) } })]);
    expect(JSON.stringify([await held(a, 'capture', 'c1'), await a.replica.db.pending.toArray()])).not.toContain(
      secret,
    );
    const told = await a.replica.db.history.where('[noun+id]').equals(['capture', 'c1']).toArray();
    expect(told.map(({ by, values }) => [by, values])).toEqual([['Deniz', { erased: true }]]);
  });

  it('[ER5] takes photos along, those too that came later, with their bytes', async () => {
    const { server, a, b } = await pair();
    await takePhoto(a, 'f1');
    await settle(server, a);
    await takePhoto(b, 'f2');
    await erase(a, line);
    expect(await a.replica.db.blobs.count()).toBe(0);
    await settle(server, a, b);
    for (const {
      replica: { db },
    } of [a, b]) {
      expect((await db.nouns().photo.toArray()).map(({ id, e, v }) => [id, e, v])).toEqual([
        ['f1', true, {}],
        ['f2', true, {}],
      ]);
      expect([await db.blobs.count(), await db.files.count()]).toEqual([0, 0]);
    }
    expect([...(await marks(a)), ...(await marks(b))]).toEqual([]);
  });

  it('[ER5] is completed by no tablet that may only read, which would wait for ever to send it', async () => {
    const { server, a, b } = await pair();
    const reading = { limits: () => Promise.resolve(new Map([[sessionScope, 'read']])) };
    Object.assign(server.access, reading);
    await exchangeAll(b, server);
    expect(await mayEraseIn(b.replica.db, sessionScope)).toBe(false);
    expect(await mayEraseIn(a.replica.db, sessionScope)).toBe(true);
    Object.assign(server.access, { limits: undefined });
    await erase(a, line);
    await exchangeAll(a, server);
    const late = writeLast(undefined, captureId('c1'), nextStamp(9e11, undefined, 'WriterNW' as Writer));
    const photo = { noun: 'photo', id: 'f9', scope: sessionScope, cells: { captureId: late } };
    await server.journal.append(sessionScope, [photo], { device: 'late', at: 0 });
    Object.assign(server.access, reading);
    await exchangeAll(b, server);
    expect(await marks(b)).toEqual([]);
    Object.assign(server.access, { limits: undefined });
    await settle(server, a, b);
    expect((await b.replica.db.nouns().photo.get('f9'))?.e).toBe(true);
  });

  it('[ER5] a field that only a newer version knows is erased by whoever meets it', async () => {
    const { server, a, b } = await pair();
    for (const key of [line, person]) await erase(a, key);
    await settle(server, a, b);
    const cell = writeLast(undefined, secret, nextStamp(9e12, undefined, 'WriterNW' as Writer));
    await server.journal.append(people, [{ ...person, scope: people, cells: { nickname: cell } }], {
      device: 'newer',
      at: 0,
    });
    await settle(server, b, a);
    expect((await server.journal.read(people, 'person', 'p1'))?.cells['nickname']).toEqual({ kind: 'erased' });
    for (const device of [a, b]) expect(await all(device)).not.toContain(secret);
    expect(JSON.stringify(await server.journal.history(people, 'person', 'p1'))).not.toContain(secret);
  });

  it('[DG1] is the same for both sides to the comparison at a day’s end', async () => {
    const { server, a, b } = await pair();
    for (const key of [line, person]) await erase(a, key);
    await settle(server, a, b);
    const { digests, epoch } = await answerDigests(
      server.journal,
      [sessionScope, people],
      [sessionScope, people],
      giveWay,
    );
    for (const device of [a, b]) {
      for (const scope of [sessionScope, people] as const) {
        const digest = digests[scope];
        if (!digest) throw new Error('no digest');
        expect(await dexieComparison(device.replica).compare(scope, digest, epoch, false, 0)).toBe('same');
      }
    }
  });

  it('twice is once, and what is not here or not whole is not erased', async () => {
    const { server, a } = await pair();
    await erase(a, line);
    const at = (await held(a, 'capture', 'c1')).erasedAt;
    await settle(server, a);
    await erase(a, line);
    expect((await held(a, 'capture', 'c1')).erasedAt).toBe(at);
    await erase(a, { noun: 'capture', id: 'nowhere' });
    await a.replica.db.scopes.update(sessionScope, { complete: false });
    expect(await eraseRecord(a.replica, line)).toMatchObject({ ok: false, error: { type: 'commit/scope-loading' } });
  });
});
