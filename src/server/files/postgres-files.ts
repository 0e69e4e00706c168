/**
 * Files in PostgreSQL, in pieces of 256 KB: one process may take the first half of an upload and another the rest.
 * A piece is a transaction of its own that holds the upload's row, so that no connection waits for a slow line; what a
 * file is known for changes under an advisory lock of its name.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Scope } from '#domain/scope.ts';
import { pieceBytes } from '#replication/files.ts';
import {
  type FileStore,
  type Finished,
  type Upload,
  type UploadName,
  type UploadState,
  WrongOffset,
} from '#server/files/file-store.ts';
import { type Postgres, statement, type Transaction } from '#server/postgres.ts';

export function postgresFiles(db: Postgres): FileStore {
  const uploadOf = async (id: string): Promise<UploadState | undefined> => (await db.rows(sql.upload(id)))[0];

  /** Adds a piece where the upload has got to `offset`, and answers where it is then. */
  const add = (id: string, offset: number, piece: Buffer): Promise<number> =>
    db.transaction(async (transaction) => {
      const [[held]] = await transaction.all(sql.hold(id));
      if (held?.received !== offset) throw new WrongOffset();
      const bytes = piece.subarray(0, held.size - offset);
      if (bytes.length === 0) return offset;
      transaction.send(sql.addPiece(id, offset, bytes));
      transaction.send(sql.advance(id, offset + bytes.length));
      return offset + bytes.length;
    }, false);

  async function* piecesOf(upload: string): AsyncGenerator<Buffer> {
    for (let at = 0; ;) {
      const [piece] = await db.rows(sql.piece(upload, at));
      if (!piece) return;
      yield piece.bytes;
      at += piece.bytes.length;
    }
  }

  const append = async (id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<number> => {
    const upload = await uploadOf(id);
    if (upload?.offset !== offset) throw new WrongOffset();
    let reached = offset;
    let waiting: Uint8Array[] = [];
    let length = 0;
    const flush = async () => {
      if (length === 0) return;
      const piece = Buffer.concat(waiting);
      [waiting, length] = [[], 0];
      reached = await add(id, reached, piece);
    };
    try {
      for await (const chunk of bytes) {
        waiting.push(chunk);
        length += chunk.length;
        if (length >= pieceBytes) await flush();
      }
    } finally {
      // Of a line that broke, what came is kept.
      await flush();
    }
    return reached;
  };

  const scopesOf = async (sha256: string) => (await db.rows(sql.scopes(sha256))).map(({ scope }) => scope);

  const end = ({ id, sha256, scope, mediaType, size }: Upload, hash: string): Promise<Finished> =>
    db.transaction(async (transaction) => {
      const [, [held], [known], scopes] = await transaction.all(
        sql.lock(sha256),
        sql.hold(id),
        sql.file(sha256),
        sql.scopes(sha256),
      );
      // Another process has brought it to its end, and perhaps dropped the pieces while they were hashed here.
      if (!held) return scopes.some((one) => one.scope === scope) ? 'kept' : 'not-whole';
      if (hash !== sha256) {
        transaction.send(sql.dropPieces(id));
        transaction.send(sql.dropUpload(id));
        return 'wrong-hash';
      }
      if (known) transaction.send(sql.dropPieces(id));
      else transaction.send(sql.addFile(sha256, id, mediaType, size));
      transaction.send(sql.addScope(sha256, scope));
      transaction.send(sql.dropUpload(id));
      return 'kept';
    }, true);

  const finish = async ({ id, sha256, scope }: UploadName): Promise<Finished> => {
    const upload = await uploadOf(id);
    if (!upload) return (await scopesOf(sha256)).includes(scope) ? 'kept' : 'not-whole';
    if (upload.offset < upload.size) return 'not-whole';
    const hash = createHash('sha256');
    for await (const piece of piecesOf(id)) hash.update(piece);
    return end(upload, hash.digest('hex'));
  };

  const forget = async (transaction: Transaction, sha256: string, scope: Scope): Promise<void> => {
    const [, [known], scopes] = await transaction.all(sql.lock(sha256), sql.file(sha256), sql.scopes(sha256));
    if (!known) return;
    transaction.send(sql.dropScope(sha256, scope));
    if (scopes.some((one) => one.scope !== scope)) return;
    transaction.send(sql.dropFile(sha256));
    transaction.send(sql.dropPieces(known.upload));
  };

  return {
    begin: async ({ id, sha256, scope, mediaType, size, device, startedAt }) =>
      void (await db.rows(sql.begin(id, sha256, scope, mediaType, size, device, startedAt))),
    upload: uploadOf,
    append,
    finish,
    scopesOf,
    share: (sha256, scope) =>
      db.transaction(async (transaction) => {
        const [, [known]] = await transaction.all(sql.lock(sha256), sql.file(sha256));
        if (known) transaction.send(sql.addScope(sha256, scope));
      }, true),
    read: async (sha256) => {
      const [known] = await db.rows(sql.file(sha256));
      return (
        known && {
          mediaType: known.mediaType,
          size: known.size,
          bytes: Readable.toWeb(Readable.from(piecesOf(known.upload))) as ReadableStream<Uint8Array>,
        }
      );
    },
    forget: (sha256, scope) => db.transaction((transaction) => forget(transaction, sha256, scope), true),
    erase: (sha256, scope) =>
      db.transaction(async (transaction) => {
        await forget(transaction, sha256, scope);
        transaction.send(sql.erase(sha256, scope));
        transaction.send(sql.dropBegun(sha256, scope));
      }, true),
    isErased: async (sha256, scope) => (await db.rows(sql.erased(sha256, scope))).length > 0,
    dropUploadsBefore: async (at) => void (await db.rows(sql.dropOld(at))),
  };
}

