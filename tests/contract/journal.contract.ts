/** What every journal has to do, whatever it keeps its records in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { answerDigests } from '#replication/comparison.ts';
import type { Journal } from '#replication/journal.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { mergeRecords, sameRecord } from '#replication/merge.ts';
import { packRecord } from '#replication/packed.ts';
import { erasedRecord, sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

export interface OpenJournal {
  readonly journal: Journal;
  close(): void | Promise<void>;
}

const by = { device: 'tablet', at: 5000 };
const everything = 1_000_000;
const other: Scope = 'session:s2';
const ids = (records: readonly RecordState[]) => records.map(({ id }) => id);

export function journalContract(name: string, open: () => OpenJournal | Promise<OpenJournal>): void {
  describe(`the journal in ${name}`, () => {
    let opened: OpenJournal;
    let journal: Journal;
    beforeEach(async () => {
      opened = await open();
      journal = opened.journal;
    });
    afterEach(() => opened.close());

    it('gives each changed record the next number of its scope, one outcome per delta in order', async () => {
      const first = await journal.append(
        sampleScope,
        [sampleRecord('a', { kind: 'idea' }), sampleRecord('b', { kind: 'idea' })],
        by,
      );
      expect(first.map(({ number }) => number)).toEqual([1, 2]);
      const elsewhere = await journal.append(other, [sampleRecord('a', { kind: 'idea' }, { scope: other })], by);
      expect(elsewhere.map(({ number }) => number)).toEqual([1]);
      const second = await journal.append(sampleScope, [sampleRecord('a', { kind: 'barrier' }, { atMs: 2000 })], by);
      expect(second.map(({ number }) => number)).toEqual([3]);
      expect(second[0]?.stored.cells['kind']).toMatchObject({ value: 'barrier' });
    });

    it('takes a replay without a number and answers with the present state', async () => {
      const old = sampleRecord('a', { kind: 'idea' });
      await journal.append(sampleScope, [old], by);
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'barrier' }, { atMs: 2000 })], by);
      const before = await journal.since(sampleScope, 0, everything);
      const [replayed] = await journal.append(sampleScope, [old], by);
      expect(replayed?.number).toBe(2);
      expect(replayed?.stored.cells['kind']).toMatchObject({ value: 'barrier' });
      expect(await journal.since(sampleScope, 0, everything)).toEqual(before);
      expect((await journal.heads([sampleScope])).get(sampleScope)).toBe(2);
      expect(await journal.history(sampleScope, 'capture', 'a')).toHaveLength(2);
    });

    it('merges two deltas of one record in one request', async () => {
      const appended = await journal.append(
        sampleScope,
        [sampleRecord('a', { kind: 'idea' }), sampleRecord('a', { side: 'government' })],
        by,
      );
      expect(appended.map(({ number }) => number)).toEqual([1, 2]);
      expect(Object.keys(appended[1]?.stored.cells ?? {}).sort()).toEqual(['kind', 'side']);
      expect(ids((await journal.since(sampleScope, 0, everything)).records)).toEqual(['a']);
    });

    it('returns records in the order of their last change, each once', async () => {
      await journal.append(
        sampleScope,
        ['a', 'b', 'c'].map((id) => sampleRecord(id, { kind: 'idea' })),
        by,
      );
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'barrier' }, { atMs: 2000 })], by);
      expect(await journal.since(sampleScope, 0, everything)).toMatchObject({ cursor: 4, more: false });
      expect(ids((await journal.since(sampleScope, 0, everything)).records)).toEqual(['b', 'c', 'a']);
      expect(ids((await journal.since(sampleScope, 3, everything)).records)).toEqual(['a']);
    });

    it("pages by bytes; a page's cursor is the number of its last record, never the head", async () => {
      const records = ['a', 'b', 'c', 'd', 'e'].map((id) => sampleRecord(id, { kind: 'idea' }));
      await journal.append(sampleScope, records, by);
      const one = JSON.stringify(packRecord(records[0] as RecordState)).length;
      const first = await journal.since(sampleScope, 0, 2 * one + 1);
      expect([ids(first.records), first.cursor, first.more]).toEqual([['a', 'b'], 2, true]);
      const second = await journal.since(sampleScope, first.cursor, 2 * one);
      expect([ids(second.records), second.cursor, second.more]).toEqual([['c', 'd'], 4, true]);
      const third = await journal.since(sampleScope, second.cursor, 2 * one);
      expect([ids(third.records), third.cursor, third.more]).toEqual([['e'], 5, false]);
    });

    it('returns at least one record, however few bytes are asked for', async () => {
      await journal.append(
        sampleScope,
        ['a', 'b'].map((id) => sampleRecord(id, { text: 'x'.repeat(5000) })),
        by,
      );
      expect(await journal.since(sampleScope, 0, 1)).toMatchObject({ cursor: 1, more: true });
    });

    it('answers a cursor at the head, or a scope nobody has written to, with an empty page', async () => {
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'idea' })], by);
      expect(await journal.since(sampleScope, 1, everything)).toEqual({ records: [], cursor: 1, more: false });
      expect(await journal.since(other, 0, everything)).toEqual({ records: [], cursor: 0, more: false });
    });

    it('keeps both texts of people who had not seen each other', async () => {
      const mine = sampleRecord('a', { text: 'Lack of trust' });
      const yours = sampleRecord('a', { text: 'Too little trust' }, { writer: 'WriterBB' });
      await journal.append(sampleScope, [mine], by);
      const [appended] = await journal.append(sampleScope, [yours], by);
      const stored = await journal.read(sampleScope, 'capture', 'a');
      expect(stored?.cells['text']).toMatchObject({
        values: [{ value: 'Lack of trust' }, { value: 'Too little trust' }],
      });
      expect(stored && appended && sameRecord(stored, appended.stored)).toBe(true);
      expect(stored && sameRecord(stored, mergeRecords(mine, yours))).toBe(true);
    });

    it('keeps an erased record erased, and nothing of what it was', async () => {
      await journal.append(sampleScope, [sampleRecord('a', { text: 'Name and telephone' })], by);
      await journal.append(sampleScope, [erasedRecord('a')], by);
      const [late] = await journal.append(sampleScope, [sampleRecord('a', { text: 'Again' }, { atMs: 9e12 })], by);
      expect(late).toMatchObject({ number: 2, stored: { erased: true, cells: {} } });
      expect(await journal.read(sampleScope, 'capture', 'a')).toMatchObject({ erased: true, cells: {} });
      expect(await journal.history(sampleScope, 'capture', 'a')).toEqual([]);
      expect(await journal.since(sampleScope, 1, everything)).toMatchObject({
        cursor: 2,
        records: [{ id: 'a', erased: true }],
      });
    });

    it('keeps an erased field erased beside the others', async () => {
      const record = sampleRecord('a', { kind: 'idea', owner: 'Somebody' });
      const erasing: RecordState = { ...record, cells: { owner: { kind: 'erased' } } };
      await journal.append(sampleScope, [record, erasing, record], by);
      const stored = await journal.read(sampleScope, 'capture', 'a');
      expect(stored?.cells).toMatchObject({ owner: { kind: 'erased' }, kind: { value: 'idea' } });
      expect((await journal.heads([sampleScope])).get(sampleScope)).toBe(2);
    });

    it('[ER2] forgets what was written to a record before a field of it was erased, and keeps who erased it', async () => {
      const record = sampleRecord('a', { kind: 'idea', owner: 'Somebody' });
      const erasing: RecordState = { ...record, cells: { owner: { kind: 'erased' } } };
      const untouched = sampleRecord('b', { owner: 'Another' });
      await journal.append(sampleScope, [record, untouched], by);
      await journal.append(sampleScope, [erasing], { device: 'eraser', at: 6000 });
      expect(await journal.history(sampleScope, 'capture', 'a')).toEqual([
        { device: 'eraser', at: 6000, number: 3, delta: erasing },
      ]);
      expect(await journal.history(sampleScope, 'capture', 'b')).toHaveLength(1);
    });

    it('[ER2] writes no late value of an erased field into the history, whatever comes with it', async () => {
      const late = sampleRecord('a', { kind: 'barrier', owner: 'Somebody', text: 'late' }, { atMs: 9e12 });
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'idea', owner: 'Somebody' })], by);
      await journal.append(sampleScope, [{ ...late, cells: { owner: { kind: 'erased' } } }], by);
      await journal.append(sampleScope, [late], by);
      const history = await journal.history(sampleScope, 'capture', 'a');
      expect(JSON.stringify(history)).not.toContain('Somebody');
      expect(history.map(({ delta }) => Object.keys(delta.cells).sort())).toEqual([['kind', 'text'], ['owner']]);
    });

    it('[ER2] forgets what the same request wrote before it erased', async () => {
      const record = sampleRecord('a', { kind: 'idea', owner: 'Somebody' });
      const erasing: RecordState = { ...record, cells: { owner: { kind: 'erased' } } };
      await journal.append(sampleScope, [record, erasing, erasedRecord('b'), sampleRecord('b', { kind: 'idea' })], by);
      expect(await journal.history(sampleScope, 'capture', 'a')).toEqual([{ ...by, number: 2, delta: erasing }]);
      expect(await journal.history(sampleScope, 'capture', 'b')).toEqual([]);
    });

    it('[FL4] tells which photos name a file', async () => {
      const sha256 = 'a1'.repeat(32);
      const photo = (id: string, scope: Scope = sampleScope) => sampleRecord(id, { sha256 }, { noun: 'photo', scope });
      await journal.append(sampleScope, [photo('p1'), photo('p2'), photo('p3'), sampleRecord('c', { sha256 })], by);
      await journal.append(other, [photo('p4', other)], by);
      await journal.append(sampleScope, [sampleRecord('p5', { caption: sha256 }, { noun: 'photo' })], by);
      await journal.append(sampleScope, [erasedRecord('p2', sampleScope, 'photo')], by);
      expect([...(await journal.photosOf(sampleScope, sha256))].sort()).toEqual(['p1', 'p3']);
      expect(await journal.photosOf(sampleScope, 'b1'.repeat(32))).toEqual([]);
    });

    it('keeps nouns and fields that it does not know', async () => {
      const strange = sampleRecord(
        'z',
        { shape: { corners: [3, 4] }, label: 'new' },
        { noun: 'hexagon', texts: ['label'] },
      );
      await journal.append(sampleScope, [strange], by);
      const stored = await journal.read(sampleScope, 'hexagon', 'z');
      expect(stored && sameRecord(stored, strange)).toBe(true);
      expect((await journal.since(sampleScope, 0, everything)).records).toHaveLength(1);
    });

    it('tells records of two nouns or two scopes with one id apart', async () => {
      await journal.append(
        sampleScope,
        [sampleRecord('a', { kind: 'idea' }), sampleRecord('a', { name: 'One' }, { noun: 'group' })],
        by,
      );
      await journal.append(other, [sampleRecord('a', { kind: 'barrier' }, { scope: other })], by);
      expect((await journal.read(sampleScope, 'group', 'a'))?.cells['name']).toMatchObject({ value: 'One' });
      expect((await journal.read(sampleScope, 'capture', 'a'))?.cells['kind']).toMatchObject({ value: 'idea' });
      expect((await journal.read(other, 'capture', 'a'))?.cells['kind']).toMatchObject({ value: 'barrier' });
      expect(await journal.read(other, 'group', 'a')).toBeUndefined();
    });

    it('names the head of each scope that was asked for, 0 where nothing was written', async () => {
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'idea' })], by);
      expect([...(await journal.heads([sampleScope, other]))]).toEqual([
        [sampleScope, 1],
        [other, 0],
      ]);
      await journal.append(other, [], by);
      expect((await journal.heads([other])).get(other)).toBe(0);
    });

    it('[DG2] holds what the oracle holds, by its digests', async () => {
      const oracle = memoryJournal('oracle');
      const written = sampleRecord('a', { text: 'İlk söz', kind: 'idea', order: 'a0' });
      for (const held of [journal, oracle]) {
        await held.append(sampleScope, [written, erasedRecord('b')], by);
        await held.append(sampleScope, [sampleRecord('a', { text: 'also' }, { writer: 'WriterBB' })], by);
        await held.append(other, [sampleRecord('a', { kind: 'barrier' }, { scope: other })], by);
      }
      const digestsOf = async (held: Journal) =>
        (await answerDigests(held, [sampleScope, other], [sampleScope, other], () => Promise.resolve())).digests;
      expect(await digestsOf(journal)).toEqual(await digestsOf(oracle));
      expect((await digestsOf(journal))[sampleScope]).toMatchObject({ head: 3, count: 2 });
    });

    it('tells who wrote what and when, newest first', async () => {
      const first = sampleRecord('a', { kind: 'idea' });
      const second = sampleRecord('a', { kind: 'barrier' }, { atMs: 2000 });
      await journal.append(sampleScope, [first], { device: 'one', at: 5000 });
      await journal.append(sampleScope, [second], { device: 'two', at: 6000 });
      expect(await journal.history(sampleScope, 'capture', 'a')).toEqual([
        { device: 'two', at: 6000, number: 2, delta: second },
        { device: 'one', at: 5000, number: 1, delta: first },
      ]);
      expect(await journal.history(sampleScope, 'capture', 'b')).toEqual([]);
    });

    it('numbers requests that arrive at once without a gap and without a number twice', async () => {
      const pushes = Array.from({ length: 20 }, (_, at) =>
        journal.append(sampleScope, [sampleRecord(`r${at}`, { kind: 'idea' })], by),
      );
      const numbers = (await Promise.all(pushes)).flat().map(({ number }) => number);
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    });

    it('has one name for as long as it is open', async () => {
      const epoch = await journal.epoch();
      expect(epoch).not.toBe('');
      await journal.append(sampleScope, [sampleRecord('a', { kind: 'idea' })], by);
      expect(await journal.epoch()).toBe(epoch);
    });
  });
}
