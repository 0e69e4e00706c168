import { describe, expect, it } from 'vitest';
import { codeInAddress } from '#features/device/code-in-address.ts';
import { initials } from '#features/device/initials.ts';
import { roomWords, sizeOf } from '#features/device/room-words.ts';

describe('the code in an address', () => {
  it.each([
    ['', ''],
    ['#ABCD-EFGH', 'ABCD-EFGH'],
    ['#ABCD%2DEFGH', 'ABCD-EFGH'],
    // Cut in the middle by a mail program.
    ['#ABCD%2', 'ABCD%2'],
  ])('%s is %s', (hash, code) => {
    expect(codeInAddress(hash)).toBe(code);
  });
});

describe('the letters that stand for a name', () => {
  it.each([
    ['Amina Okoro', 'en', 'AO'],
    ['Amina', 'en', 'A'],
    ['  Jean de la Fontaine ', 'fr', 'JF'],
    ['ilker ışık', 'tr', 'İI'],
    ['', 'en', ''],
  ])('of “%s” in %s are %s', (name, locale, letters) => {
    expect(initials(name, locale)).toBe(letters);
  });
});

describe('room on the tablet', () => {
  it('is said in whole megabytes and gigabytes, never more than there is', () => {
    expect(sizeOf(999_999)).toEqual({ unit: 'little' });
    expect(sizeOf(1_999_999)).toEqual({ unit: 'megabyte', value: 1 });
    expect(sizeOf(999_999_999)).toEqual({ unit: 'megabyte', value: 999 });
    expect(sizeOf(2_700_000_000)).toEqual({ unit: 'gigabyte', value: 2 });
  });

  it('is little when a day of photographs would not fit', () => {
    expect(roomWords({ usedBytes: 0, freeBytes: 199_999_999 }).isNearlyFull).toBe(true);
    expect(roomWords({ usedBytes: 0, freeBytes: 200_000_000 }).isNearlyFull).toBe(false);
  });
});
