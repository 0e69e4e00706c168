import { describe, expect, it } from 'vitest';
import { columnsOf, everything, fits, isFiltering, plenary } from '#features/board/board-filter.ts';
import { searchLines } from '#storage/search.ts';
import type { Entity } from '#storage/row.ts';

const line = (id: string, values: Record<string, unknown>) =>
  ({
    noun: 'capture',
    id,
    scope: 'session:s',
    row: { id, scope: 'session:s', v: values },
    ...values,
  }) as unknown as Entity<'capture'>;
const lines = [
  line('1', {
    text: 'No rule on who is consulted',
    kind: 'barrier',
    category: 'policy',
    side: 'ngo',
    groupId: 'g1',
    order: 'a1',
  }),
  line('2', {
    text: 'Iğdır İl Müdürlüğü toplantıya gelmedi',
    kind: 'barrier',
    side: 'government',
    groupId: 'g2',
    order: 'a0',
  }),
  line('3', { text: 'One contact person', kind: 'principle', side: 'government', blockId: 'b9', order: 'a0' }),
  line('4', { text: '', order: 'a0' }),
];
const blocks = new Map([
  ['g1', 'b1'],
  ['g2', 'b2'],
]);
const ids = (filter: Partial<typeof everything>) =>
  lines.filter((one) => fits(one, { ...everything, ...filter }, blocks)).map(({ id }) => id);

describe('the board', () => {
  it('shows the lines of a side, a group, the plenary or a block', () => {
    expect(ids({})).toEqual(['1', '2', '3', '4']);
    expect(ids({ side: 'government' })).toEqual(['2', '3']);
    expect(ids({ group: 'g1' })).toEqual(['1']);
    expect(ids({ group: plenary })).toEqual(['3', '4']);
    expect(ids({ block: 'b1' })).toEqual(['1']);
    expect(ids({ block: 'b9', side: 'government' })).toEqual(['3']);
  });

  it('counts all of a column and shows the first of it, barriers by category, the unsorted as notes', () => {
    const columns = columnsOf([...lines, line('5', { kind: 'barrier', category: 'policy', order: 'a0' })], () => 1);
    expect(
      columns.map(({ kind, category, count, captures }) => [kind, category, count, captures.map(({ id }) => id)]),
    ).toEqual([
      ['note', undefined, 1, ['4']],
      ['principle', undefined, 1, ['3']],
      ['barrier', 'policy', 2, ['5']],
      ['barrier', 'other', 1, ['2']],
    ]);
  });

  it('knows when it shows everything', () => {
    expect(isFiltering(everything)).toBe(false);
    expect(isFiltering({ ...everything, search: ' ' })).toBe(false);
    expect(isFiltering({ ...everything, search: 'x' })).toBe(true);
  });
});

describe('the search', () => {
  const search = searchLines(lines);
  const found = (query: string) => [...(search(query) ?? [])];

  it('finds beginnings of words, whatever their accents and dots', () => {
    expect(found('IGDIR mudur')).toEqual(['2']);
    expect(found('consul')).toEqual(['1']);
    expect(found('ığdır')).toEqual(['2']);
  });

  it('wants every word, and forgives one wrong letter in a long one', () => {
    expect(found('rule contact')).toEqual([]);
    expect(found('consultid')).toEqual(['1']);
  });

  it('answers nothing particular to a query without words', () => {
    expect(search('  … ')).toBeUndefined();
  });
});
