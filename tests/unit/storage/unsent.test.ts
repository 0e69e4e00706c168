// First, because it brings the database that the others are opened on.
import {
  capture,
  captureId,
  exchangeAll,
  join,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import { describe, expect, it } from 'vitest';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { followDevice } from '#storage/follow.ts';
import { readUnsent, watchUnsent, type Unsent } from '#storage/queries/unsent.ts';
import { sendEarlier } from '#storage/scopes.ts';

const example = (device: Awaited<ReturnType<typeof testDevice>>) =>
  commitTo(
    device.replica,
    [change('capture', { id: captureId('e1'), scope: 'session:seed' }, { write: { text: fresh('example') } })],
    { example: true },
  );

describe('what is on this tablet alone', () => {
  it('is counted without a server, and without the examples', async () => {
    const device = await testDevice();
    await example(device);
    expect(await readUnsent(device.replica.db)).toMatchObject({ count: 0, oldestAt: null, server: null });
    await capture(device, 'c1', 'one');
    const since = device.clock.now;
    await capture(device, 'c2', 'two');
    const unsent = await readUnsent(device.replica.db);
    expect(unsent).toMatchObject({ count: 2, due: 0, earlier: 2, forbidden: 0, refused: 0 });
    expect(unsent.oldestAt).toBeGreaterThan(since - 5);
    expect(unsent.oldestAt).toBeLessThanOrEqual(since);
  });

  it('tells what may go from what waits for a word or for membership', async () => {
    const forbidden = new Set<string>();
    const [device, server] = [await testDevice(), testServer('epoch-1', forbidden)];
    await example(device);
    await capture(device, 'c1', 'earlier');
    await join(device, server);
    await commitTo(device.replica, [
      change('capture', { id: captureId('c2'), scope: 'session:b' }, { set: { kind: 'idea' } }),
    ]);
    expect(await readUnsent(device.replica.db)).toMatchObject({
      count: 2,
      due: 1,
      earlier: 1,
      server: { name: 'Server' },
    });
    forbidden.add('session:b');
    await exchangeAll(device, server);
    expect(await readUnsent(device.replica.db)).toMatchObject({ count: 2, due: 0, earlier: 1, forbidden: 1 });
    await sendEarlier(device.replica);
    await exchangeAll(device, server);
    expect(await readUnsent(device.replica.db)).toMatchObject({ count: 1, due: 0, earlier: 0, forbidden: 1 });
  });

  it('is told again after each change', async () => {
    const device = await testDevice();
    const heard: Unsent[] = [];
    const stop = watchUnsent(device.replica.db, (unsent) => heard.push(unsent));
    await capture(device, 'c1', 'one');
    await expect.poll(() => heard.at(-1)?.count).toBe(1);
    stop();
  });
});

it('a second edit of a marked record is told, though no count changes, and what is being typed is not', async () => {
  const device = await testDevice();
  const { db } = device.replica;
  await capture(device, 'c1', 'one');
  const heard: number[] = [];
  const stop = watchUnsent(db, ({ count }) => heard.push(count));
  await expect.poll(() => heard).toEqual([1]);
  await capture(device, 'c1', 'two');
  await expect.poll(() => heard).toEqual([1, 1]);
  await db.drafts.put({ key: 'line', text: 'x', caret: 1, at: 1, about: {} });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual([1, 1]);
  stop();
  await capture(device, 'c2', 'three');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual([1, 1]);
});

it('a tab follows the server and the name that another tab was told', async () => {
  const [tab, server] = [await testDevice(), testServer()];
  const other = await testDevice(tab);
  const stop = followDevice(other.replica);
  await join(tab, server);
  await tab.replica.setHolder('Amina');
  await expect.poll(() => [other.replica.server?.name, other.replica.device.holder]).toEqual(['Server', 'Amina']);
  await capture(other, 'c1', 'in a new scope');
  expect((await other.replica.db.scopes.get(sessionScope))?.sending).toBe(true);
  stop();
});
