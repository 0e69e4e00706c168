import { expect, it } from 'vitest';
import { testDevice } from '#tests/support/replicas.ts';

it('no writing transaction is under way beside another, whatever tables they name', async () => {
  const { db } = (await testDevice()).replica;
  const order: string[] = [];
  const write = (name: 'meta' | 'history', at: string) =>
    db.transaction('rw', db.table(name), async () => {
      await db.table(name).count();
      order.push(`${at} begins`);
      for (let step = 0; step < 5; step += 1) await db.table(name).count();
      order.push(`${at} ends`);
    });
  await Promise.all([write('meta', 'one'), write('history', 'other')]);
  expect(order).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});
