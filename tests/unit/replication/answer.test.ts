import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { type Access, answerSync } from '#replication/answer.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksCover } from '#replication/clocks.ts';
import type { Journal } from '#replication/journal.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { packRecord, type PackedRecord } from '#replication/packed.ts';
import { maxBodyBytes, syncAnswerSchema } from '#replication/protocol.ts';
import { erasedRecord, sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const by = { device: 'tablet', at: 5000 };
const foreign: Scope = 'session:foreign';
const mine: readonly Scope[] = [sampleScope, 'session:s2', 'session:s3'];
const access: Access = {
  scopes: () => Promise.resolve(mine),
  mayWrite: (scope) => Promise.resolve(mine.includes(scope)),
};

let journal: Journal;
beforeEach(() => {
  journal = memoryJournal('epoch-1');
});

/** Sends records and raw deltas; the answer has passed the schema of the wire. */
async function ask(
  deltas: readonly (RecordState | { readonly raw: unknown })[],
  { epoch = 'epoch-1' as string | null, cursors = {} as Partial<Record<Scope, number>> } = {},
) {
  const sent = deltas.map((delta) => ('raw' in delta ? delta.raw : packRecord(delta)));
  const answer = await answerSync(journal, access, { epoch, cursors, deltas: sent }, by);
  return v.parse(syncAnswerSchema, JSON.parse(JSON.stringify(answer)));
}

describe('a push', () => {
  it('is answered with one receipt per delta, whose clocks cover what was sent', async () => {
    const sent = [sampleRecord('a', { text: 'Trust', kind: 'barrier' }), sampleRecord('b', { kind: 'idea' })];
    const { receipts, refusals, heads } = await ask(sent);
    expect(receipts.map(({ delta, number }) => [delta, number])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    for (const [at, record] of sent.entries()) {
      for (const [field, cell] of Object.entries(record.cells)) {
        expect(clocksCover(receipts[at]?.clocks ?? {}, field, cell)).toBe(true);
      }
    }
    expect(receipts.some((receipt) => receipt.stored)).toBe(false);
    expect(refusals).toEqual([]);
    expect(heads).toEqual({ [sampleScope]: 2, 'session:s2': 0, 'session:s3': 0 });
  });

  it('shows the stored state where it is not what was sent', async () => {
    await ask([sampleRecord('a', { kind: 'barrier', side: 'government' }, { atMs: 9000 })]);
    const { receipts } = await ask([sampleRecord('a', { kind: 'idea' }, { atMs: 1000 })]);
    expect(receipts[0]?.stored?.v).toMatchObject({ kind: 'barrier', side: 'government' });
  });

  it('does not show the stored state for fields that were not sent', async () => {
    await ask([sampleRecord('a', { side: 'government' })]);
    const { receipts } = await ask([sampleRecord('a', { kind: 'idea' })]);
    expect(receipts[0]).not.toHaveProperty('stored');
  });

  it('brings no page of what it brought itself, and reads none; of what others wrote since, it does', async () => {
    const cursors = { [sampleScope]: 0 };
    const since = vi.spyOn(journal, 'since');
    const sent = [sampleRecord('a', { kind: 'idea' }), sampleRecord('b', { kind: 'idea' })];
    const { changes } = await ask(sent, { cursors });
    expect(changes).toEqual([{ scope: sampleScope, after: 0, cursor: 2, more: false, records: [] }]);
    expect(since).not.toHaveBeenCalled();
    await ask([sampleRecord('c', { kind: 'note' })]);
    const next = await ask([sampleRecord('d', { kind: 'idea' })], { cursors: { [sampleScope]: 2 } });
    expect(next.changes.map(({ cursor, records }) => [cursor, records.map(({ id }) => id)])).toEqual([[4, ['c']]]);
  });

  it('brings a page of what it brought where more than that is stored', async () => {
    await ask([sampleRecord('a', { side: 'government' })]);
    const { changes } = await ask([sampleRecord('a', { kind: 'idea' }, { atMs: 9000 })], {
      cursors: { [sampleScope]: 1 },
    });
    expect(changes[0]?.records).toMatchObject([{ id: 'a', v: { kind: 'idea', side: 'government' } }]);
    const twice = await ask([sampleRecord('b', { kind: 'idea' }), sampleRecord('b', { side: 'ngo' }, { atMs: 9000 })], {
      cursors: { [sampleScope]: 2 },
    });
    expect(twice.changes[0]).toMatchObject({ cursor: 4, records: [{ v: { kind: 'idea', side: 'ngo' } }] });
  });

  it('is answered alike when it is repeated, and takes no number', async () => {
    const sent = [sampleRecord('a', { text: 'Trust' })];
    const first = await ask(sent);
    expect(await ask(sent)).toEqual(first);
  });

  it('of an erased record is answered with its erasure', async () => {
    await ask([erasedRecord('a')]);
    const { receipts } = await ask([sampleRecord('a', { kind: 'idea' })]);
    expect(receipts[0]).toMatchObject({ clocks: true, stored: { e: true, v: {} } });
  });

  it('never makes an answer without bound: what is not shown comes as a page', async () => {
    const records = Array.from({ length: 40 }, (_, at) => `r${at}`);
    const large = { text: 'x'.repeat(19_000), kind: 'barrier' };
    expect((await ask(records.map((id) => sampleRecord(id, large, { atMs: 9000 })))).receipts).toHaveLength(40);
    const answer = await ask(records.map((id) => sampleRecord(id, { kind: 'idea' }, { atMs: 1000 })));
    expect(answer.receipts).toHaveLength(40);
    expect(answer.receipts[0]?.stored?.v).toMatchObject(large);
    expect(JSON.stringify(answer).length).toBeLessThan(maxBodyBytes);
    expect(
      answer.receipts.every(({ clocks }) =>
        clocksCover(clocks, 'kind', sampleRecord('a', { kind: 'x' }).cells['kind'] as never),
      ),
    ).toBe(true);
  });
});

describe('a refusal', () => {
  it('of one delta never keeps the others back', async () => {
    const { receipts, refusals } = await ask([
      sampleRecord('a', { kind: 'idea' }),
      { raw: { noun: 'capture', id: 'b' } },
      sampleRecord('c', { kind: 'no such kind' }),
      sampleRecord('d', { kind: 'idea' }),
    ]);
    expect(receipts.map(({ delta }) => delta)).toEqual([0, 3]);
    expect(refusals.map(({ delta, reason }) => [delta, reason])).toEqual([
      [1, 'invalid'],
      [2, 'invalid'],
    ]);
  });

  it('of an invalid value names the field and carries the stored state', async () => {
    await ask([sampleRecord('a', { kind: 'idea' })]);
    const { refusals } = await ask([sampleRecord('a', { kind: 'no such kind' }, { atMs: 9000 })]);
    expect(refusals[0]).toMatchObject({ reason: 'invalid', path: 'kind', stored: { v: { kind: 'idea' } } });
    expect((await journal.read(sampleScope, 'capture', 'a'))?.cells['kind']).toMatchObject({ value: 'idea' });
  });

  it('of a scope that belongs to others says so, and shows nothing of it', async () => {
    await journal.append(foreign, [sampleRecord('a', { text: 'Secret' }, { scope: foreign })], by);
    const { refusals, heads, changes } = await ask([sampleRecord('a', { kind: 'idea' }, { scope: foreign })], {
      cursors: { [foreign]: 0 },
    });
    expect(refusals).toEqual([{ delta: 0, reason: 'forbidden' }]);
    expect(heads).not.toHaveProperty(foreign);
    expect(changes).toEqual([]);
  });

  it.each([
    ['nested without end', '['.repeat(40) + ']'.repeat(40)],
    ['no finite number', '1e999'],
  ])('of a value that is %s is of that delta alone', async (_what, json) => {
    const raw = JSON.parse(
      JSON.stringify(packRecord(sampleRecord('a', { strange: 0 }))).replace('"strange":0', `"strange":${json}`),
    ) as PackedRecord;
    expect(raw.v['strange']).toBeDefined();
    const { receipts, refusals } = await ask([{ raw }, sampleRecord('b', { kind: 'idea' })]);
    expect(refusals).toMatchObject([{ delta: 0, reason: 'invalid' }]);
    expect(receipts).toHaveLength(1);
  });
});

describe('a pull', () => {
  it('brings what is above each cursor that was named, and nothing of scopes that were not', async () => {
    await ask([
      sampleRecord('a', { kind: 'idea' }),
      sampleRecord('b', { kind: 'idea' }),
      sampleRecord('c', { kind: 'idea' }, { scope: 'session:s2' }),
    ]);
    const { changes } = await ask([], { cursors: { [sampleScope]: 1 } });
    expect(changes).toMatchObject([{ scope: sampleScope, after: 1, cursor: 2, more: false, records: [{ id: 'b' }] }]);
  });

  it('of many records comes in pages that fit, until nothing is missing', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `r${at}`);
    for (const id of ids) await ask([sampleRecord(id, { text: 'x'.repeat(19_000) })]);
    const pulled: string[] = [];
    let cursor = 0;
    let rounds = 0;
    for (let more = true; more; rounds += 1) {
      const answer = await ask([], { cursors: { [sampleScope]: cursor } });
      expect(JSON.stringify(answer).length).toBeLessThan(maxBodyBytes);
      const page = answer.changes[0];
      pulled.push(...(page?.records.map(({ id }) => id) ?? []));
      cursor = page?.cursor ?? cursor;
      more = page?.more ?? false;
    }
    expect(pulled).toEqual(ids);
    expect(rounds).toBeGreaterThan(1);
  });

  it('of many scopes comes over several rounds, and the heads tell what is still missing', async () => {
    for (const scope of mine) {
      for (let at = 0; at < 20; at += 1) await ask([sampleRecord(`r${at}`, { text: 'x'.repeat(19_000) }, { scope })]);
    }
    const cursors: Partial<Record<Scope, number>> = Object.fromEntries(mine.map((scope) => [scope, 0]));
    const { changes } = await ask([], { cursors });
    expect(changes.length).toBeLessThan(mine.length);
    let rounds = 0;
    for (let behind = true; behind && rounds < 20; rounds += 1) {
      const answer = await ask([], { cursors });
      expect(JSON.stringify(answer).length).toBeLessThan(maxBodyBytes);
      for (const { scope, cursor } of answer.changes) cursors[scope] = cursor;
      behind = mine.some((scope) => (answer.heads[scope] ?? 0) > (cursors[scope] ?? 0));
    }
    expect(cursors).toEqual({ [sampleScope]: 20, 'session:s2': 20, 'session:s3': 20 });
  });
});

describe('an epoch', () => {
  it('that is not the journal’s is answered with the right one and nothing else, and nothing is stored', async () => {
    const answer = await ask([sampleRecord('a', { kind: 'idea' })], {
      epoch: 'epoch-0',
      cursors: { [sampleScope]: 0 },
    });
    expect(answer).toEqual({
      protocol: 1,
      epoch: 'epoch-1',
      now: 5000,
      receipts: [],
      refusals: [],
      changes: [],
      heads: {},
    });
    expect((await journal.heads([sampleScope])).get(sampleScope)).toBe(0);
  });

  it('may be unknown before the first answer', async () => {
    const { epoch, receipts } = await ask([sampleRecord('a', { kind: 'idea' })], { epoch: null });
    expect(epoch).toBe('epoch-1');
    expect(receipts).toHaveLength(1);
  });
});
