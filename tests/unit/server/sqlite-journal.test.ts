import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '#server/database.ts';
import { sqliteJournal } from '#server/journal/sqlite-journal.ts';
import { historyKept, historySlack } from '#server/journal/stored-records.ts';
import { erasedRecord, sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const by = { device: 'tablet', at: 5000 };
let db: DatabaseSync;
beforeEach(() => {
  const opened = openDatabase(':memory:');
  if (!opened.ok) throw new Error(opened.error);
  db = opened.value;
});
afterEach(() => db.close());

describe('the history of a record', () => {
  it('keeps the newest changes and does not grow without bound', async () => {
    const journal = sqliteJournal(db);
    const changes = historyKept + 2 * historySlack + 1;
    await journal.append(
      sampleScope,
      Array.from({ length: changes }, (_, at) => sampleRecord('a', { kind: `k${at}` }, { atMs: 1000 + at })),
      by,
    );
    const history = await journal.history(sampleScope, 'capture', 'a');
    expect(history.length).toBeGreaterThanOrEqual(historyKept);
    expect(history.length).toBeLessThanOrEqual(historyKept + historySlack);
    expect(history[0]?.number).toBe(changes);
    expect(history.at(-1)?.number).toBe(changes - history.length + 1);
  });

  it('leaves no trace of an erased record in the database', async () => {
    const journal = sqliteJournal(db);
    await journal.append(sampleScope, [sampleRecord('a', { text: 'Telephone 555 0100' })], by);
    await journal.append(sampleScope, [erasedRecord('a')], by);
    const rows = [...db.prepare('select * from records').all(), ...db.prepare('select * from history').all()];
    expect(JSON.stringify(rows)).not.toContain('555');
  });
});

describe('the first record of a scope', () => {
  it('makes its sender known once, in the same transaction', async () => {
    const founded: string[] = [];
    const journal = sqliteJournal(db, {
      onFounded: (scope, { device }) => {
        founded.push(`${scope} ${device}`);
        if (device === 'unlucky') throw new Error('cut');
      },
    });
    const delta = sampleRecord('a', { kind: 'idea' });
    await expect(journal.append(sampleScope, [delta], { device: 'unlucky', at: 1 })).rejects.toThrow('cut');
    expect(await journal.read(sampleScope, 'capture', 'a')).toBeUndefined();
    await journal.append(sampleScope, [delta], { device: 'first', at: 2 });
    await journal.append(sampleScope, [sampleRecord('b', { kind: 'idea' })], { device: 'second', at: 3 });
    expect(founded).toEqual([`${sampleScope} unlucky`, `${sampleScope} first`]);
  });

  it('is not made by an empty push', async () => {
    const founded: string[] = [];
    const journal = sqliteJournal(db, { onFounded: (scope) => founded.push(scope) });
    await journal.append(sampleScope, [], by);
    expect(founded).toEqual([]);
    expect(db.prepare('select * from heads').all()).toEqual([]);
  });
});
