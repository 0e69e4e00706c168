import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { actionsLacking } from '#features/closing/actions-lacking.ts';
import { addLine, removeLine, restoreLine, sayNone, setClosed, setLine } from '#features/closing/commands.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { capturesOfKind, countCaptures } from '#storage/queries/captures-of-kind.ts';
import { linesOf } from '#storage/queries/captures.ts';
import { record } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, db, thisDevice } from '#storage/this-device.ts';

let id: Id<'session'>;
const session = async () => (await record('session', id)) as Entity<'session'>;
const actions = () => capturesOfKind(scopeOf('session', id), 'action');

beforeEach(async () => {
  id = (await thisDevice()).newId('session');
  await commit([change('session', { id, scope: scopeOf('session', id) }, { write: { title: fresh('A day') } })]);
});

describe('closing the day', () => {
  it('adds actions in order, open, and ends the draft with them', async () => {
    await db.drafts.put({ key: 'd', text: 'Send', caret: 4, at: 1, about: {} });
    expect((await addLine(await session(), 'action', 'Send the rota', 'd')).ok).toBe(true);
    await addLine(await session(), 'action', 'Book the hall', 'd');
    expect((await actions()).map(({ text, status }) => [text, status])).toEqual([
      ['Send the rota', 'open'],
      ['Book the hall', 'open'],
    ]);
    expect(await db.drafts.get('d')).toBeUndefined();
  });

  it('counts what actions and commitments lack, those that are done left out', async () => {
    for (const [kind, text] of [
      ['action', 'One'],
      ['action', 'Two'],
      ['commitment', 'Three'],
      ['decision', 'Four'],
    ] as const)
      await addLine(await session(), kind, text, 'd');
    expect(await actionsLacking(await session())).toEqual({ owner: 3, due: 3 });
    const [one, two] = await actions();
    if (!one || !two) throw new Error('no actions');
    await setLine(one, { dueOn: '2027-03-14' });
    await setLine(two, { status: 'done' });
    expect(await actionsLacking(await session())).toEqual({ owner: 2, due: 1 });
  });

  it('gives no line that was said before another code', async () => {
    const scope = scopeOf('session', id);
    const said = async (kind: 'action' | 'decision', text: string) => addLine(await session(), kind, text, 'd');
    await said('action', 'One');
    await said('action', 'Two');
    await said('decision', 'Three');
    await said('action', 'Four');
    expect((await linesOf({ scope, sessionId: id })).map(({ text }) => text)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('takes back "none" when there is something after all', async () => {
    await sayNone(await session(), 'action', true);
    expect((await session()).noActions).toBe(true);
    await addLine(await session(), 'action', 'One thing', 'd');
    expect((await session()).noActions).toBeNull();
  });

  it('leaves a deleted line out of lists and counts until it is taken back', async () => {
    await addLine(await session(), 'action', 'A slip', 'd');
    const [line] = await actions();
    await removeLine(line as Entity<'capture'>);
    expect(await actions()).toEqual([]);
    expect(await countCaptures(scopeOf('session', id))).toBe(0);
    await restoreLine(line as Entity<'capture'>);
    expect(await actions()).toHaveLength(1);
  });

  it('closes and opens a session again', async () => {
    await setClosed(await session(), true);
    expect(await session()).toMatchObject({ status: 'closed', closedAt: expect.any(Number) as number });
    await setClosed(await session(), false);
    expect(await session()).toMatchObject({ status: 'live', closedAt: null });
  });
});
