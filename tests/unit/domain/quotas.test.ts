import { describe, expect, it } from 'vitest';
import { countBySide, quotaFills, sideOf } from '#domain/quotas.ts';

const one = (personId: string, registration: object, person?: object) => ({ personId, registration, person });
const people = [
  one('a', { side: 'government' }),
  one('b', { side: null }, { side: 'government', place: 'Iğdır' }),
  one('c', { side: 'ngo' }, { side: 'government', place: 'IĞDIR' }),
  one('d', {}, { place: 'İğdır ' }),
];
const quota = (field: string | null, value: string | null, target: number | null = 2) => ({
  id: 'q',
  field,
  value,
  target,
});
const fill = (wanted: ReturnType<typeof quota>, present: string[] = []) =>
  quotaFills([wanted], people, new Set(present))[0];

describe('quotas', () => {
  it('[QU1] counts the side of the registration, and the person’s own where it has none', () => {
    expect(fill(quota('side', 'government'))).toMatchObject({ registered: 2, target: 2, over: 0 });
    expect(fill(quota('side', 'ngo'))).toMatchObject({ registered: 1 });
  });

  it('[QU1] counts any field of a person', () => {
    expect(fill(quota('place', 'Trabzon'))).toMatchObject({ registered: 0 });
    expect(fill(quota('constructor', 'x'))).toMatchObject({ registered: 0 });
    expect(fill(quota(null, null))).toMatchObject({ registered: 0 });
  });

  it('[QU2] compares words without case and accents', () => {
    expect(fill(quota('place', 'ığdır'))).toMatchObject({ registered: 3 });
  });

  it('[QU3] says how many of them came', () => {
    expect(fill(quota('side', 'government'), ['b', 'c'])).toMatchObject({ registered: 2, present: 1 });
  });

  it('[QU4] counts more than wanted, and says how many more', () => {
    expect(fill(quota('side', 'government', 1))).toMatchObject({ registered: 2, over: 1 });
    expect(fill(quota('side', 'government', 0))).toMatchObject({ registered: 2, over: 0 });
    expect(fill(quota('side', 'government', null))).toMatchObject({ target: 0, over: 0 });
  });

  it('[QU5] adds up to all by listing those of whom no side was said', () => {
    const counts = countBySide(people, new Set(['a']));
    expect(counts.map(({ side, registered, present }) => [side, registered, present])).toEqual([
      ['government', 2, 1],
      ['ngo', 1, 0],
      ['other', 0, 0],
      [undefined, 1, 0],
    ]);
    expect(countBySide([], new Set()).map(({ side }) => side)).toEqual(['government', 'ngo', 'other']);
  });

  it('[QU1] takes no side from a word that is none', () => {
    expect(sideOf({ registration: { side: 'martian' }, person: undefined })).toBeUndefined();
  });
});
