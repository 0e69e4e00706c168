/** The device's files, as the sync engine asks for them. */
import type { DueFile, ReplicaFiles } from '#replication/files.ts';
import { fileNamedBy, putFiles } from '#storage/blobs.ts';
import type { BarazaDatabase, FileRow } from '#storage/database.ts';
import { confirmFiles } from '#storage/file-marks.ts';
import type { ServerMeta } from '#storage/replica.ts';

export function dexieFiles(db: BarazaDatabase): ReplicaFiles {
  const change = (sha256: string, changes: Partial<FileRow>) => db.files.update(sha256, changes).then(() => undefined);
  return {
    link: async () => {
      const server = await readServer(db);
      return server && { token: server.token, revoked: server.revokedAt !== undefined, renewalDue: false };
    },
    due: () => dueFiles(db),
    bytes: async (sha256) => (await db.blobs.get(sha256))?.bytes,
    confirm: (names, epoch) => confirmFiles(db, names, epoch),
    began: (sha256, uploadUrl) => change(sha256, { uploadUrl }),
    trouble: (sha256, why) => change(sha256, { trouble: why }),
    keep: async (file) => {
      await db.transaction('rw', [db.blobs, db.files, db.meta], async () => {
        if (await db.files.get(file.sha256)) return;
        await putFiles(db, [file], (await readServer(db))?.epoch ?? '');
      });
    },
  };
}

/** Files that the server has not verified, of photos in what this device sends; deleted photos are among them. */
async function dueFiles(db: BarazaDatabase): Promise<readonly DueFile[]> {
  return db.transaction('r', [db.files, db.scopes, db.meta, db.nouns().photo], async () => {
    const server = await readServer(db);
    if (!server) return [];
    const files = await db.files
      .where('confirmed')
      .notEqual(server.epoch ?? '')
      .toArray();
    const sendable = files.filter(({ trouble }) => trouble === undefined);
    if (sendable.length === 0) return [];
    const sending = new Set((await db.scopes.filter((row) => row.sending).toArray()).map(({ scope }) => scope));
    const photos = await db
      .nouns()
      .photo.where('v.sha256')
      .anyOf(sendable.map(({ sha256 }) => sha256))
      .toArray();
    return sendable.flatMap(({ sha256, mediaType, uploadUrl }): DueFile[] => {
      const named = photos.filter((row) => fileNamedBy('photo', row) === sha256 && sending.has(row.scope));
      const scopes = [...new Set(named.map(({ scope }) => scope))];
      return scopes.length > 0 ? [{ sha256, mediaType, scopes, uploadUrl }] : [];
    });
  });
}

const readServer = async (db: BarazaDatabase) => (await db.meta.get('server'))?.value as ServerMeta | undefined;
