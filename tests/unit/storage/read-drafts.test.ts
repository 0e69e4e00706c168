import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { DraftRow } from '#storage/database.ts';
import { readDraft, readDrafts } from '#storage/read-drafts.ts';
import { db, spare } from '#storage/this-device.ts';

const draft = (key: string, text: string, at: number): DraftRow => ({ key, text, caret: text.length, at, about: {} });

it('A text that the disk refused is read like one that it took, and the later one counts', async () => {
  await db.drafts.bulkPut([draft('line:a', 'on the disk', 1), draft('line:b', 'later', 5), draft('other', 'else', 1)]);
  spare.keep(draft('line:a', 'refused', 2));
  spare.keep(draft('line:b', 'before', 4));
  spare.keep(draft('line:c', 'never on the disk', 3));
  expect((await readDrafts('line:')).map(({ text }) => text).sort()).toEqual(['later', 'never on the disk', 'refused']);
  expect((await readDraft('line:c'))?.text).toBe('never on the disk');
  expect(await readDraft('line')).toBeUndefined();
});
