import { describe, expect, it } from 'vitest';
import { backoffMs, longestWaitMs, spreadIdleMs } from '#sync/backoff.ts';

describe('the wait after failures', () => {
  it('doubles from one second, and never passes five minutes', () => {
    const longest = Array.from({ length: 12 }, (_, failures) => backoffMs(failures + 1, 1));
    expect(longest.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(longest.at(-1)).toBe(longestWaitMs);
    expect(backoffMs(1_000_000, 1)).toBe(longestWaitMs);
  });

  it('is spread over its second half', () => {
    expect(backoffMs(5, 0)).toBe(8000);
    expect(backoffMs(5, 0.5)).toBe(12_000);
    expect(backoffMs(0, 0)).toBe(500);
  });

  it('between rounds that went well is about a minute', () => {
    expect([spreadIdleMs(0), spreadIdleMs(0.999_999)]).toEqual([48_000, 72_000]);
  });
});
