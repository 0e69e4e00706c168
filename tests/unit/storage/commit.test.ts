import { describe, expect, it } from 'vitest';
import { otherValues } from '#replication/packed.ts';
import { stampMs } from '#replication/stamp.ts';
import { change, fresh, over } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import type { NounId } from '#domain/registry.ts';
import {
  capture,
  captureId,
  held,
  join,
  marks,
  read,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';

const at = { id: captureId('c1'), scope: sessionScope };

describe('a commit', () => {
  it('writes the record, its author, its mark and its history in one', async () => {
    const device = await testDevice();
    await device.replica.setHolder(' Amina ');
    await capture(device, 'c1', 'A roof that leaks');
    const line = await held(device, 'capture', 'c1');
    expect(line).toMatchObject({ text: 'A roof that leaks', kind: 'note', createdBy: 'Amina' });
    expect(line.updatedAt).toBeUndefined();
    expect(await marks(device)).toMatchObject([
      { noun: 'capture', id: 'c1', fields: expect.arrayContaining(['text', 'kind']) },
    ]);
    expect(await device.replica.db.history.toArray()).toMatchObject([
      { by: 'Amina', values: { text: 'A roof that leaks' } },
    ]);
  });

  it('names the author of a record that has none, and of no other', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'Said before anyone gave a name');
    expect((await held(device, 'capture', 'c1')).createdBy).toBeNull();
    const sign = (signedBy: string) => commitTo(device.replica, [change('capture', at, { signedBy })]);
    await sign('Amina');
    expect((await held(device, 'capture', 'c1')).createdBy).toBe('Amina');
    await sign('Baraka');
    expect((await held(device, 'capture', 'c1')).createdBy).toBe('Amina');
  });

  it('writes all changes or none, and says which field it is', async () => {
    const device = await testDevice();
    const written = await commitTo(device.replica, [
      change('capture', at, { write: { text: fresh('Kept only if all is well') } }),
      change('capture', { ...at, id: captureId('c2') }, { set: { severity: 9 } }),
    ]);
    expect(written).toMatchObject({ ok: false, error: { type: 'commit/invalid', noun: 'capture', field: 'severity' } });
    expect(await read(device, 'capture', 'c1')).toBeUndefined();
    expect(await marks(device)).toEqual([]);
  });

  it('writes a record that it names twice as both changes make it', async () => {
    const device = await testDevice();
    const written = await commitTo(device.replica, [
      change('capture', at, { set: { kind: 'idea' }, write: { text: fresh('First') }, isNew: true }),
      change('capture', at, { set: { kind: 'barrier', starred: true } }),
    ]);
    expect(written).toMatchObject({ ok: true });
    expect(await held(device, 'capture', 'c1')).toMatchObject({ text: 'First', kind: 'barrier', starred: true });
    expect(await marks(device)).toMatchObject([
      { id: 'c1', fields: expect.arrayContaining(['text', 'kind', 'starred', 'createdAt', 'updatedAt']) },
    ]);
    expect(await device.replica.db.history.count()).toBe(2);
  });

  it('of a new record that is tried again though it is there already ends its draft and writes nothing twice', async () => {
    const device = await testDevice();
    const { db } = device.replica;
    const line = change('capture', at, { write: { text: fresh('The answer was lost') }, isNew: true });
    const other = change(
      'capture',
      { ...at, id: captureId('c2') },
      { write: { text: fresh('Beside it') }, isNew: true },
    );
    expect(await commitTo(device.replica, [line])).toMatchObject({ ok: true });
    const before = await held(device, 'capture', 'c1');
    await db.drafts.put({ key: 'line', text: 'The answer was lost', caret: 1, at: 1, about: {} });
    const again = await commitTo(device.replica, [line, other], { finishing: ['line'] });
    expect(again).toMatchObject({ ok: true, value: { seen: [{}, { text: expect.anything() }] } });
    expect((await held(device, 'capture', 'c1')).row).toEqual(before.row);
    expect((await held(device, 'capture', 'c2')).text).toBe('Beside it');
    expect(await db.drafts.count()).toBe(0);
  });

  it('ends the draft it came from in the same transaction, and leaves it where it fails', async () => {
    const device = await testDevice();
    const { db } = device.replica;
    await db.drafts.put({ key: 'line', text: 'Half a', caret: 6, at: 1, about: {} });
    await commitTo(device.replica, [change('capture', at, { set: { severity: 9 } })], { finishing: ['line'] });
    expect(await db.drafts.count()).toBe(1);
    await commitTo(device.replica, [change('capture', at, { write: { text: fresh('Half a line') } })], {
      finishing: ['line'],
    });
    expect(await db.drafts.count()).toBe(0);
  });

  it('replaces what its editor showed and keeps what it did not show', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'shown');
    const shown = await held(device, 'capture', 'c1');
    const write = (text: string) =>
      commitTo(device.replica, [change('capture', at, { write: { text: over(shown, 'text', text) } })]);
    await write('from the menu');
    await write('from an editor that was open since');
    const line = await held(device, 'capture', 'c1');
    expect(line.text).toBe('from an editor that was open since');
    expect(otherValues(line.row, 'text')).toEqual(['from the menu']);
  });

  it('[TX5] keeps what another editor of the same tab wrote meanwhile, at every later save', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'first');
    const line = await held(device, 'capture', 'c1');
    const save = async (value: string, seen: ReturnType<typeof over>['seen']) => {
      const saved = await commitTo(device.replica, [change('capture', at, { write: { text: { value, seen } } })]);
      return (saved.ok && saved.value.seen[0]?.['text']) || {};
    };
    await save('written in the list', over(line, 'text', '').seen);
    const seen = await save('typed in the sheet', over(line, 'text', '').seen);
    await save('typed in the sheet, and on', seen);
    const after = await held(device, 'capture', 'c1');
    expect([after.text, ...otherValues(after.row, 'text')]).toEqual([
      'typed in the sheet, and on',
      'written in the list',
    ]);
  });

  it('stamps after what is there, with a clock that fell back to 1970', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'first', 'note');
    device.clock.now = 0;
    await capture(device, 'c1', 'second', 'idea');
    expect(await held(device, 'capture', 'c1')).toMatchObject({ kind: 'idea' });
  });

  it('deletes and brings back', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'once');
    await commitTo(device.replica, [change('capture', at, { deleted: true })]);
    const gone = await held(device, 'capture', 'c1');
    expect(gone.deletedAt).toBeTypeOf('number');
    expect(gone.deletedDigest).toMatch(/^[0-9a-f]{14}$/);
    await commitTo(device.replica, [change('capture', at, { deleted: false })]);
    expect((await held(device, 'capture', 'c1')).deletedAt).toBeNull();
  });

  it('writes a ballot without author, device, hour or history', async () => {
    const device = await testDevice();
    await device.replica.setHolder('Amina');
    const ballot = { id: 'b1' as NounId<'ballot'>, scope: sessionScope };
    await commitTo(device.replica, [change('ballot', ballot, { set: { choices: { idea: 3 } } })]);
    const { row } = await held(device, 'ballot', 'b1');
    expect(Object.keys(row.v)).toEqual(['choices']);
    expect(stampMs(row.s as never) % 86_400_000).toBe(0);
    expect(row.s).not.toContain(device.replica.writer);
    expect(await device.replica.db.history.count()).toBe(0);
  });

  it('[CU3] is refused in a scope whose first snapshot is not whole', async () => {
    const device = await testDevice();
    await device.replica.db.scopes.put({
      scope: sessionScope,
      cursor: 0,
      complete: false,
      sending: true,
      remote: true,
    });
    const written = await commitTo(device.replica, [change('capture', at, { write: { text: fresh('too soon') } })]);
    expect(written).toEqual({ ok: false, error: { type: 'commit/scope-loading', scope: sessionScope } });
  });

  it('[RC5] sends what is written after joining, and no example', async () => {
    const device = await testDevice();
    await capture(device, 'c1', 'before');
    await join(device, testServer());
    await capture(device, 'c2', 'in the scope from before');
    await commitTo(device.replica, [
      change('capture', { id: captureId('c3'), scope: 'session:new' }, { write: { text: fresh('after') } }),
    ]);
    await commitTo(
      device.replica,
      [change('capture', { id: captureId('c4'), scope: 'session:seed' }, { write: { text: fresh('example') } })],
      {
        example: true,
      },
    );
    expect((await device.store.nextPush(1e6)).deltas.map(({ id }) => id)).toEqual(['c3']);
  });
});
