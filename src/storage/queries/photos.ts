/** Photos of lines, and the files they name. */
import type { Id } from '#domain/id.ts';
import type { Scope } from '#domain/scope.ts';
import type { FileRow } from '#storage/database.ts';
import { byOrder, record } from '#storage/queries/records.ts';
import { type Entity, entityOf, isShown } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** How many photos each line of a session has; lines without one are not in it. */
export async function photoCounts(scope: Scope): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const row of await db.inScope('photo', scope).toArray()) {
    const line = row.v.captureId;
    if (isShown(row) && typeof line === 'string') counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** The photos of a line, in their order. */
export async function photosOf(captureId: Id<'capture'>): Promise<Entity<'photo'>[]> {
  const rows = await db.nouns().photo.where('v.captureId').equals(captureId).toArray();
  return rows
    .filter(isShown)
    .map((row) => entityOf('photo', row))
    .sort(byOrder);
}

/** The line that a photo belongs to. */
export const lineOfPhoto = async (id: Id<'photo'>): Promise<Id<'capture'> | undefined> =>
  (await record('photo', id))?.captureId ?? undefined;

/** What is known of a file whose bytes are here; null where they are not. */
export const fileFacts = async (sha256: string): Promise<FileRow | null> => (await db.files.get(sha256)) ?? null;

/** A picture to be shown; undefined where its bytes are not here. `small`: the one for lists, where there is one. */
export async function pictureOf(sha256: string, size: 'small' | 'whole'): Promise<Blob | undefined> {
  const file = await db.files.get(sha256);
  const bytes = (size === 'small' && file?.small) || (await db.blobs.get(sha256))?.bytes;
  return file && bytes && new Blob([bytes], { type: file.mediaType });
}
