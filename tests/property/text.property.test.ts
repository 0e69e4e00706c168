import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, latestClock, type TextCell, unseen, writeText } from '#replication/cell.ts';
import { mergeCells } from '#replication/merge.ts';
import { nextStamp, newWriter, stampPattern, type Writer } from '#replication/stamp.ts';
import { check } from '#tests/support/property.ts';

const ada = 'WriterAd' as Writer;
const ben = 'WriterBe' as Writer;
const write = (cell: Cell | undefined, value: string, seen: 'all' | 'none', by: Writer, nowMs: number) =>
  writeText(
    cell,
    value,
    seen === 'all' && cell?.kind === 'text' ? cell.context : unseen,
    nextStamp(nowMs, latestClock(cell), by),
  ) as TextCell;
const values = (cell: Cell) => (cell.kind === 'text' ? cell.values.map(({ value }) => value).sort() : []);
const moment = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000_000_000 }));

describe('a text', () => {
  it('[TX1] written by two people who had not seen each other keeps both values', () =>
    check(fc.tuple(fc.string(), fc.string(), moment, moment), ([a, b, atA, atB]) => {
      const start = write(undefined, 'start', 'all', ada, 1000);
      const merged = mergeCells(write(start, `a${a}`, 'all', ada, atA), write(start, `b${b}`, 'all', ben, atB));
      expect(values(merged)).toEqual([`a${a}`, `b${b}`].sort());
    }));

  it('[TX2] written over what was on screen replaces it, whatever the clocks say', () =>
    check(fc.tuple(moment, moment), ([atA, atB]) => {
      const first = write(undefined, 'first', 'all', ada, atA);
      const second = write(first, 'second', 'all', ben, atB);
      expect(values(mergeCells(first, second))).toEqual(['second']);
    }));

  it('[TX3] that arrived while an editor was open is kept beside what the editor saves next', () =>
    check(fc.tuple(moment, moment, moment), ([t1, t2, t3]) => {
      const shown = write(undefined, 'shown', 'all', ada, t1);
      const pulled = mergeCells(shown, write(shown, 'pulled', 'all', ben, t2));
      const saved = writeText(pulled, 'saved', shown.context, nextStamp(t3, latestClock(pulled), ada));
      expect(values(saved)).toEqual(['pulled', 'saved']);
    }));

  it('[TX4] chosen from two becomes the only value everywhere', () =>
    check(moment, (at) => {
      const start = write(undefined, 'start', 'all', ada, 5);
      const [a, b] = [write(start, 'a', 'all', ada, 7), write(start, 'b', 'all', ben, 6)];
      const chosen = write(mergeCells(a, b), 'a and b', 'all', ada, at);
      expect(values(mergeCells(mergeCells(b, chosen), a))).toEqual(['a and b']);
    }));
});

describe('a stamp', () => {
  it('[ST1] comes after the cell it is written over, for any clock', () =>
    check(fc.tuple(moment, fc.array(moment, { maxLength: 30 })), ([first, later]) => {
      let stamp = nextStamp(first, undefined, ada);
      for (const now of later) {
        const next = nextStamp(now, stamp.slice(0, 12) as never, ben);
        expect(next > stamp).toBe(true);
        expect(next).toMatch(stampPattern);
        stamp = next;
      }
    }));

  it('[ST1] can be followed by another, even from a clock beyond all years; one that could not is none', () => {
    const latest = nextStamp(Number.MAX_SAFE_INTEGER, undefined, ada);
    let stamp = latest;
    for (let writes = 0; writes < 100_000; writes += 1) stamp = nextStamp(0, stamp.slice(0, 12) as never, ben);
    expect([latest, stamp].every((one) => stampPattern.test(one))).toBe(true);
    expect(stamp > latest).toBe(true);
    expect(stampPattern.test(`${'z'.repeat(12)}${ada}`)).toBe(false);
  });

  it('[ST2] counts on when its counter is full', () => {
    const full = `${'0'.repeat(8)}5zzz` as never;
    expect(nextStamp(0, full, ada)).toBe(`${'0'.repeat(8)}6000${ada}`);
  });

  it('[ST3] has a writer of eight letters and digits', () =>
    check(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      let drawn = 0;
      const random = (into: Uint8Array<ArrayBuffer>) => {
        into.set(bytes.map((byte) => (byte + drawn * 7) % 256));
        drawn += 1;
        return into;
      };
      expect(newWriter(random)).toMatch(/^[A-Za-z0-9]{8}$/);
    }));
});
