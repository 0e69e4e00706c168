import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addBlock,
  lengthen,
  markBlock,
  moveBlock,
  removeBlock,
  restoreBlock,
  setDuration,
} from '#features/agenda/commands.ts';
import { clockOfMinutes, planAgenda } from '#domain/agenda.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

let id: Id<'session'>;
const blocks = () => recordsIn('block', scopeOf('session', id));
const plan = async () =>
  planAgenda(['09:00'], await blocks())[0]?.blocks.map(
    ({ block, startMin }) => `${clockOfMinutes(startMin)} ${block.title}`,
  );
const block = async (at: number) => (await blocks())[at] as Entity<'block'>;

beforeEach(async () => {
  id = (await thisDevice()).newId('session');
  await commit([
    change(
      'session',
      { id, scope: scopeOf('session', id) },
      { set: { status: 'draft' }, write: { title: fresh('A day') } },
    ),
  ]);
  for (const [title, durationMin, fixedStart] of [
    ['Opening', 20],
    ['Barriers', 45],
    ['Lunch', 60, '12:30'],
  ] as const) {
    await addBlock(id, { day: 0, title, durationMin, ...(fixedStart && { fixedStart }) });
  }
});

describe('the agenda', () => {
  it('lets later times follow when a block grows, up to the locked lunch', async () => {
    await setDuration(await block(0), 60);
    expect(await plan()).toEqual(['09:00 Opening', '10:00 Barriers', '12:30 Lunch']);
  });

  it('counts each of two fast taps', async () => {
    const opening = await block(0);
    await Promise.all([lengthen(opening, 5), lengthen(opening, 5), lengthen(opening, -5)]);
    expect((await block(0)).durationMin).toBe(25);
  });

  it('keeps a block between five minutes and a day', async () => {
    await setDuration(await block(0), -5);
    expect((await block(0)).durationMin).toBe(5);
  });

  it('moves a block before another by one write of its own', async () => {
    const [opening, barriers] = await blocks();
    await moveBlock(barriers as Entity<'block'>, undefined, opening);
    expect(await plan()).toEqual(['09:00 Barriers', '09:45 Opening', '12:30 Lunch']);
  });

  it('gives a deleted block back', async () => {
    const opening = await block(0);
    await removeBlock(opening);
    expect(await plan()).toEqual(['09:00 Barriers', '12:30 Lunch']);
    await restoreBlock(opening);
    expect(await plan()).toHaveLength(3);
  });

  it('opens the session with its first block, and notes when each was run', async () => {
    const session = (await record('session', id)) as Entity<'session'>;
    await markBlock(await block(0), session, 'started');
    expect(await record('session', id)).toMatchObject({ status: 'live' });
    await markBlock(await block(0), session, 'ended');
    const { startedAt, endedAt } = await block(0);
    expect(Number(endedAt)).toBeGreaterThanOrEqual(Number(startedAt));
    await markBlock(await block(0), session, 'not-started');
    expect(await block(0)).toMatchObject({ startedAt: null, endedAt: null });
  });
});
