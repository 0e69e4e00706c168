/**
 * A backup seen from the store: what it would bring, and bringing it. Restoring is merging, all or none, so that
 * nothing that is here is ever lost to it.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { fileOf } from '#replication/erasure.ts';
import { type PackedRecord, packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import { validateRecord } from '#replication/validate.ts';
import { outdateBackup } from '#storage/outdate-backup.ts';
import { hashOf, putFiles } from '#storage/blobs.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { type Compared, compareRecords } from '#storage/compare-records.ts';
import { type Imported, importRecords, mergedWith } from '#storage/import.ts';
import { markUnverified } from '#storage/file-marks.ts';
import { readStates } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';
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
  readonly files?: readonly RestoredFile[];
  /** Scopes of which it holds everything that its maker had; absent of a backup, which holds all of each. */
  readonly whole?: readonly string[] | undefined;
}
interface RestoredFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

export interface Restored extends Imported {
  /** Pictures that are not here, or were not. */
  readonly photos: number;
  /** Of these, what this tablet had no room for. The records are there all the same. */
  readonly photosNotKept: number;
}

/** What a file would bring. */
export interface Brings extends Restored, Compared {
  /** Sessions that come in part: they can be read here, and not written to before the rest has come. */
  readonly inPart: number;
}

/** How many records of a file are new here, change what is here, or are here already. Writes nothing. */
export async function previewRestore({
  records,
  files = [],
  whole,
}: RestoreSource): Promise<Result<Brings, RestoreFailure>> {
  const checked = checkRecords(records);
  if (!checked.ok) return checked;
  try {
    const { db } = await thisDevice();
    const compared = await compareRecords(db, checked.value);
    const photos = (await missingFiles(db, files, checked.value)).length;
    return ok({ ...compared, photos, photosNotKept: 0, inPart: await sessionsInPart(db, checked.value, whole) });
  } catch (error) {
    return err(failureOf(error));
  }
}

async function sessionsInPart(
  db: BarazaDatabase,
  records: readonly PackedRecord[],
  whole: readonly string[] | undefined,
): Promise<number> {
  if (!whole) return 0;
  const scopes = [...new Set(records.map(({ scope }) => scope))];
  const partial = scopes.filter((scope) => scope.startsWith('session:') && !whole.includes(scope));
  const known = await db.scopes.bulkGet(partial);
  return known.filter((row) => row?.complete !== true).length;
}

/**
 * Merges a backup in, all of its records or nothing. Bundled examples stay examples and are not sent. Files come after
 * them, each by itself: one that does not fit takes nothing else along.
 */
export async function restore({
  records,
  scopes,
  files = [],
  whole,
}: RestoreSource): Promise<Result<Restored, RestoreFailure>> {
  const checked = checkRecords(records);
  if (!checked.ok) return checked;
  const examples = new Set(scopes.flatMap(({ scope, example }) => (example === true ? [scope] : [])));
  try {
    const replica = await thisDevice();
    const imported = await importRecords(replica, checked.value, { examples, whole: whole && new Set(whole) });
    return ok({ ...imported, ...(await restoreFiles(replica, files, checked.value)) });
  } catch (error) {
    return err(failureOf(error));
  }
}

/**
 * Those whose bytes are not here, which have the name of their bytes (rule FL5), and which a photo of these records
 * names that is not erased here (rule FL4).
 */
async function missingFiles(
  db: BarazaDatabase,
  files: readonly RestoredFile[],
  records: readonly PackedRecord[],
): Promise<readonly RestoredFile[]> {
  const photos = records.filter(({ noun }) => noun === 'photo');
  const states = await readStates(db, photos);
  const named = new Set(
    photos.flatMap((packed, at) => {
      const { after } = mergedWith(states[at], packed);
      return after.erased === true ? [] : (fileOf(after) ?? []);
    }),
  );
  const missing: RestoredFile[] = [];
  for (const file of files.filter(({ sha256 }) => named.has(sha256))) {
    const isHere = (await db.files.where('sha256').equals(file.sha256).count()) > 0;
    if (!isHere && (await hashOf(file.bytes)) === file.sha256) missing.push(file);
  }
  return missing;
}

/** Keeps files, each in a transaction of its own. What the server has not verified of them is to be sent. */
async function restoreFiles(
  { db, clock }: Replica,
  files: readonly RestoredFile[],
  records: readonly PackedRecord[],
): Promise<Pick<Restored, 'photos' | 'photosNotKept'>> {
  const missing = await missingFiles(db, files, records);
  if (missing.length > 0) await outdateBackup(db);
  let kept = 0;
  for (const file of missing) {
    try {
      await db.transaction('rw', [db.blobs, db.files, db.pending, db.nouns().photo], async () => {
        await putFiles(db, [file]);
        await markUnverified(db, file.sha256, clock.now());
      });
      kept += 1;
    } catch {
      // No room: the next one may be smaller, and what is not here is fetched or restored another time.
    }
  }
  return { photos: missing.length, photosNotKept: missing.length - kept };
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
