/** Whole records, read and written as states, many at a time. Only commit, sync and import go through here. */
import type { BulkError, Table } from 'dexie';
import { isNounName } from '#domain/registry.ts';
import type { RecordState } from '#replication/cell.ts';
import { dropUnnamed, fileNamedBy } from '#storage/blobs.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { type Row, rowOfState, stateOfRow } from '#storage/row.ts';

/** So many rows at least are worth asking how close together they lie. */
const stretchFrom = 20;

interface RecordKey {
  readonly noun: string;
  readonly id: string;
}

export const readState = async (db: BarazaDatabase, noun: string, id: string): Promise<RecordState | undefined> =>
  (await readStates(db, [{ noun, id }]))[0];

/** The state of each record named, in order, undefined where there is none. */
export async function readStates(
  db: BarazaDatabase,
  keys: readonly RecordKey[],
): Promise<readonly (RecordState | undefined)[]> {
  const states: (RecordState | undefined)[] = keys.map(() => undefined);
  for (const [noun, places] of placesByNoun(keys)) {
    const ids = places.map((place) => keys[place]?.id ?? '');
    const rows: readonly (Row | undefined)[] = isNounName(noun)
      ? await rowsOf(db.nouns()[noun], ids)
      : await db.others.bulkGet(ids.map((id): [string, string] => [noun, id]));
    for (const [at, place] of places.entries()) {
      const row = rows[at];
      states[place] = row && stateOfRow(noun, row);
    }
  }
  return states;
}

/** Each row is a question of its own to the browser; where most of a stretch is wanted, the stretch is one. */
async function rowsOf(table: Table<Row, string>, ids: readonly string[]): Promise<readonly (Row | undefined)[]> {
  if (ids.length < stretchFrom) return table.bulkGet([...ids]);
  const sorted = [...ids].sort();
  const atMost = 2 * ids.length;
  const stretch = await table.where('id').between(sorted[0], sorted.at(-1), true, true).limit(atMost).toArray();
  if (stretch.length === atMost) return table.bulkGet([...ids]);
  const rows = new Map(stretch.map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}

export const writeState = (db: BarazaDatabase, state: RecordState): Promise<void> => writeStates(db, [state]);

export async function writeStates(db: BarazaDatabase, states: readonly RecordState[]): Promise<void> {
  const erased = states.filter(({ noun, erased: gone }) => noun === 'photo' && gone === true).map(({ id }) => id);
  const lost = erased.length > 0 ? await db.nouns().photo.bulkGet(erased) : [];
  for (const [noun, places] of placesByNoun(states)) {
    const rows = places.flatMap((place) => {
      const state = states[place];
      return state ? [rowOfState(state)] : [];
    });
    if (isNounName(noun)) await db.nouns()[noun].bulkPut(rows);
    else await db.others.bulkPut(rows.map((row) => ({ ...row, noun })));
  }
  if (erased.length > 0) await forgetFilesOf(db, erased, lost);
}

/** Writes the records that are not here, and answers those that are, which it leaves as they were. */
export async function addStates(db: BarazaDatabase, states: readonly RecordState[]): Promise<readonly RecordState[]> {
  const there: RecordState[] = [];
  for (const [noun, places] of placesByNoun(states)) {
    const named = places.flatMap((place) => states[place] ?? []);
    if (isNounName(noun)) there.push(...(await addRows(db.nouns()[noun], named)));
    else there.push(...named);
  }
  return there;
}

async function addRows(table: Table<Row, string>, states: readonly RecordState[]): Promise<readonly RecordState[]> {
  try {
    await table.bulkAdd(states.map(rowOfState));
    return [];
  } catch (error) {
    if ((error as Error).name !== 'BulkError') throw error;
    const failures = Object.entries((error as BulkError).failuresByPos);
    for (const [, failure] of failures) if (failure.name !== 'ConstraintError') throw error;
    return failures.flatMap(([at]) => states[Number(at)] ?? []);
  }
}

/** An erased photo takes its bytes along, unless another photo is of the same. It waits for no file any more. */
async function forgetFilesOf(
  db: BarazaDatabase,
  erased: readonly string[],
  before: readonly (Row | undefined)[],
): Promise<void> {
  const marks = await db.pending.bulkGet(erased.map((id): [string, string] => ['photo', id]));
  const waiting = marks.flatMap((mark) => (mark?.waiting === 'file' ? [mark] : []));
  await db.pending.bulkPut(waiting.map(({ waiting: _, ...mark }) => mark));
  const names = before.flatMap((row) => fileNamedBy('photo', row) ?? []);
  if (names.length > 0) await dropUnnamed(db, names);
}

/** Takes a record off this device as if it had never been. Only for one of which no cell is left. */
export async function forgetRecord(db: BarazaDatabase, noun: string, id: string): Promise<void> {
  if (isNounName(noun)) await db.nouns()[noun].delete(id);
  else await db.others.delete([noun, id]);
}

function placesByNoun(keys: readonly RecordKey[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { noun }] of keys.entries()) {
    const known = places.get(noun);
    if (known) known.push(place);
    else places.set(noun, [place]);
  }
  return places;
}
