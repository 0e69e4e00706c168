/** Whole records, read and written as states. Only commit, sync and import go through here. */
import { isNounName } from '#domain/registry.ts';
import type { RecordState } from '#replication/cell.ts';
import { unpackRecord } from '#replication/packed.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { rowOfState } from '#storage/row.ts';

export async function readState(db: BarazaDatabase, noun: string, id: string): Promise<RecordState | undefined> {
  const row = isNounName(noun) ? await db.nouns()[noun].get(id) : await db.others.get([noun, id]);
  return row && unpackRecord({ ...row, noun });
}

export async function writeState(db: BarazaDatabase, state: RecordState): Promise<void> {
  const row = rowOfState(state);
  if (isNounName(state.noun)) await db.nouns()[state.noun].put(row);
  else await db.others.put({ ...row, noun: state.noun });
}
