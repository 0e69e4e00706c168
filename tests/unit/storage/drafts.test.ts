import { describe, expect, it } from 'vitest';
import type { DraftRow } from '#storage/database.ts';
import { draftWriter } from '#storage/drafts.ts';
import { failureOf } from '#storage/failure.ts';
import { testDevice } from '#tests/support/replicas.ts';

const draft = (text: string, key = 'line'): DraftRow => ({ key, text, caret: text.length, at: 0, about: {} });

describe('a draft', () => {
  it('is on the disk with its latest text, however fast the keys come', async () => {
    const { db } = (await testDevice()).replica;
    const drafts = draftWriter(db, { onFailure: () => undefined });
    for (const text of ['A', 'A ', 'A l', 'A li', 'A lin', 'A line']) drafts.write(draft(text));
    drafts.write(draft('other', 'other'));
    await drafts.finish('none');
    expect((await db.drafts.toArray()).map(({ text }) => text)).toEqual(['A line', 'other']);
  });

  it('is not written again after it is finished', async () => {
    const { db } = (await testDevice()).replica;
    const drafts = draftWriter(db, { onFailure: () => undefined });
    drafts.write(draft('first'));
    drafts.write(draft('late'));
    await drafts.finish('line');
    await db.drafts.delete('line');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await db.drafts.count()).toBe(0);
  });

  it('stays when it is begun again while the one before is discarded', async () => {
    const { db } = (await testDevice()).replica;
    const drafts = draftWriter(db, { onFailure: () => undefined });
    drafts.write(draft('first'));
    const discarded = drafts.discard('line');
    drafts.write(draft('n'));
    await discarded;
    await drafts.finish('none');
    expect(await db.drafts.get('line')).toMatchObject({ text: 'n' });
    await drafts.discard('line');
    expect(await db.drafts.count()).toBe(0);
  });

  it('is known as not written until the disk has it', async () => {
    const { db } = (await testDevice()).replica;
    const drafts = draftWriter(db, { onFailure: () => undefined });
    drafts.write(draft('first'));
    drafts.write(draft('second'));
    drafts.write(draft('other', 'other'));
    expect(drafts.unwritten().map(({ text }) => text)).toEqual(['first', 'second', 'other']);
    await drafts.finish('none');
    expect(drafts.unwritten()).toEqual([]);
  });

  it('hands its text to whoever listens where the disk refuses, and goes on', async () => {
    const { db } = (await testDevice()).replica;
    const heard: [string, string][] = [];
    const drafts = draftWriter(db, { onFailure: (error, { text }) => heard.push([failureOf(error).type, text]) });
    db.close({ disableAutoOpen: true });
    drafts.write(draft('not lost'));
    await drafts.finish('none');
    expect(heard).toEqual([['storage/newer-version', 'not lost']]);
    await db.open();
    drafts.write(draft('not lost at all'));
    await drafts.finish('none');
    expect(await db.drafts.get('line')).toMatchObject({ text: 'not lost at all' });
  });
});

describe('a failure of the disk', () => {
  it.each([
    [{ name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'storage/full'],
    [{ name: 'QuotaExceededError' }, 'storage/full'],
    [{ name: 'VersionError' }, 'storage/newer-version'],
    [{ name: 'DatabaseClosedError' }, 'storage/newer-version'],
    [{ name: 'DatabaseClosedError', inner: { name: 'UnknownError' } }, 'storage/lost'],
    [{ name: 'UnknownError' }, 'storage/lost'],
    [{ name: 'OddError' }, 'storage/unknown'],
    ['text', 'storage/unknown'],
  ])('%j is %s', (error, type) => {
    expect(failureOf(error).type).toBe(type);
  });
});
