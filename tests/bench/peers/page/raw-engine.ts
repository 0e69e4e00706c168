/**
 * The control: IndexedDB and nothing else. It writes the rows that Baraza writes, which are made beforehand, in a table
 * with the same indexes: a read, the row and its mark in one strict transaction. What stands for a pull is the rows
 * alone, as IndexedDB writes them where nobody asks for strict durability.
 */
import type { RecordState } from '#replication/cell.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';
import { packState } from '#replication/packed.ts';
import { type Row, rowOfState } from '#storage/row.ts';
import { type PlainCapture, sessionId } from './captures.ts';
import type { Engine } from './engine.ts';

const writtenAtOnce = 1000;
const scope = `session:${sessionId}`;
const writer = 'BenchWri' as Writer;
const made = new Map<string, { readonly row: Row; readonly mark: object }>();
let db: IDBDatabase | undefined;

function make({ id, createdAt, text, ...values }: PlainCapture): void {
  const stamp = nextStamp(createdAt, undefined, writer);
  const lasts = Object.entries({ ...values, createdAt }).map(
    ([field, value]) => [field, { kind: 'last', value, stamp }] as const,
  );
  const cells = Object.fromEntries(lasts) as RecordState['cells'];
  const state: RecordState = {
    noun: 'capture',
    id,
    scope,
    cells: {
      ...cells,
      text: {
        kind: 'text',
        values: [{ dot: stamp, value: text }],
        context: { [writer]: stamp.slice(0, 12) as never },
      },
    },
  };
  const mark = {
    noun: 'capture',
    id,
    scope,
    fields: Object.keys(state.cells),
    base: packState({ ...state, cells: {} }),
    since: createdAt,
  };
  made.set(id, { row: rowOfState(state), mark });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.addEventListener('upgradeneeded', () => {
      const rows = opening.result.createObjectStore('rows', { keyPath: 'id' });
      rows.createIndex('scope', 'scope');
      rows.createIndex('shelf', 'shelf');
      rows.createIndex('group', ['v.groupId', 'v.order']);
      rows.createIndex('block', 'v.blockId');
      const marks = opening.result.createObjectStore('marks', { keyPath: ['noun', 'id'] });
      for (const index of ['scope', 'since', 'waiting']) marks.createIndex(index, index);
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
}

function transaction(
  stores: readonly string[],
  durability: IDBTransactionDurability,
  work: (writing: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!db) throw new Error('The database is not open.');
    const writing = db.transaction(stores, 'readwrite', { durability });
    writing.addEventListener('complete', () => resolve());
    writing.addEventListener('abort', () => reject(writing.error ?? new Error('not written')));
    work(writing);
  });
}

const madeOf = ({ id }: PlainCapture) => {
  const found = made.get(id);
  if (!found) throw new Error('The row was not made.');
  return found;
};

export const engine: Engine = {
  prepare: (captures) => captures.forEach(make),
  open: async () => {
    db = await open();
  },
  writeOne: (capture) =>
    transaction(['rows', 'marks'], 'strict', (writing) => {
      const { row, mark } = madeOf(capture);
      writing
        .objectStore('rows')
        .get(capture.id)
        .addEventListener('success', () => {
          writing.objectStore('rows').put(row);
          writing.objectStore('marks').put(mark);
        });
    }),
  writeMany: (captures) =>
    transaction(['rows', 'marks'], 'strict', (writing) => {
      for (const { row, mark } of captures.map(madeOf)) {
        writing.objectStore('rows').put(row);
        writing.objectStore('marks').put(mark);
      }
    }),
  pull: async () => {
    const rows = [...made.values()].map(({ row }) => row);
    for (let at = 0; at < rows.length; at += writtenAtOnce) {
      await transaction(['rows'], 'relaxed', (writing) => {
        for (const row of rows.slice(at, at + writtenAtOnce)) writing.objectStore('rows').put(row);
      });
    }
  },
  count: () =>
    new Promise((resolve, reject) => {
      if (!db) throw new Error('The database is not open.');
      const counting = db.transaction('rows').objectStore('rows').count();
      counting.addEventListener('success', () => resolve(counting.result));
      counting.addEventListener('error', () => reject(counting.error ?? new Error('not counted')));
    }),
};
