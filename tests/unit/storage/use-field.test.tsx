// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { record } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, db, thisDevice } from '#storage/this-device.ts';
import { useField } from '#storage/use-field.ts';
import { eventually, renderHook } from '#tests/support/hook.tsx';

let session: Entity<'session'>;
let hook: ReturnType<typeof open>;

const open = () => renderHook((of: Entity<'session'>) => useField(of, 'title'), session);
/** What a live query does: hands the record on as the store has it. */
const catchUp = async () => {
  session = (await record('session', session.id)) as Entity<'session'>;
  hook.render(session);
};
const type = (text: string) => act(() => hook.now().onChange(text));
const finish = () => act(() => hook.now().finish());
const shown = () => [hook.now().value, hook.now().others];
const draft = () => db.drafts.get(`session:${session.id}:title`);

beforeEach(async () => {
  const id = (await thisDevice()).newId('session');
  await commit([change('session', { id, scope: scopeOf('session', id) }, { write: { title: fresh('') } })]);
  session = (await record('session', id)) as Entity<'session'>;
  hook = open();
});
afterEach(async () => {
  // What leaving the screen would write is written while there is one.
  await finish();
  hook.unmount();
});

describe('a field', () => {
  it('goes on from its own text after a blank at the end, without another version of it', async () => {
    type('Partnership ');
    await finish();
    await catchUp();
    expect(shown()).toEqual(['Partnership', []]);
    type('Partnership day');
    await finish();
    await catchUp();
    expect(shown()).toEqual(['Partnership day', []]);
  });

  it('is ended once where Enter and leaving it come together', async () => {
    type('One day');
    await act(async () => void (await Promise.all([hook.now().finish(), hook.now().finish()])));
    await catchUp();
    expect(shown()).toEqual(['One day', []]);
    expect(await db.history.where('[noun+id]').equals(['session', session.id]).count()).toBe(2);
  });

  it('keeps what is typed while an edit is on its way to the disk, on the disk and as one text', async () => {
    type('One');
    await act(async () => {
      const ended = hook.now().finish();
      // It is under way once the draft of before is being waited for.
      for (let tick = 0; tick < 5; tick += 1) await Promise.resolve();
      hook.now().onChange('One day');
      await ended;
    });
    await eventually(async () => expect((await draft())?.text).toBe('One day'));
    await catchUp();
    await finish();
    await catchUp();
    expect(shown()).toEqual(['One day', []]);
    expect(await draft()).toBeUndefined();
  });

  it('gives back the text and the caret of an edit that never ended', async () => {
    await db.drafts.put({ key: `session:${session.id}:title`, text: 'Half a tit', caret: 4, at: 0, about: {} });
    hook.unmount();
    hook = open();
    await eventually(() => expect([hook.now().value, hook.now().caret]).toEqual(['Half a tit', 4]));
  });
});
