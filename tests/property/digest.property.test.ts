import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordState } from '#replication/cell.ts';
import { scopeDigest } from '#replication/digest.ts';
import { sameRecord } from '#replication/merge.ts';
import { deviceStates } from '#tests/support/arbitrary-records.ts';
import { check } from '#tests/support/property.ts';

const digestOf = (records: readonly RecordState[]) => {
  const read = scopeDigest();
  for (const record of records) read.add(record);
  return read.read();
};
const records = fc
  .array(deviceStates, { minLength: 1, maxLength: 6 })
  .map((made) => made.flatMap((states, at) => states.map((state, of) => ({ ...state, id: `r${at}-${of}` }))));

describe("a scope's digest", () => {
  it('[DG2] is the same whatever the order of its records, and the later state of one counts', () =>
    check(fc.tuple(records, fc.infiniteStream(fc.nat(100))), ([made, picks]) => {
      const shuffled = made.toSorted(() => (Number(picks.next().value) % 2 === 0 ? 1 : -1));
      expect(digestOf(shuffled)).toEqual(digestOf(made));
      const [first] = made;
      if (first) expect(digestOf([{ ...first, cells: {} }, ...made])).toEqual(digestOf(made));
    }));

  it('[DG2] is another where a record is lost, added, of another noun or of another state', () =>
    check(fc.tuple(records, deviceStates), ([made, [other]]) => {
      const whole = digestOf(made);
      const [first, ...rest] = made;
      if (!first) return;
      expect(digestOf(rest).digest).not.toBe(whole.digest);
      expect(digestOf([...made, { ...other, id: 'new' }]).digest).not.toBe(whole.digest);
      expect(digestOf([{ ...first, noun: 'person' }, ...rest]).digest).not.toBe(whole.digest);
      const changed = { ...other, id: first.id };
      // Equal stamps with two values are equal to a digest: it is of stamps and contexts alone.
      if (!sameRecord(first, changed) && first.erased !== changed.erased)
        expect(digestOf([changed, ...rest]).digest).not.toBe(whole.digest);
    }));
});
