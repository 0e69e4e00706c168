import { expect, it } from 'vitest';
import { firstWords } from '#features/captures/first-words.ts';

it('quotes a short line whole, of a long one its beginning, and of an empty one nothing', () => {
  expect(firstWords(' No rule on who is consulted ')).toBe('No rule on who is consulted');
  expect(firstWords('x'.repeat(40))).toBe('x'.repeat(40));
  expect(firstWords(`${'x'.repeat(39)} and more`)).toBe(`${'x'.repeat(39)}…`);
  expect([firstWords('  '), firstWords(null), firstWords(undefined)]).toEqual(['', '', '']);
});
