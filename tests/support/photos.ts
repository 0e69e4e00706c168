/** Photos for tests: any bytes will do where nobody looks at them. */
import type { NounId } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { hashOf, type NewFile } from '#storage/blobs.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { captureId, sessionScope, type TestDevice } from './replicas.ts';

export const photoId = (name: string) => name as NounId<'photo'>;

/** Bytes that are the same for the same `seed`. */
export function bytesOf(seed: string, length = 1000): ArrayBuffer {
  const bytes = new Uint8Array(length);
  for (const at of bytes.keys()) bytes[at] = (seed.charCodeAt(at % seed.length) + at * 31) & 0xff;
  return bytes.buffer;
}

export async function fileOf(seed: string, length?: number): Promise<NewFile> {
  const bytes = bytesOf(seed, length);
  return { sha256: await hashOf(bytes), mediaType: 'image/webp', bytes };
}

interface Photo {
  readonly line?: string;
  readonly scope?: Scope;
  readonly bytes?: number;
}

/** Adds a photo of the bytes that `seed` makes. */
export async function photo({ replica }: TestDevice, id: string, seed = id, how: Photo = {}) {
  const { line = 'c1', scope = sessionScope } = how;
  const file = await fileOf(seed, how.bytes);
  const set = {
    captureId: captureId(line),
    sha256: file.sha256,
    mediaType: file.mediaType,
    bytes: file.bytes.byteLength,
  };
  const changes = [change('photo', { id: photoId(id), scope }, { set, write: { caption: fresh('') } })];
  const written = await commitTo(replica, changes, { files: [file] });
  return { file, written };
}
