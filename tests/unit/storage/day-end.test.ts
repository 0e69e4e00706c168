// First, because it brings the database that the others are opened on.
import {
  capture,
  captureId,
  exchange,
  exchangeAll,
  join,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { expect, it } from 'vitest';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { readUnsent } from '#storage/queries/unsent.ts';
import { readDayEnd } from '#storage/queries/day-end.ts';

it('the day-end check counts what is where, and leaves examples out', async () => {
  const [device, server] = [await testDevice(), testServer()];
  const { db } = device.replica;
  const example = change(
    'capture',
    { id: captureId('e1'), scope: 'session:seed' },
    { write: { text: fresh('example') } },
  );
  await commitTo(device.replica, [example], { example: true });
  expect(await readDayEnd(db)).toEqual({ items: 0, safe: 0, onTablet: 0, needLook: 0, examples: 1 });
  await join(device, server);
  await capture(device, 'c1', 'one');
  await capture(device, 'c2', 'two');
  expect(await readDayEnd(db)).toEqual({ items: 2, safe: 0, onTablet: 2, needLook: 0, examples: 1 });
  await exchangeAll(device, server);
  await capture(device, 'c3', 'three');
  expect(await readDayEnd(db)).toEqual({ items: 3, safe: 2, onTablet: 1, needLook: 0, examples: 1 });

  const refusing = {
    ...server,
    answer: async (push: Parameters<typeof server.answer>[0]) => ({
      ...(await server.answer({ ...push, deltas: [] })),
      refusals: push.deltas.map((_, delta) => ({ delta, reason: 'invalid' as const, path: '' })),
    }),
  };
  await exchange(device, refusing);
  expect(await readDayEnd(db)).toEqual({ items: 3, safe: 2, onTablet: 0, needLook: 1, examples: 1 });
  expect(await readUnsent(db)).toMatchObject({ count: 0, refused: 1 });

  // A record that was refused twice, and of which something else waits, needs one look.
  await capture(device, 'c2', 'refused');
  await exchange(device, refusing);
  await capture(device, 'c2', 'refused again');
  await exchange(device, refusing);
  await commitTo(device.replica, [
    change('capture', { id: captureId('c2'), scope: sessionScope }, { set: { kind: 'idea' } }),
  ]);
  expect(await db.quarantine.count()).toBe(3);
  expect(await readDayEnd(db)).toEqual({ items: 3, safe: 1, onTablet: 0, needLook: 2, examples: 1 });
  expect(await readUnsent(db)).toMatchObject({ count: 0, refused: 2, due: 1 });
});
