// First, because it brings the database that the others are opened on.
import { capture, testDevice } from '#tests/support/replicas.ts';
import { expect, it } from 'vitest';
import { eraseRecord, sweepErasedDrafts } from '#storage/erasure.ts';

it('[ER3] a draft that came back after its line was erased goes at the next start', async () => {
  const device = await testDevice();
  const { db } = device.replica;
  await capture(device, 'c1', 'said');
  await eraseRecord(device.replica, { noun: 'capture', id: 'c1' });
  const draft = { text: 'said', caret: 0, at: 0 };
  await db.drafts.put({ ...draft, key: 'capture:c1:text', about: { noun: 'capture', id: 'c1', field: 'text' } });
  await db.drafts.put({ ...draft, key: 'capture:c2:text', about: { noun: 'capture', id: 'c2', field: 'text' } });
  await sweepErasedDrafts(db);
  expect((await db.drafts.toArray()).map(({ key }) => key)).toEqual(['capture:c2:text']);
});
