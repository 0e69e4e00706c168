/** Records as devices can make them: a few writers write, see and merge in any order. */
import fc from 'fast-check';
import { type RecordState, unseen, writeLast, writeText } from '#replication/cell.ts';
import { mergeRecords } from '#replication/merge.ts';
import { latestClock } from '#replication/cell.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';

const writers = ['WriterAA', 'WriterBB', 'WriterCC'] as Writer[];
const fields = ['title', 'kind', 'count'] as const;
const emptyRecord: RecordState = { noun: 'capture', id: 'r1', scope: 'session:s1', cells: {} };

interface Step {
  readonly device: number;
  readonly act: 'last' | 'text' | 'blind-text' | 'merge' | 'erase-field' | 'erase';
  readonly field: (typeof fields)[number];
  readonly value: string;
  readonly nowMs: number;
  readonly other: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(2),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('last' as const) },
    { weight: 6, arbitrary: fc.constant('text' as const) },
    { weight: 4, arbitrary: fc.constant('blind-text' as const) },
    { weight: 6, arbitrary: fc.constant('merge' as const) },
    { weight: 1, arbitrary: fc.constant('erase-field' as const) },
    { weight: 1, arbitrary: fc.constant('erase' as const) },
  ),
  field: fc.constantFrom(...fields),
  value: fc.string({ maxLength: 5 }),
  // Clocks that jump: stuck in 1970, years ahead, and near each other.
  nowMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.constant(2_051_222_400_000)),
  other: fc.nat(2),
});

/** The states of three devices after a common history, none of them the same in general. */
export const deviceStates: fc.Arbitrary<[RecordState, RecordState, RecordState]> = fc
  .array(step, { maxLength: 24 })
  .map((steps) => {
    const devices: [RecordState, RecordState, RecordState] = [emptyRecord, emptyRecord, emptyRecord];
    for (const one of steps) devices[one.device as 0 | 1 | 2] = act(devices, one);
    return devices;
  });

function act(devices: readonly RecordState[], one: Step): RecordState {
  const mine = devices[one.device] ?? emptyRecord;
  if (mine.erased === true && one.act !== 'merge') return mine;
  const cell = mine.cells[one.field];
  const stamp = nextStamp(one.nowMs, latestClock(cell), writers[one.device] ?? ('WriterAA' as Writer));
  const put = (next: RecordState['cells'][string]) => ({ ...mine, cells: { ...mine.cells, [one.field]: next } });
  // `title` is a text, the others are last-writer fields, as in a registry.
  switch (one.act) {
    case 'last':
    case 'text':
    case 'blind-text':
      if (one.field !== 'title') return put(writeLast(cell, one.value, stamp));
      return put(
        writeText(cell, one.value, one.act === 'text' && cell?.kind === 'text' ? cell.context : unseen, stamp),
      );
    case 'merge':
      return mergeRecords(mine, devices[one.other] ?? mine);
    case 'erase-field':
      return put({ kind: 'erased' });
    case 'erase':
      return { ...mine, cells: {}, erased: true };
  }
}
