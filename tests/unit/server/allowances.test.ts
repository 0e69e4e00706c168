import { describe, expect, it } from 'vitest';
import { allowances } from '#server/allowances.ts';

const taken = (times: number, take: () => number) => Array.from({ length: times }, take);

describe('an allowance', () => {
  it('is so many at once, and then one after each pause', () => {
    const some = allowances({ atOnce: 3, everyMs: 100 });
    expect(taken(5, () => some.take('a', 1000))).toEqual([0, 0, 0, 100, 100]);
    expect(some.take('a', 1099)).toBe(1);
    expect([some.take('a', 1100), some.take('a', 1100)]).toEqual([0, 100]);
  });

  it('is full again after a quiet while, and never more than full', () => {
    const some = allowances({ atOnce: 2, everyMs: 100 });
    taken(2, () => some.take('a', 0));
    expect(taken(3, () => some.take('a', 10_000))).toEqual([0, 0, 100]);
  });

  it('of one asker is not another’s', () => {
    const some = allowances({ atOnce: 1, everyMs: 100 });
    expect([some.take('a', 0), some.take('b', 0), some.take('a', 0)]).toEqual([0, 0, 100]);
  });

  it('is not gone for years because the clock was set back', () => {
    const some = allowances({ atOnce: 2, everyMs: 100 });
    taken(2, () => some.take('a', 1e12));
    expect(taken(3, () => some.take('a', 0))).toEqual([0, 0, 100]);
  });

  it('of a great many askers takes a bounded room', () => {
    const some = allowances({ atOnce: 1, everyMs: 1e9 });
    expect([some.take('first', 0), some.take('first', 0)]).toEqual([0, 1e9]);
    for (let at = 0; at < 60_000; at += 1) some.take(`asker ${at}`, 0);
    expect(some.take('first', 0)).toBe(0);
  });
});
