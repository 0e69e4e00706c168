import { expect, it } from 'vitest';
import { captureRef, captureRefs, homeOf, inAgendaOrder, inGroupOrder, refPrefix } from '#domain/capture-ref.ts';

const blocks = [
  { id: 'opening', day: 0, order: 'a0' },
  { id: 'second-day', day: 1, order: 'Zz' },
  { id: 'barriers', day: 0, order: 'a1' },
];
const groups = [
  { id: 'g2', blockId: 'barriers', order: 'a2' },
  { id: 'g1', blockId: 'barriers', order: 'a1' },
  { id: 'lost', blockId: 'deleted', order: 'a0' },
];

it('[CR1] is the block’s letter, the group’s number and the line’s number', () => {
  const refs = captureRefs(blocks, groups, [
    { id: 'late', groupId: 'g2', blockId: 'barriers', order: 'a1' },
    { id: 'early', groupId: 'g2', blockId: 'barriers', order: 'a0' },
    { id: 'other', groupId: 'g1', blockId: 'barriers', order: 'a5' },
    { id: 'tomorrow', blockId: 'second-day', order: 'a0' },
  ]);
  expect(Object.fromEntries(refs)).toEqual({ early: 'B2-01', late: 'B2-02', other: 'B1-01', tomorrow: 'C-01' });
});

it('[CR2] leaves out what a line does not have', () => {
  const refs = captureRefs(blocks, groups, [
    { id: 'plenary', blockId: 'barriers', order: 'a0' },
    { id: 'session', order: 'a0' },
  ]);
  expect(refs.get('plenary')).toBe('B-01');
  expect(refs.get('session')).toBe('01');
});

it('[CR3] reads a line of a deleted group in the plenary, and of a deleted block in the session', () => {
  expect(homeOf({ id: 'l', groupId: 'gone', blockId: 'barriers' }, blocks, groups)).toEqual({ blockId: 'barriers' });
  expect(homeOf({ id: 'l', groupId: 'gone', blockId: 'gone' }, blocks, groups)).toEqual({});
  expect(refPrefix({ groupId: 'lost' }, blocks, groups)).toBe('1');
});

it('[CR4] follows the group when it moves to another block', () => {
  const moved = [{ id: 'g1', blockId: 'opening', order: 'a0' }];
  expect(homeOf({ id: 'l', groupId: 'g1', blockId: 'barriers' }, blocks, moved)).toEqual({
    groupId: 'g1',
    blockId: 'opening',
  });
});

it('[CR5] goes on after Z, and after 99', () => {
  const many = Array.from({ length: 54 }, (_, index) => ({
    id: `b${index}`,
    order: `a${String(index).padStart(2, '0')}`,
  }));
  const prefix = (index: number) => refPrefix({ blockId: `b${index}` }, many, []);
  expect([prefix(25), prefix(26), prefix(27), prefix(52)]).toEqual(['Z', 'AA', 'AB', 'BA']);
  expect(captureRef('A', 7)).toBe('A-07');
  expect(captureRef('A', 107)).toBe('A-107');
});

it('orders blocks by day first, and groups by their block', () => {
  expect(inAgendaOrder(blocks).map(({ id }) => id)).toEqual(['opening', 'barriers', 'second-day']);
  expect(inGroupOrder(groups, blocks).map(({ id }) => id)).toEqual(['g1', 'g2', 'lost']);
});
