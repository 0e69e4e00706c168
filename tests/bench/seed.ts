/** Fills a tablet's database with a session of many lines, in the very rows that the app writes. */
import type { Page } from '@playwright/test';
import { kinds, sides } from '#domain/nouns/vocabulary.ts';
import type { RecordState } from '#replication/cell.ts';
import { packState } from '#replication/packed.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';
import { type Row, rowOfState } from '#storage/row.ts';

export const seeded = { session: 'BenchSession0001', block: 'BenchBlock000001', group: 'BenchGroup000001' } as const;
const scope = `session:${seeded.session}`;
const at = Date.UTC(2026, 0, 15, 9);
const stamp = nextStamp(at, undefined, 'BenchWri' as Writer);
const groups = 40;

interface Seed {
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** A session whose `captures` lines are spread over 40 groups; the first holds at most 60 of them. */
export function seedOf(captures: number): Seed {
  const groupIds = [
    seeded.group,
    ...Array.from({ length: groups - 1 }, (_, at) => `BenchGroup${String(at + 2).padStart(6, '0')}`),
  ];
  const records: RecordState[] = [
    record('session', seeded.session, {
      title: text('Bench'),
      days: last([{ date: null, startsAt: '09:00' }]),
      status: last('live'),
    }),
    record('block', seeded.block, {
      sessionId: last(seeded.session),
      title: text('Groups'),
      order: last('a0'),
      day: last(0),
      category: last('group_work'),
    }),
    ...groupIds.map((id, index) =>
      record('group', id, {
        sessionId: last(seeded.session),
        blockId: last(seeded.block),
        label: last(`Group ${index + 1}`),
        order: last(orderOf(index)),
      }),
    ),
    ...Array.from({ length: captures }, (_, index) => {
      const own = index < Math.min(60, captures / 2);
      const kind = kinds[index % kinds.length] ?? 'note';
      return record('capture', `BenchCapture${String(index).padStart(7, '0')}`, {
        sessionId: last(seeded.session),
        blockId: last(seeded.block),
        groupId: last(own ? seeded.group : (groupIds[1 + (index % (groups - 1))] ?? seeded.group)),
        kind: last(kind),
        ...(kind === 'barrier' && { category: last('policy') }),
        side: last(sides[index % sides.length] ?? 'ngo'),
        order: last(orderOf(index)),
        text: text(`Line ${index}: no rule on who is consulted when the policy is drafted, or when`),
        createdAt: last(at),
        createdBy: last('Bench'),
        createdDevice: last('BenchDev'),
      });
    }),
  ];
  const tables: Record<string, unknown[]> = { pending: [], history: [], scopes: [] };
  for (const state of records) {
    const row: Row = rowOfState(state);
    (tables[state.noun] ??= []).push(row);
    const { noun, id } = state;
    tables.pending?.push({
      noun,
      id,
      scope,
      fields: Object.keys(state.cells),
      base: packState({ ...state, cells: {} }),
      since: at,
    });
    tables.history?.push({ noun, id, at, by: 'Bench', values: row.v });
  }
  tables.scopes?.push({ scope, cursor: 0, complete: true, remote: false, sending: false });
  return { tables };
}

/** Writes a seed in the page's database, which the app has opened before. */
export async function seedPage(page: Page, { tables }: Seed): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += 1000) {
      await page.evaluate(putAll, { table, rows: rows.slice(from, from + 1000) });
    }
  }
}

async function putAll({ table, rows }: { readonly table: string; readonly rows: readonly unknown[] }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('baraza');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  await new Promise<void>((resolve, reject) => {
    const writing = db.transaction(table, 'readwrite');
    for (const row of rows) writing.objectStore(table).put(row);
    writing.addEventListener('complete', () => resolve());
    writing.addEventListener('abort', () => reject(writing.error ?? new Error('not written')));
  });
  db.close();
}

const record = (noun: string, id: string, cells: RecordState['cells']): RecordState => ({ noun, id, scope, cells });
const last = (value: unknown): RecordState['cells'][string] => ({ kind: 'last', value: value as never, stamp });
const text = (value: string): RecordState['cells'][string] => ({
  kind: 'text',
  values: [{ dot: stamp, value }],
  context: { [stamp.slice(12)]: stamp.slice(0, 12) as never },
});
/** `a` and five digits sort as the numbers do. */
const orderOf = (index: number): string => `a${String(index).padStart(5, '0')}V`;
