import { describe, expect, it } from 'vitest';
import { clockOfMinutes, minutesOf, planAgenda } from '#domain/agenda.ts';

const block = (id: string, order: string, durationMin?: number, fixedStart?: string, day = 0) => ({
  id,
  order,
  durationMin,
  fixedStart,
  day,
});
const times = (startsAt: string[], blocks: ReturnType<typeof block>[]) =>
  planAgenda(startsAt, blocks).map((day) =>
    day.blocks.map((at) => `${at.block.id} ${clockOfMinutes(at.startMin)}-${clockOfMinutes(at.endMin)}`),
  );

describe('the agenda', () => {
  it('[AG1] starts each block where the one before it ends', () => {
    expect(times(['09:00'], [block('a', 'a0', 20), block('b', 'a1', 40), block('c', 'a2', 45)])).toEqual([
      ['a 09:00-09:20', 'b 09:20-10:00', 'c 10:00-10:45'],
    ]);
  });

  it('[AG1] pushes later times when an earlier block grows', () => {
    expect(times(['09:00'], [block('a', 'a0', 50), block('b', 'a1', 40)])[0]?.[1]).toBe('b 09:50-10:30');
  });

  it('[AG2] holds a locked block at its time, and what follows it follows from there', () => {
    expect(times(['09:00'], [block('a', 'a0', 60), block('lunch', 'a1', 60, '12:30'), block('c', 'a2', 75)])).toEqual([
      ['a 09:00-10:00', 'lunch 12:30-13:30', 'c 13:30-14:45'],
    ]);
  });

  it('[AG3] says how much is free before a lock and how far the blocks before run into it', () => {
    const [day] = planAgenda(
      ['09:00'],
      [block('a', 'a0', 60), block('b', 'a1', 60, '11:00'), block('c', 'a2', 30, '11:45')],
    );
    expect(day?.blocks.map(({ gapMin, overrunMin }) => [gapMin, overrunMin])).toEqual([
      [0, 0],
      [60, 0],
      [0, 15],
    ]);
  });

  it('[AG4] plans a block without a duration at the usual half hour', () => {
    expect(times(['08:30'], [block('a', 'a0'), block('b', 'a1', 10)])).toEqual([['a 08:30-09:00', 'b 09:00-09:10']]);
  });

  it('[AG5] puts blocks of a day that the session no longer has on its last day', () => {
    expect(times(['09:00', '10:00'], [block('a', 'a0', 30, undefined, 5)])).toEqual([[], ['a 10:00-10:30']]);
  });

  it('[AG6] orders by place, then by id, whatever the order of the rows', () => {
    expect(times(['09:00'], [block('z', 'a0', 10), block('c', 'Zz', 10), block('b', 'a0', 10)])).toEqual([
      ['c 09:00-09:10', 'b 09:10-09:20', 'z 09:20-09:30'],
    ]);
  });

  it('reads and writes times of day past midnight', () => {
    expect(minutesOf('23:59')).toBe(1439);
    expect(clockOfMinutes(1455)).toBe('00:15');
  });
});
