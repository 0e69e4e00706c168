import { describe, expect, it } from 'vitest';
import type { DraftRow } from '#storage/database.ts';
import { type Shelf, spareDrafts } from '#storage/spare-drafts.ts';
import { capture, testDevice } from '#tests/support/replicas.ts';

const draft = (text: string, at = 0, key = 'line'): DraftRow => ({ key, text, caret: text.length, at, about: {} });
const tabMemory = (): Shelf & { readonly held: Map<string, string> } => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
};

describe('a text that the disk refused', () => {
  it('is in the database after the page was loaded again', async () => {
    const memory = tabMemory();
    spareDrafts(memory).keep(draft('half a sentence', 5));
    const { db } = (await testDevice()).replica;
    await spareDrafts(memory).putBack(db);
    expect(await db.drafts.get('line')).toEqual(draft('half a sentence', 5));
    expect(memory.held.size).toBe(0);
  });

  it('does not go over what was typed later', async () => {
    const memory = tabMemory();
    spareDrafts(memory).keep(draft('earlier', 5));
    const { db } = (await testDevice()).replica;
    await db.drafts.put(draft('later', 6));
    await spareDrafts(memory).putBack(db);
    expect((await db.drafts.get('line'))?.text).toBe('later');
  });

  it('is not put back beside the record it became', async () => {
    const memory = tabMemory();
    const device = await testDevice();
    await capture(device, 'c1', 'Said');
    for (const line of ['c1', 'c2']) spareDrafts(memory).keep({ ...draft('Said', 5, line), about: { line } });
    const { db } = device.replica;
    await spareDrafts(memory).putBack(db);
    expect((await db.drafts.toArray()).map(({ key }) => key)).toEqual(['c2']);
    expect(memory.held.size).toBe(0);
  });

  it('is kept no longer than the database lacks it', async () => {
    const memory = tabMemory();
    const spare = spareDrafts(memory);
    spare.keep(draft('a'));
    spare.keep(draft('b', 0, 'other'));
    spare.drop('line');
    const { db } = (await testDevice()).replica;
    await spareDrafts(memory).putBack(db);
    expect((await db.drafts.toArray()).map(({ key }) => key)).toEqual(['other']);
  });

  it('stays kept while the database refuses', async () => {
    const memory = tabMemory();
    spareDrafts(memory).keep(draft('not lost'));
    const { db } = (await testDevice()).replica;
    db.close({ disableAutoOpen: true });
    await expect(spareDrafts(memory).putBack(db)).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    await db.open();
    await spareDrafts(memory).putBack(db);
    expect((await db.drafts.get('line'))?.text).toBe('not lost');
  });

  it('is no fault of a tab without memory, or with a broken one', async () => {
    const { db } = (await testDevice()).replica;
    const broken = { ...tabMemory(), getItem: () => '{"no":"list"}' };
    for (const shelf of [undefined, broken]) {
      const spare = spareDrafts(shelf);
      spare.keep(draft('typed'));
      await spare.putBack(db);
      expect((await db.drafts.get('line'))?.text).toBe('typed');
    }
  });
});
