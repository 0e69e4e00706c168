import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceTotals } from '#domain/attendance.ts';
import { foldedWords, nameKey, splitName } from '#domain/name-key.ts';
import { columnsLeftOut, guessColumns, peopleOf } from '#domain/person-columns.ts';
import { countBySide, quotaFills } from '#domain/quotas.ts';
import { check } from '#tests/support/property.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const attendance = fc.record({
  personIds: fc.subarray(ids),
  marks: fc.array(
    fc.record({
      personId: fc.constantFrom(...ids, 'stranger', null),
      day: fc.integer({ min: 0, max: 4 }),
      part: fc.constantFrom('am' as const, 'pm' as const),
      present: fc.constantFrom(true, true, false, null),
    }),
    { maxLength: 40 },
  ),
  dayCount: fc.integer({ min: 1, max: 4 }),
  completerPercent: fc.option(fc.integer({ min: 1, max: 100 })),
});

const word = fc.string({ unit: fc.constantFrom(...'abcçğıiİIöşüéÉÑñ-’ABC'), minLength: 1, maxLength: 8 });
const name = fc.array(word, { minLength: 1, maxLength: 5 });
const cell = fc.oneof(
  fc.constantFrom(
    'Name',
    'Adı',
    'Soyadı',
    'Kurumu',
    'Phone',
    'Side',
    'NGO',
    'F',
    '34',
    '10000000146',
    '0532 000 00 01',
    'a@example.org',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });

describe('the figures', () => {
  it('[AT8] hold half-days >= person-days >= people >= completers, and registered >= people', () =>
    check(attendance, (input) => {
      const { registered, people, personDays, halfDays, completers } = attendanceTotals(input);
      expect(halfDays).toBeGreaterThanOrEqual(personDays);
      expect(personDays).toBeGreaterThanOrEqual(people);
      expect(people).toBeGreaterThanOrEqual(completers);
      expect(registered).toBeGreaterThanOrEqual(people);
    }));

  it('[AT2][AT3] do not change when every mark is read twice, in another order', () =>
    check(attendance, (input) => {
      const present = input.marks.filter((mark) => mark.present === true);
      const twice = { ...input, marks: [...present].reverse().concat(present) };
      expect(attendanceTotals(twice)).toEqual(attendanceTotals({ ...input, marks: present }));
    }));

  it('[AT4][AT5] lose no completer by a half-day that nobody came to', () =>
    check(attendance, (input) => {
      const longer = {
        ...input,
        marks: input.marks.filter(({ day }) => day < input.dayCount),
        dayCount: input.dayCount + 1,
      };
      expect(attendanceTotals(longer).completers).toBe(
        attendanceTotals({ ...longer, dayCount: input.dayCount }).completers,
      );
    }));
});

describe('quotas', () => {
  const side = fc.constantFrom('government', 'ngo', 'other', null);
  const registered = fc.array(
    fc.record({ personId: fc.constantFrom(...ids), registration: fc.record({ side }), person: fc.record({ side }) }),
    { maxLength: 12 },
  );

  it('[QU5] by side add up to all, present among registered', () =>
    check(fc.tuple(registered, fc.subarray(ids)), ([people, present]) => {
      const counts = countBySide(people, new Set(present));
      expect(counts.reduce((sum, count) => sum + count.registered, 0)).toBe(people.length);
      for (const count of counts) expect(count.present).toBeLessThanOrEqual(count.registered);
    }));

  it('[QU1][QU5] of a side are filled by as many as the counts by side say', () =>
    check(registered, (people) => {
      const counts = countBySide(people, new Set());
      const quotas = ['government', 'ngo', 'other'].map((value) => ({ id: value, field: 'side', value, target: 1 }));
      expect(quotaFills(quotas, people, new Set()).map((fill) => fill.registered)).toEqual(
        counts.slice(0, 3).map((count) => count.registered),
      );
    }));
});

describe('names', () => {
  it('[NM1] have one key in any order of their parts, upper or lower case, composed or not', () =>
    check(name, (words) => {
      const key = nameKey({ familyName: words.join(' ') });
      expect(nameKey({ familyName: [...words].reverse().join(' ') })).toBe(key);
      expect(nameKey({ familyName: words.join(' ').normalize('NFD') })).toBe(key);
      expect(nameKey({ familyName: words.join(' ').toLocaleUpperCase('tr') })).toBe(key);
      expect(nameKey({ familyName: words.join(' ').toLowerCase() })).toBe(key);
      expect(nameKey({ familyName: key })).toBe(key);
    }));

  it('[NM5] lose no word when they are parted', () =>
    check(fc.tuple(name, name, fc.boolean()), ([one, other, comma]) => {
      const text = `${one.join(' ')}${comma ? ', ' : ' '}${other.join(' ')}`;
      const { givenName, familyName } = splitName(text);
      const words = (part: string) => part.split(/[\s,]+/).filter((found) => found !== '');
      expect([...words(givenName), ...words(familyName)].sort()).toEqual(words(text).sort());
    }));
});

describe('a people’s list', () => {
  it('[PL3][PL8] of any sort is read whole: each line that says anything is a person or told, each column taken or listed', () =>
    check(table, (rows) => {
      const columns = guessColumns(rows);
      const people = peopleOf(rows, columns);
      const body = rows.slice(columns.headRow + 1);
      expect(people.length).toBe(body.filter((row) => row.some((text) => text.trim() !== '')).length);
      const taken = columns.roles.flatMap((role, at) => (role === 'none' || role === 'nationalId' ? [] : [at]));
      const listed = columnsLeftOut(rows, columns).map(({ column }) => column);
      expect(new Set(columns.roles.filter((role) => role !== 'none' && role !== 'nationalId')).size).toBe(taken.length);
      body.forEach((row) =>
        row.forEach((text, column) => {
          if (text.trim() !== '') expect(taken.includes(column) || listed.includes(column)).toBe(true);
        }),
      );
    }));

  it('[PL6] never gives a person a national id number', () =>
    check(table, (rows) => {
      const numbered = rows.map((row, at) => (at % 3 === 0 ? row : [...row, '10000000146']));
      expect(JSON.stringify(peopleOf(numbered, guessColumns(numbered)))).not.toContain('10000000146');
    }));

  it('[PL7] names no value that foldedWords would not find again in its line', () =>
    check(table, (rows) => {
      for (const { line, values } of peopleOf(rows, guessColumns(rows))) {
        const held = foldedWords((rows[line - 1] ?? []).join(' ')).join(' ');
        for (const part of foldedWords(`${values.givenName ?? ''} ${values.familyName ?? ''}`))
          expect(held).toContain(part);
      }
    }));
});
