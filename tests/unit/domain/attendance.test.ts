import { describe, expect, it } from 'vitest';
import {
  attendanceTotals,
  halfDayKey,
  halfDaysNeeded,
  halfDaysOf,
  type Mark,
  presence,
  presentByHalfDay,
} from '#domain/attendance.ts';
import type { DayPart } from '#domain/nouns/vocabulary.ts';

const at = (personId: string, day: number, part: DayPart, present = true): Mark => ({ personId, day, part, present });
const totals = (personIds: string[], marks: Mark[], dayCount = 2, completerPercent?: number | null) =>
  attendanceTotals({ personIds, marks, dayCount, completerPercent });

describe('the figures of a register', () => {
  it('[AT1] gives each day a morning and an afternoon', () => {
    expect(halfDaysOf(2).map(halfDayKey)).toEqual(['0.am', '0.pm', '1.am', '1.pm']);
  });

  it('[AT2] counts a person once, however many half-days they came', () => {
    expect(totals(['a', 'b'], [at('a', 0, 'am'), at('a', 0, 'pm'), at('a', 1, 'am')]).people).toBe(1);
  });

  it('[AT3] counts a day once where a person came in the morning, the afternoon or both', () => {
    const found = totals(['a', 'b'], [at('a', 0, 'am'), at('a', 0, 'pm'), at('a', 1, 'pm'), at('b', 1, 'am')]);
    expect([found.personDays, found.halfDays]).toEqual([3, 4]);
  });

  it('[AT4] takes a half-day for held when anybody was present, so that an afternoon nobody marked costs nobody', () => {
    const found = totals(['a', 'b'], [at('a', 0, 'am'), at('b', 0, 'am')]);
    expect(found.held.map(halfDayKey)).toEqual(['0.am']);
    expect(found.completers).toBe(2);
  });

  it('[AT4] does not take a half-day for held when its only mark was taken back', () => {
    expect(totals(['a', 'b'], [at('a', 0, 'am'), at('b', 0, 'am'), at('a', 0, 'pm', false)]).completers).toBe(2);
  });

  it('[AT5] asks completers for every half-day held', () => {
    const found = totals(['a', 'b'], [at('a', 0, 'am'), at('a', 0, 'pm'), at('b', 0, 'pm')]);
    expect([found.completers, found.neededHalfDays]).toEqual([1, 2]);
  });

  it("[AT5] asks completers for the programme's share of them, rounded up", () => {
    const marks = [0, 1, 2].flatMap((day) => [at('a', day, 'am'), at('a', day, 'pm')]);
    const absentOnce = [...marks, ...marks.slice(0, 5).map((mark) => ({ ...mark, personId: 'b' }))];
    const absentTwice = [...absentOnce, ...marks.slice(0, 4).map((mark) => ({ ...mark, personId: 'c' }))];
    expect(totals(['a', 'b', 'c'], absentTwice, 3, 80)).toMatchObject({ completers: 2, neededHalfDays: 5 });
    expect(totals(['a', 'b', 'c'], absentTwice, 3)).toMatchObject({ completers: 1, neededHalfDays: 6 });
  });

  it('[AT5] needs at least one half-day of presence, and has no completers before anything was held', () => {
    expect(halfDaysNeeded(2, 1)).toBe(1);
    expect(totals(['a'], [], 1, 1)).toMatchObject({ completers: 0, neededHalfDays: 0 });
  });

  it('[AT5] counts one who came on days 1 and 3 only as a person with two person-days and as no completer', () => {
    const all = [0, 1, 2].flatMap((day) => [at('a', day, 'am'), at('a', day, 'pm')]);
    const some = [at('b', 0, 'am'), at('b', 0, 'pm'), at('b', 2, 'am')];
    expect(totals(['a', 'b'], [...all, ...some], 3)).toMatchObject({
      people: 2,
      personDays: 5,
      halfDays: 9,
      completers: 1,
    });
  });

  it('[AT6] counts nobody who is not on the list, and those who never came only as registered', () => {
    expect(totals(['a', 'b'], [at('a', 0, 'am'), at('withdrawn', 0, 'am'), at('withdrawn', 0, 'pm')])).toMatchObject({
      registered: 2,
      people: 1,
      personDays: 1,
      halfDays: 1,
      completers: 1,
    });
  });

  it('[AT7] leaves out marks of days that the session no longer has', () => {
    expect(totals(['a'], [at('a', 0, 'am'), at('a', 5, 'am')], 1)).toMatchObject({
      personDays: 1,
      halfDays: 1,
      completers: 1,
    });
  });

  it('[AT2] counts each half-day for its own column', () => {
    const present = presence({
      personIds: ['a', 'b'],
      marks: [at('a', 0, 'am'), at('b', 0, 'am'), at('b', 0, 'pm')],
      dayCount: 1,
    });
    expect([...presentByHalfDay(present)]).toEqual([
      ['0.am', 2],
      ['0.pm', 1],
    ]);
  });
});
