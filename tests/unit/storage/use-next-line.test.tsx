// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { commit, db } from '#storage/this-device.ts';
import { useNextLine } from '#storage/use-next-line.ts';
import { eventually, renderHook } from '#tests/support/hook.tsx';

let hook: ReturnType<typeof open>;
let kept: string[];
let refusal: CommitFailure | undefined;
let slow: Promise<void>;

const open = () =>
  renderHook(
    () =>
      useNextLine({
        key: 'output:1',
        about: {},
        keep: async (text) => {
          await slow;
          if (refusal) return err(refusal);
          kept.push(text);
          await commit([], { finishing: ['output:1'] });
          return ok({ seen: [] });
        },
      }),
    undefined,
  );
const draft = async () => (await db.drafts.get('output:1'))?.text;

beforeEach(async () => {
  kept = [];
  refusal = undefined;
  slow = Promise.resolve();
  await db.drafts.clear();
  hook = open();
});
afterEach(() => hook.unmount());

describe('lines typed one after the other', () => {
  it('are kept in their order, each whole, while the disk is still busy with the first', async () => {
    let rest = () => undefined as void;
    slow = new Promise((resolve) => (rest = resolve));
    await act(async () => {
      for (const text of ['Principles', 'Barriers ', '  ', 'Ideas']) {
        hook.now().onChange(text);
        void hook.now().end();
      }
      hook.now().onChange('Half a w');
      await drafts.finish('none');
    });
    expect([hook.now().value, kept]).toEqual(['Half a w', []]);
    rest();
    await eventually(() => expect(kept).toEqual(['Principles', 'Barriers', 'Ideas']));
    await eventually(async () => expect([hook.now().value, await draft()]).toEqual(['Half a w', 'Half a w']));
  });

  it('stay on screen and on the disk before what was typed since, where they could not be kept', async () => {
    refusal = { type: 'storage/full' };
    await act(async () => {
      hook.now().onChange('First');
      const ended = hook.now().end();
      hook.now().onChange('then');
      await ended;
    });
    await eventually(async () => expect([hook.now().value, await draft()]).toEqual(['First then', 'First then']));
    expect(hook.now().failure).toEqual({ type: 'storage/full' });
    refusal = undefined;
    await act(() => hook.now().end());
    expect([kept, hook.now().value, hook.now().failure]).toEqual([['First then'], '', undefined]);
  });

  it('come back with their caret when the page was killed in the middle of one', async () => {
    act(() => hook.now().onChange('Features and b', 8));
    await drafts.finish('none');
    hook.unmount();
    hook = open();
    await eventually(() => expect([hook.now().value, hook.now().caret]).toEqual(['Features and b', 8]));
    act(() => hook.now().onChange(''));
    await eventually(async () => expect(await draft()).toBeUndefined());
  });
});
