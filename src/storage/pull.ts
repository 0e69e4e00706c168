/** Taking a pulled page in: its records, the bases of what is marked, and the cursor, in one transaction. */
import type { Table } from 'dexie';
import { isNounName } from '#domain/registry.ts';
import type { RecordState } from '#replication/cell.ts';
import { mergeInto } from '#replication/merge.ts';
import { type PackedRecord, unpackRecord } from '#replication/packed.ts';
import type { Page } from '#replication/protocol.ts';
import { stateOfBase } from '#storage/commit.ts';
import { erasureTables, followErasures, mayErase } from '#storage/erasure.ts';
import { type BarazaDatabase, relaxed } from '#storage/database.ts';
import { markOf } from '#storage/marks.ts';
import { addStates, readStates, writeStates } from '#storage/records.ts';
import type { Replica, ServerMeta } from '#storage/replica.ts';

/**
 * Merges a page and answers how many records it brought. A page that starts above the store's cursor, or comes
 * from another epoch than the store's, is left for the next round.
 */
export function takePage(replica: Replica, page: Page, epoch: string): Promise<number> {
  const { db } = replica;
  const nouns = new Set(page.records.map(({ noun }) => noun));
  const tables = [...nouns].map((noun) => (isNounName(noun) ? db.nouns()[noun] : db.others));
  const needed = new Set([...tables, ...erasureTables(db, page.records), db.pending, db.scopes, db.meta] as Table[]);
  const take = async () => {
    const scope = await db.scopes.get(page.scope);
    const server = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    if (!scope || server?.epoch !== epoch || page.after > scope.cursor) return 0;
    if (page.records.length > 0) await mergeIncoming(db, page.records, !scope.complete);
    if (mayErase(page.records)) await followErasures(replica, page.records);
    await db.scopes.put({
      ...scope,
      cursor: Math.max(scope.cursor, page.cursor),
      complete: scope.complete || !page.more,
    });
    return page.records.length;
  };
  return relaxed(() => db.transaction('rw', [...needed], take));
}

/**
 * Merges what the server has into the rows and into the bases of their marks. Of a first snapshot nearly all is new: it
 * is written without being asked for.
 */
async function mergeIncoming(db: BarazaDatabase, records: readonly PackedRecord[], isFirst: boolean): Promise<void> {
  const [marked] = await db.pending.limit(1).primaryKeys();
  const byKey = new Map<string, RecordState>();
  for (const packed of records) {
    const key = `${packed.noun}/${packed.id}`;
    byKey.set(key, mergeInto(byKey.get(key), unpackRecord(packed)));
  }
  const incoming = [...byKey.values()];
  const known = isFirst ? await addStates(db, incoming) : incoming;
  if (known.length > 0) {
    const before = await readStates(db, known);
    const merged = known.map((record, at) => mergeInto(before[at], record));
    await writeStates(db, merged);
  }
  if (!marked) return;
  const marks = await db.pending.bulkGet(incoming.map(({ noun, id }): [string, string] => [noun, id]));
  const rebased = marks.flatMap((mark, at) => {
    const record = incoming[at];
    if (!mark || !record) return [];
    return markOf(mark, mark.fields, mergeInto(stateOfBase(mark), record)) ?? [];
  });
  await db.pending.bulkPut(rebased);
}
