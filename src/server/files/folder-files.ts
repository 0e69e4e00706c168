/**
 * Files in a folder beside the SQLite database. A piece is written to `files/uploads/<id>` and synced before it is
 * acknowledged; a whole one is hashed, moved to `files/<ab>/<sha256>` and named in the database, in this order, so that
 * a cut in between leaves what the next question brings to its end. Whether a file is here is read from the disk.
 * Two requests may write or end the same upload: each byte has its place, and the slower one finds what the other did.
 */
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DatabaseSync } from 'node:sqlite';
import type { Scope } from '#domain/scope.ts';
import { filePlace } from '#server/files/file-place.ts';
import { type FileStore, type Finished, type Upload, type UploadName, WrongOffset } from '#server/files/file-store.ts';

interface FileRow {
  readonly scope: Scope;
  readonly mediaType: string;
  readonly size: number;
}

/** `folder` is made where it is not there yet. */
export function folderFiles(db: DatabaseSync, folder: string): FileStore {
  const sql = {
    begin: db.prepare('insert into uploads values (?, ?, ?, ?, ?, ?, ?)'),
    upload: db.prepare(
      `select id, sha256, scope, media_type as mediaType, size, device, started_at as startedAt
       from uploads where id = ?`,
    ),
    end: db.prepare('delete from uploads where id = ?'),
    old: db.prepare('select id from uploads where started_at < ?'),
    keep: db.prepare('insert into files values (?, ?, ?, ?) on conflict do nothing'),
    files: db.prepare('select scope, media_type as mediaType, size from files where sha256 = ? order by scope'),
    forget: db.prepare('delete from files where sha256 = ? and scope = ?'),
    erase: db.prepare('insert into erased_files values (?, ?) on conflict do nothing'),
    erased: db.prepare('select 1 from erased_files where sha256 = ? and scope = ?'),
    begun: db.prepare('select id from uploads where sha256 = ? and scope = ?'),
  };
  const half = (id: string) => join(folder, 'uploads', id);
  const whole = (sha256: string) => filePlace(folder, sha256);
  const uploadOf = (id: string) => sql.upload.get(id) as unknown as Upload | undefined;

  /** Bytes of an upload that are here: of one that was cut after its move, all of them. */
  const lengthOf = async ({ id, sha256, size }: Upload): Promise<number> =>
    (await sizeOf(half(id))) ?? ((await sizeOf(whole(sha256))) === size ? size : 0);

  const rowsOf = async (sha256: string): Promise<readonly FileRow[]> => {
    const rows = sql.files.all(sha256) as unknown as FileRow[];
    const size = rows.length > 0 ? await sizeOf(whole(sha256)) : undefined;
    return rows.filter((row) => row.size === size);
  };

  const scopesOf = async (sha256: string) => (await rowsOf(sha256)).map(({ scope }) => scope);

  const finish = async ({ id, sha256, scope }: UploadName): Promise<Finished> => {
    const part = half(id);
    const found = uploadOf(id);
    if (found && (await lengthOf(found)) !== found.size) return 'not-whole';
    const hash = await unlessGone(hashOf(part));
    // Whether another has ended it is asked after the hash was made: in between it may have been.
    const upload = uploadOf(id);
    if (!upload) return (await scopesOf(sha256)).includes(scope) ? 'kept' : 'not-whole';
    if (hash !== undefined && hash !== upload.sha256) {
      sql.end.run(id);
      await rm(part, { force: true });
      return 'wrong-hash';
    }
    if (hash !== undefined) {
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      await unlessGone(rename(part, whole(sha256)));
      await syncFolder(join(folder, sha256.slice(0, 2)));
    }
    sql.keep.run(sha256, upload.scope, upload.mediaType, upload.size);
    sql.end.run(id);
    return 'kept';
  };

  const forget = async (sha256: string, scope: Scope) => {
    sql.forget.run(sha256, scope);
    if (sql.files.all(sha256).length === 0) await rm(whole(sha256), { force: true });
  };

  return {
    begin: async ({ id, sha256, scope, mediaType, size, device, startedAt }) => {
      await mkdir(join(folder, 'uploads'), { recursive: true, mode: 0o700 });
      // There from the beginning: one that is missing has been moved.
      await (await open(half(id), 'a', 0o600)).close();
      sql.begin.run(id, sha256, scope, mediaType, size, device, startedAt);
    },
    upload: async (id) => {
      const upload = uploadOf(id);
      return upload && { ...upload, offset: await lengthOf(upload) };
    },
    append: async (id, offset, bytes) => {
      const upload = uploadOf(id);
      if (!upload || (await lengthOf(upload)) !== offset) throw new WrongOffset();
      const file = await open(half(id), constants.O_RDWR | constants.O_CREAT, 0o600);
      let length = offset;
      try {
        for await (const chunk of bytes) {
          const piece = chunk.subarray(0, upload.size - length);
          for (let at = 0; at < piece.length;) {
            at += (await file.write(piece, at, piece.length - at, length + at)).bytesWritten;
          }
          length += piece.length;
        }
        return length;
      } finally {
        await file.sync();
        await file.close();
      }
    },
    finish,
    scopesOf,
    share: async (sha256, scope) => {
      const [known] = await rowsOf(sha256);
      if (known) sql.keep.run(sha256, scope, known.mediaType, known.size);
    },
    read: async (sha256) => {
      const [known] = await rowsOf(sha256);
      if (!known) return undefined;
      const bytes = Readable.toWeb(createReadStream(whole(sha256))) as ReadableStream<Uint8Array>;
      return { mediaType: known.mediaType, size: known.size, bytes };
    },
    forget,
    erase: async (sha256, scope) => {
      sql.erase.run(sha256, scope);
      for (const { id } of sql.begun.all(sha256, scope) as { id: string }[]) {
        sql.end.run(id);
        await rm(half(id), { force: true });
      }
      await forget(sha256, scope);
    },
    isErased: async (sha256, scope) => sql.erased.get(sha256, scope) !== undefined,
    dropUploadsBefore: async (at) => {
      for (const { id } of sql.old.all(at) as { id: string }[]) {
        sql.end.run(id);
        await rm(half(id), { force: true });
      }
    },
  };
}

const sizeOf = async (path: string): Promise<number | undefined> => (await unlessGone(stat(path)))?.size;

/** Undefined where the file that was asked for is not there. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Waits until the names in a folder have reached the disk. */
async function syncFolder(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
