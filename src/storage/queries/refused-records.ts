/** The records that need a look: each once, however often the server refused something of it. One figure for all screens. */
import type { Scope } from '#domain/scope.ts';
import type { BarazaDatabase } from '#storage/database.ts';

export interface RefusedRecord {
  readonly noun: string;
  readonly id: string;
  readonly scope: Scope;
  /** Whether something else of it waits to be sent. */
  readonly marked: boolean;
}

export async function refusedRecords(db: BarazaDatabase): Promise<readonly RefusedRecord[]> {
  const rows = await db.quarantine.toArray();
  if (rows.length === 0) return [];
  const records = [...new Map(rows.map((row) => [`${row.noun}/${row.id}`, row])).values()];
  const marks = await db.pending.bulkGet(records.map(({ noun, id }): [string, string] => [noun, id]));
  return records.map(({ noun, id, scope }, at) => ({ noun, id, scope, marked: marks[at] !== undefined }));
}
