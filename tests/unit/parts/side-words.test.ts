import { expect, it } from 'vitest';
import { distinctLetters } from '#parts/side-words.ts';

it('gives each side a letter of its own while it has one', () => {
  expect(distinctLetters([['N', 'E'], ['N', 'G', 'O'], ['O']])).toEqual(['N', 'G', 'O']);
  expect(distinctLetters([['S'], ['S', 'T', 'K'], ['S', 'T', 'A']])).toEqual(['S', 'T', 'A']);
  expect(distinctLetters([['A'], ['A'], []])).toEqual(['A', 'A', '']);
});