interface FileRow {
  readonly upload: string;
  readonly mediaType: string;
  readonly size: number;
}

const sql = {
  lock: statement('file-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))'),
  begin: statement('upload-begin', 'insert into uploads values ($1, $2, $3, $4, $5, 0, $6, $7) on conflict do nothing'),
  upload: statement<UploadState>(
    'upload',
    `select id, sha256, scope, media_type as "mediaType", size, received as "offset", device,
       started_at as "startedAt" from uploads where id = $1`,
  ),
  hold: statement<{ received: number; size: number }>(
    'upload-hold',
    'select received, size from uploads where id = $1 for update',
  ),
  advance: statement('upload-advance', 'update uploads set received = $2 where id = $1'),
  dropUpload: statement('upload-drop', 'delete from uploads where id = $1'),
  dropOld: statement(
    'upload-drop-old',
    `with gone as (delete from uploads where started_at < $1 returning id)
     delete from pieces where upload in (select id from gone)`,
  ),
  erase: statement('file-erase', 'insert into erased_files values ($1, $2) on conflict do nothing'),
  erased: statement<{ sha256: string }>(
    'file-erased',
    'select sha256 from erased_files where sha256 = $1 and scope = $2',
  ),
  dropBegun: statement(
    'upload-drop-begun',
    `with gone as (delete from uploads where sha256 = $1 and scope = $2 returning id)
     delete from pieces where upload in (select id from gone)`,
  ),
  addPiece: statement('piece-add', 'insert into pieces values ($1, $2, $3)'),
  piece: statement<{ bytes: Buffer }>('piece', 'select bytes from pieces where upload = $1 and at = $2'),
  dropPieces: statement('piece-drop', 'delete from pieces where upload = $1'),
  file: statement<FileRow>('file', 'select upload, media_type as "mediaType", size from files where sha256 = $1'),
  addFile: statement('file-add', 'insert into files values ($1, $2, $3, $4)'),
  dropFile: statement('file-drop', 'delete from files where sha256 = $1'),
  scopes: statement<{ scope: Scope }>('file-scopes', 'select scope from file_scopes where sha256 = $1 order by scope'),
  addScope: statement('file-scope-add', 'insert into file_scopes values ($1, $2) on conflict do nothing'),
  dropScope: statement('file-scope-drop', 'delete from file_scopes where sha256 = $1 and scope = $2'),
};
