/** The files as the tus server writes them. Hashing and naming are done when it says that an upload is whole. */
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload as TusUpload } from '@tus/server';
import { isScope } from '#domain/scope.ts';
import { type FileStore, WrongOffset } from '#server/files/file-store.ts';

export class TusFiles extends DataStore {
  readonly files: FileStore;
  readonly now: () => number;
  override extensions = ['creation'];

  constructor(files: FileStore, now: () => number) {
    super();
    this.files = files;
    this.now = now;
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const { sha256, scope, type, device } = upload.metadata ?? {};
    // The route has checked them.
    if (!sha256 || !scope || !isScope(scope) || !type || !device) throw ERRORS.INVALID_METADATA;
    const begun = { id: upload.id, sha256, scope, mediaType: type, device, size: upload.size ?? 0 };
    await this.files.begin({ ...begun, startedAt: this.now() });
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const upload = await this.files.upload(id);
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    const { sha256, scope, mediaType, device, size, offset, startedAt } = upload;
    const metadata = { sha256, scope, type: mediaType, device };
    const creation = new Date(startedAt).toISOString();
    return new TusUpload({ id, size, offset, metadata, creation_date: creation });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    try {
      return await this.files.append(id, offset, stream as AsyncIterable<Uint8Array>);
    } catch (problem) {
      throw problem instanceof WrongOffset ? ERRORS.INVALID_OFFSET : problem;
    }
  }
}
