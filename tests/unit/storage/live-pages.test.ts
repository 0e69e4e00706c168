import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftRow } from '#storage/database.ts';
import { isLeft, leftDraft, pageId } from '#storage/live-pages.ts';
import { openEdits } from '#storage/queries/open-edits.ts';
import { scopeOf } from '#domain/scope.ts';
import type { NounId } from '#domain/registry.ts';
import { db } from '#storage/this-device.ts';

const scope = scopeOf('session', 's1' as NounId<'session'>);
/** The pages that are open, as the browser's locks say. */
const openPages = new Set<string>();

const draft = (key: string, page: string | undefined, at = 1): DraftRow => {
  const [noun = '', id = '', field = ''] = key.split(':');
  return { key, text: 'Half', caret: 4, at, ...(page && { page }), about: { noun, id, field, scope } };
};

beforeEach(async () => {
  openPages.clear();
  await db.drafts.clear();
  const request = async (name: string, ...rest: unknown[]) => {
    const held = openPages.has(name.split(':')[1] ?? '');
    return (rest.at(-1) as (lock: object | null) => unknown)(held ? null : {});
  };
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft', () => {
  it('is left when its page is gone, and when it is of this page', async () => {
    openPages.add('elsewhere');
    expect(await isLeft({ page: 'gone' })).toBe(true);
    expect(await isLeft({ page: pageId() })).toBe(true);
    expect(await isLeft({})).toBe(true);
    expect(await isLeft({ page: 'elsewhere' })).toBe(false);
  });

  it('is not taken from another tab that types in it', async () => {
    await db.drafts.bulkPut([draft('session:s1:title', 'gone'), draft('session:s1:aim', 'elsewhere')]);
    openPages.add('elsewhere');
    expect(await leftDraft('session:s1:title')).toMatchObject({ text: 'Half' });
    expect(await leftDraft('session:s1:aim')).toBeUndefined();
    openPages.clear();
    expect(await leftDraft('session:s1:aim')).toMatchObject({ text: 'Half' });
  });

  it('counts as left where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await isLeft({ page: 'elsewhere' })).toBe(true);
  });
});

describe('edits that a crash left', () => {
  it('are those of the scope and of the fields that are meant, the latest first', async () => {
    openPages.add('elsewhere');
    await db.drafts.bulkPut([
      draft('capture:c1:text', 'gone', 1),
      draft('capture:c2:text', 'gone', 3),
      draft('capture:c3:owner', 'gone', 2),
      draft('capture:c4:text', 'elsewhere', 9),
      {
        ...draft('capture:c5:text', 'gone', 9),
        about: { noun: 'capture', id: 'c5', field: 'text', scope: 'session:s2' },
      },
    ]);
    expect(await openEdits('capture', scope)).toEqual(['c2', 'c3', 'c1']);
    expect(await openEdits('capture', scope, (field) => field === 'text')).toEqual(['c2', 'c1']);
  });
});
