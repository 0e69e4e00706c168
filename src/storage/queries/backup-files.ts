/** The files that a backup carries: those of its photos whose bytes are here, as many as one file can hold. */
import type { Scope } from '#domain/scope.ts';
import { fileNamedBy } from '#storage/blobs.ts';
import type { BlobRow, FileRow } from '#storage/database.ts';
import { db } from '#storage/this-device.ts';

/** Of bytes in base64; what reads a backup takes 512 MB in all, and the records need room too. */
const maxBase64 = 400 * 1024 * 1024;

export interface BackupFiles {
  /** In the order of their names, so that the same photos make the same backup. */
  readonly inIt: readonly FileRow[];
  /** Photos on this tablet that one file cannot hold besides. */
  readonly beyond: number;
  /** Photos whose bytes are not on this tablet. */
  readonly away: number;
}

/** Of the scopes named, or of all; deleted photos have theirs, too. */
export async function backupFiles(only?: readonly string[]): Promise<BackupFiles> {
  const photos = db.nouns().photo;
  const rows = await (only ? photos.where('scope').anyOf(only as readonly Scope[]) : photos).toArray();
  return filesOf([...new Set(rows.flatMap((row) => fileNamedBy('photo', row) ?? []))].sort());
}

/** Of the files named those that are here, where they are `wanted`. */
export async function filesOf(
  names: readonly string[],
  wanted: (file: FileRow) => boolean = () => true,
): Promise<BackupFiles> {
  const here = (await db.files.bulkGet([...names])).flatMap((file) => file ?? []);
  const held = here.filter(wanted);
  let left = maxBase64;
  const inIt = held.filter(({ size }) => (left -= Math.ceil(size / 3) * 4) >= 0);
  return { inIt, beyond: held.length - inIt.length, away: names.length - here.length };
}

/** The bytes of files. */
export async function bytesOf(files: readonly FileRow[]): Promise<(BlobRow & Pick<FileRow, 'mediaType'>)[]> {
  const blobs = await db.blobs.bulkGet(files.map(({ sha256 }) => sha256));
  return files.flatMap(({ mediaType }, at) => {
    const blob = blobs[at];
    return blob ? [{ ...blob, mediaType }] : [];
  });
}
