/**
 * A backup seen from the store: what it would bring, and bringing it. Restoring is merging, all or none, so that
 * nothing that is here is ever lost to it.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { type PackedRecord, packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import { validateRecord } from '#replication/validate.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { type Imported, importRecords, mergedWith } from '#storage/import.ts';
import { readState } from '#storage/records.ts';
import { thisDevice } from '#storage/this-device.ts';

/** `count` records of `total` are not such as this version can keep; the first is named. Nothing was taken. */
export interface UnreadableRecords {
  readonly type: 'restore/unreadable';
  readonly count: number;
  readonly total: number;
  readonly first: string;
}
export type RestoreFailure = StorageFailure | UnreadableRecords;

export interface RestoreSource {
  readonly records: readonly unknown[];
  readonly scopes: readonly { readonly scope: string; readonly example?: boolean | undefined }[];
}

/** How many records of a backup are new here, change what is here, or are here already. Writes nothing. */
export async function previewRestore({ records }: RestoreSource): Promise<Result<Imported, RestoreFailure>> {
  const checked = checkRecords(records);
  if (!checked.ok) return checked;
  try {
    return ok(await compareRecords((await thisDevice()).db, checked.value));
  } catch (error) {
    return err(failureOf(error));
  }
}

/** Merges a backup in, all of it or nothing. Bundled examples stay examples and are not sent. */
export async function restore({ records, scopes }: RestoreSource): Promise<Result<Imported, RestoreFailure>> {
  const checked = checkRecords(records);
  if (!checked.ok) return checked;
  const examples = new Set(scopes.flatMap(({ scope, example }) => (example === true ? [scope] : [])));
  try {
    return ok(await importRecords(await thisDevice(), checked.value, examples));
  } catch (error) {
    return err(failureOf(error));
  }
}

/** What a file's records must be before anything reads them: the checks of the wire. */
export function checkRecords(records: readonly unknown[]): Result<readonly PackedRecord[], UnreadableRecords> {
  const refused = records.filter((record) => {
    const parsed = v.safeParse(packedRecordSchema, record);
    return !parsed.success || validateRecord(unpackRecord(record as PackedRecord)) !== undefined;
  });
  if (refused.length === 0) return ok(records as readonly PackedRecord[]);
  const { noun, id } = refused[0] as { readonly noun?: unknown; readonly id?: unknown };
  return err({
    type: 'restore/unreadable',
    count: refused.length,
    total: records.length,
    first: `${String(noun)} ${String(id)}`,
  });
}

export const compareRecords = (db: BarazaDatabase, records: readonly PackedRecord[]): Promise<Imported> =>
  db.transaction('r', db.tables, async () => {
    let [added, changed, same] = [0, 0, 0];
    for (const packed of records) {
      const before = await readState(db, packed.noun, packed.id);
      if (!before) added += 1;
      else if (mergedWith(before, packed).isSame) same += 1;
      else changed += 1;
    }
    return { added, changed, same };
  });
