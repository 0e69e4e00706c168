import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordState } from '#replication/cell.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { mergeRecords, sameRecord } from '#replication/merge.ts';
import { packRecord, type PackedRecord, unpackRecord } from '#replication/packed.ts';
import { deviceStates } from '#tests/support/arbitrary-records.ts';
import { check } from '#tests/support/property.ts';

/** As it comes over the wire or out of a file. */
const carried = (state: RecordState): RecordState =>
  unpackRecord(JSON.parse(JSON.stringify(packRecord(state))) as PackedRecord);

/** A whole state, or the deltas of it, cell by cell. */
const deltasOf = (state: RecordState, apart: boolean): RecordState[] =>
  apart && state.erased !== true
    ? Object.entries(state.cells).map(([field, cell]) => ({ ...state, cells: { [field]: cell } }))
    : [state];

const erasedIn = ({ cells }: RecordState) =>
  Object.entries(cells).flatMap(([field, { kind }]) => (kind === 'erased' ? [field] : []));

const schedules = fc.tuple(deviceStates, fc.boolean(), fc.infiniteStream(fc.nat(100)));

describe('erasure', () => {
  it('[MG5] wins over every delta, packed and carried, before it and after it, in any order', () =>
    check(schedules, ([states, apart, picks]) => {
      const deltas = states.flatMap((state) => deltasOf(state, apart)).map(carried);
      const shuffled = [...deltas, ...deltas].toSorted(() => (Number(picks.next().value) % 2 === 0 ? 1 : -1));
      const merged = shuffled.reduce<RecordState>((before, delta) => carried(mergeRecords(before, delta)), {
        ...states[0],
        cells: {},
        erased: false,
      });
      const whole = states.some(({ erased }) => erased === true);
      expect(merged.erased === true).toBe(whole);
      if (whole) expect(packRecord(merged)).toMatchObject({ v: {}, e: true });
      else {
        for (const state of states) {
          for (const field of erasedIn(state)) {
            expect(merged.cells[field]).toEqual({ kind: 'erased' });
            expect(packRecord(merged).v[field]).toBeUndefined();
          }
        }
      }
      expect(sameRecord(merged, carried(merged))).toBe(true);
    }));

  it('[ER2] leaves no value of what is erased in the history of a journal, whatever came before and comes late', () =>
    check(schedules, async ([states, apart, picks]) => {
      const journal = memoryJournal('epoch');
      const deltas = states.flatMap((state) => deltasOf(state, apart)).map(carried);
      const shuffled = [...deltas, ...deltas].toSorted(() => (Number(picks.next().value) % 2 === 0 ? 1 : -1));
      for (const [at, delta] of shuffled.entries()) await journal.append('session:s1', [delta], { device: 'd', at });
      const { noun, id } = states[0];
      const stored = await journal.read('session:s1', noun, id);
      if (!stored) return;
      const history = await journal.history('session:s1', noun, id);
      if (stored.erased === true) expect(history).toEqual([]);
      for (const field of erasedIn(stored)) {
        for (const { delta } of history) expect(delta.cells[field]?.kind ?? 'erased').toBe('erased');
      }
    }));
});
