import { describe, expect, it } from 'vitest';
import { dayEndAdvice } from '#features/device/day-end-advice.ts';
import type { DayEnd } from '#storage/queries/day-end.ts';
import { statusWith } from './status.ts';

const dayEnd = (onTablet: number, needLook = 0): DayEnd => ({
  items: 20,
  safe: 20 - onTablet - needLook,
  onTablet,
  needLook,
  examples: 0,
});

describe('the advice at the end of a day', () => {
  it('is none where the server has confirmed everything', () => {
    expect(dayEndAdvice(dayEnd(0), statusWith())).toEqual([]);
  });

  it('is to join a server, or back up, where there is none', () => {
    const alone = statusWith({ server: null, state: 'no-server', pendingCount: 20, earlierCount: 20 });
    expect(dayEndAdvice(dayEnd(20), alone)).toEqual([{ type: 'join', count: 20 }]);
  });

  it('is to keep the backup elsewhere where one holds everything, and not to make another', () => {
    const alone = statusWith({ server: null, state: 'no-server', pendingCount: 20, earlierCount: 20 });
    expect(dayEndAdvice(dayEnd(20), alone, 5)).toEqual([{ type: 'keep-backup', count: 20, at: 5 }]);
    expect(dayEndAdvice(dayEnd(20), statusWith({ pendingCount: 20 }), 5)).toEqual([{ type: 'wait', count: 20 }]);
  });

  it('asks for nothing before it is known whether there is a server', () => {
    expect(dayEndAdvice(dayEnd(20), statusWith({ server: null, counted: false }))).toEqual([]);
  });

  it('tells apart what goes by itself, what waits for a word, and what waits for membership', () => {
    const mixed = statusWith({ pendingCount: 9, earlierCount: 3, forbiddenCount: 2 });
    expect(dayEndAdvice(dayEnd(9), mixed)).toEqual([
      { type: 'wait', count: 4 },
      { type: 'send-earlier', count: 3 },
      { type: 'forbidden', count: 2 },
    ]);
  });

  it('puts what was refused first', () => {
    const advice = dayEndAdvice(dayEnd(1, 2), statusWith({ pendingCount: 1, refusedCount: 2 }));
    expect(advice.map(({ type }) => type)).toEqual(['look', 'wait']);
  });
});
