import { describe, expect, it } from 'vitest';
import { letterGroups } from '#features/register/letter-groups.ts';

const said = (letters: string, most: number) =>
  letterGroups([...letters], most).map(({ first, last }) => (first === last ? first : `${first}-${last}`));

describe('letters down the edge', () => {
  it('stand alone while there is room', () => {
    expect(said('ABÇD', 4)).toEqual(['A', 'B', 'Ç', 'D']);
    expect(said('', 4)).toEqual([]);
  });

  it('are put together in their order where there is none, and none is left out', () => {
    expect(said('ABCDE', 4)).toEqual(['A-B', 'C-D', 'E']);
    expect(said('ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ', 11)).toHaveLength(10);
  });
});
