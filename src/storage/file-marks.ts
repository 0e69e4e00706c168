/**
 * A photo is safe when its record and its file are. Its mark is cleared like any other's but for one cell: the name
 * of the file, `sha256`, is confirmed only when the server has verified the file too. Until then the mark stays and
 * waits, so that everything that counts marks counts the photo.
 */
import type { RecordState } from '#replication/cell.ts';
import type { BarazaDatabase, PendingRow } from '#storage/database.ts';
import { markOf } from '#storage/marks.ts';
import { stateOfRow } from '#storage/row.ts';

const nameField = 'sha256';

/** Those of these files whose bytes are here and which the server of `epoch` has not verified. */
export async function unverifiedFiles(
  db: BarazaDatabase,
  names: readonly string[],
  epoch: string,
): Promise<ReadonlySet<string>> {
  const files = await db.files.bulkGet([...names]);
  return new Set(files.flatMap((file) => (file && file.confirmed !== epoch ? [file.sha256] : [])));
}

/** What is left of a photo's mark whose file is not verified, where `fields` of it still have to be sent. */
export function markWaiting(
  mark: PendingRow,
  fields: readonly string[],
  state: RecordState,
  base: RecordState,
): PendingRow | undefined {
  const { waiting: _, ...sendable } = mark;
  if (fields.includes(nameField)) return markOf(sendable, fields, base);
  const name = state.cells[nameField];
  const known = { ...base, cells: { ...base.cells, ...(name && { [nameField]: name }) } };
  return markOf({ ...sendable, ...(fields.length === 0 && { waiting: 'file' }) }, [...fields, nameField], known);
}

/**
 * The server of `epoch` has verified these files: what waited for them alone is safe. False, and nothing done, where
 * the store is of another epoch.
 */
export async function confirmFiles(db: BarazaDatabase, names: readonly string[], epoch: string): Promise<boolean> {
  return db.transaction('rw', [db.files, db.pending, db.meta, db.nouns().photo], async () => {
    const server = (await db.meta.get('server'))?.value as { readonly epoch?: string | null } | undefined;
    if (server?.epoch !== epoch) return false;
    for (const sha256 of names) {
      const file = await db.files.get(sha256);
      if (!file) continue;
      const { uploadUrl: _, trouble: __, ...rest } = file;
      await db.files.put({ ...rest, confirmed: epoch });
      const waiting = (await marksOf(db, sha256)).filter((mark) => mark?.waiting === 'file');
      await db.pending.bulkDelete(waiting.flatMap((mark): [string, string][] => (mark ? [['photo', mark.id]] : [])));
    }
    return true;
  });
}

/**
 * Marks the photos that name a file whose bytes came here without them, from a backup say, and which the server has
 * not verified. `since`: milliseconds since 1970.
 */
export async function markUnverified(db: BarazaDatabase, sha256: string, since: number): Promise<void> {
  const photos = await db.nouns().photo.where('v.sha256').equals(sha256).toArray();
  const marks = await marksOf(db, sha256);
  const added = photos.flatMap((row, at) => {
    if (marks[at]) return [];
    const state = stateOfRow('photo', row);
    const mark: PendingRow = { noun: 'photo', id: row.id, scope: row.scope, fields: [], base: { v: {} }, since };
    return markWaiting(mark, [], state, { ...state, cells: {} }) ?? [];
  });
  await db.pending.bulkPut(added);
}

async function marksOf(db: BarazaDatabase, sha256: string): Promise<(PendingRow | undefined)[]> {
  const ids = await db.nouns().photo.where('v.sha256').equals(sha256).primaryKeys();
  return db.pending.bulkGet(ids.map((id): [string, string] => ['photo', id]));
}
