/**
 * The files of this device: bytes, named by their SHA-256, and what is known of them. A photo's record and its bytes
 * are written by one commit; whether the server has a file is kept beside it.
 */
import type { BarazaDatabase, BlobRow, FileRow } from '#storage/database.ts';
import type { Row } from '#storage/row.ts';

/** A file to be kept. `small`: a small picture of it, of the same type. */
export interface NewFile extends BlobRow {
  readonly mediaType: string;
  readonly small?: ArrayBuffer;
}

/** The name of a file: SHA-256 of its bytes, in hexadecimal. Needs a secure origin. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keeps files, inside the caller's transaction. One that is here already is not written again, but the server is
 * asked anew: the record that names it now may be of another session.
 */
export async function putFiles(db: BarazaDatabase, files: readonly NewFile[], confirmed = ''): Promise<void> {
  for (const { sha256, bytes, mediaType, small } of files) {
    const known = await db.files.get(sha256);
    const held = known?.trouble === 'damaged' ? undefined : known;
    const file: FileRow = { sha256, mediaType, size: bytes.byteLength, ...held, ...(small && { small }), confirmed };
    await db.files.put(file);
    if (!held) await db.blobs.put({ sha256, bytes });
  }
}

/** The name of the file that a row of a photo says; undefined for other rows. */
export const fileNamedBy = (noun: string, row: Pick<Row, 'v'> | undefined): string | undefined => {
  const sha256 = noun === 'photo' ? row?.v.sha256 : undefined;
  return typeof sha256 === 'string' ? sha256 : undefined;
};

/** Forgets those of these files that no photo names any more, inside the caller's transaction. */
export async function dropUnnamed(db: BarazaDatabase, names: readonly string[]): Promise<void> {
  for (const sha256 of names) {
    if ((await db.nouns().photo.where('v.sha256').equals(sha256).count()) > 0) continue;
    await db.blobs.delete(sha256);
    await db.files.delete(sha256);
  }
}

/**
 * Forgets every file that no photo names: what an example left that was taken off, and what was erased. Deleted
 * photos still name theirs. Not while an undo may bring a record back: at the start of the app.
 */
export async function sweepFiles(db: BarazaDatabase): Promise<void> {
  const photos = db.nouns().photo;
  await db.transaction('rw', [photos, db.blobs, db.files], async () => {
    const held = await db.files.toCollection().primaryKeys();
    await dropUnnamed(db, held);
  });
}
