import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestClock, writeLast, writeText } from '#replication/cell.ts';
import { clocksCover, clocksOf } from '#replication/clocks.ts';
import { digestRecord } from '#replication/digest.ts';
import { canonicalJson, mergeRecords, sameCell, sameRecord } from '#replication/merge.ts';
import { packRecord, packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import { clockOf, nextStamp, type Writer } from '#replication/stamp.ts';
import { deviceStates } from '#tests/support/arbitrary-records.ts';
import { check } from '#tests/support/property.ts';
import * as v from 'valibot';

const same = (a: Parameters<typeof sameRecord>[0], b: Parameters<typeof sameRecord>[0]) =>
  expect(sameRecord(a, b), `${JSON.stringify(a)}\n${JSON.stringify(b)}`).toBe(true);

describe('the merge', () => {
  it('[MG1] is commutative', () => check(deviceStates, ([a, b]) => same(mergeRecords(a, b), mergeRecords(b, a))));

  it('[MG2] is associative', () =>
    check(deviceStates, ([a, b, c]) => same(mergeRecords(mergeRecords(a, b), c), mergeRecords(a, mergeRecords(b, c)))));

  it('[MG3] is idempotent', () =>
    check(deviceStates, ([a, b]) => {
      const merged = mergeRecords(a, b);
      same(mergeRecords(merged, merged), merged);
      same(mergeRecords(merged, a), merged);
      same(mergeRecords(merged, b), merged);
    }));

  it('[MG4] of the deltas of a state, in any order and doubled, equals the merge of the state', () =>
    check(fc.tuple(deviceStates, fc.infiniteStream(fc.nat(100))), ([[a, b], picks]) => {
      const deltas = Object.entries(b.cells).map(([field, cell]) => ({ ...b, cells: { [field]: cell } }));
      if (b.erased === true) deltas.push(b);
      const shuffled = deltas.toSorted(() => (Number(picks.next().value) % 2 === 0 ? 1 : -1));
      same([...shuffled, ...deltas].reduce(mergeRecords, a), mergeRecords(a, b));
    }));

  it('finds texts that differ only in what was seen not the same', () => {
    const stamp = nextStamp(1000, undefined, 'WriterAA' as Writer);
    const text = writeText(undefined, 'Trust', {}, stamp);
    const sawMore = writeText(undefined, 'Trust', { WriterBB: clockOf(stamp) }, stamp);
    expect(sameCell(text, sawMore)).toBe(false);
    expect(sameCell(text, structuredClone(text))).toBe(true);
  });

  it('[MG5] keeps an erased cell and an erased record erased, whatever they meet', () =>
    check(deviceStates, ([a, b]) => {
      const merged = mergeRecords(a, b);
      for (const [field, cell] of Object.entries(a.cells)) {
        if (cell.kind === 'erased' && merged.erased !== true) expect(merged.cells[field]?.kind).toBe('erased');
      }
      if (a.erased === true) expect(merged).toMatchObject({ erased: true, cells: {} });
    }));

  it('calls those cells the same, and no others, that are the same as canonical JSON', () =>
    check(deviceStates, ([a, b]) => {
      const cells = [a, b, mergeRecords(a, b)].flatMap((state) => Object.values(structuredClone(state.cells)));
      for (const one of cells)
        for (const other of cells)
          expect(sameCell(one, other)).toBe(canonicalJson(one as never) === canonicalJson(other as never));
    }));

  it('calls cells of a copied store, with one stamp and two values, not the same', () => {
    const stamp = nextStamp(1, undefined, 'WriterAA' as Writer);
    expect(sameCell(writeLast(undefined, 'a', stamp), writeLast(undefined, 'b', stamp))).toBe(false);
    expect(sameCell(writeLast(undefined, ['a'], stamp), writeLast(undefined, ['b'], stamp))).toBe(false);
    expect(sameCell(writeLast(undefined, ['a'], stamp), writeLast(undefined, ['a'], stamp))).toBe(true);
    expect(sameCell(writeText(undefined, 'a', {}, stamp), writeText(undefined, 'b', {}, stamp))).toBe(false);
  });

  it('[PK1] loses nothing in the compact form, which passes the schema of the wire', () =>
    check(deviceStates, ([a, b]) => {
      for (const state of [a, b, mergeRecords(a, b)]) {
        const wire = JSON.parse(JSON.stringify(packRecord(state))) as unknown;
        same(unpackRecord(v.parse(packedRecordSchema, wire)), state);
      }
    }));

  it('[RC1] of a stored state covers what was merged into it, and no write after it', () =>
    check(deviceStates, ([a, b]) => {
      const stored = mergeRecords(a, b);
      const clocks = clocksOf(stored, Object.keys(stored.cells));
      for (const [field, cell] of Object.entries(a.cells)) expect(clocksCover(clocks, field, cell)).toBe(true);
      for (const [field, cell] of Object.entries(stored.cells)) {
        if (cell.kind === 'erased') continue;
        const stamp = nextStamp(0, latestClock(cell), 'WriterZZ' as Writer);
        const later =
          cell.kind === 'text' ? writeText(cell, 'later', cell.context, stamp) : writeLast(cell, 'later', stamp);
        expect(clocksCover(clocks, field, later)).toBe(false);
      }
    }));

  it('[DG1] gives equal states equal digests, whatever way they came about', () =>
    check(deviceStates, ([a, b]) => expect(digestRecord(mergeRecords(a, b))).toBe(digestRecord(mergeRecords(b, a)))));
});
