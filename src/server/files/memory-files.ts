/** Files that end with the process: for tests, and the oracle of the other stores. */
import { createHash } from 'node:crypto';
import type { Scope } from '#domain/scope.ts';
import { type FileStore, type Upload, WrongOffset } from '#server/files/file-store.ts';

interface Held {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly scopes: Set<Scope>;
}

export function memoryFiles(): FileStore {
  const uploads = new Map<string, { readonly upload: Upload; bytes: Buffer }>();
  const files = new Map<string, Held>();
  const erased = new Set<string>();
  const forget = (sha256: string, scope: Scope) => {
    const held = files.get(sha256);
    held?.scopes.delete(scope);
    if (held?.scopes.size === 0) files.delete(sha256);
  };

  return {
    begin: async (upload) => void uploads.set(upload.id, { upload, bytes: Buffer.alloc(0) }),
    upload: async (id) => {
      const found = uploads.get(id);
      return found && { ...found.upload, offset: found.bytes.length };
    },
    append: async (id, offset, bytes) => {
      const found = uploads.get(id);
      if (found?.bytes.length !== offset) throw new WrongOffset();
      for await (const chunk of bytes) {
        const room = found.upload.size - found.bytes.length;
        found.bytes = Buffer.concat([found.bytes, chunk.subarray(0, room)]);
      }
      return found.bytes.length;
    },
    finish: async ({ id, ...named }) => {
      const found = uploads.get(id);
      if (!found) return files.get(named.sha256)?.scopes.has(named.scope) ? 'kept' : 'not-whole';
      if (found.bytes.length < found.upload.size) return 'not-whole';
      uploads.delete(id);
      const { sha256, scope, mediaType } = found.upload;
      if (createHash('sha256').update(found.bytes).digest('hex') !== sha256) return 'wrong-hash';
      const held = files.get(sha256) ?? { mediaType, bytes: found.bytes, scopes: new Set<Scope>() };
      held.scopes.add(scope);
      files.set(sha256, held);
      return 'kept';
    },
    scopesOf: async (sha256) => [...(files.get(sha256)?.scopes ?? [])].sort(),
    share: async (sha256, scope) => void files.get(sha256)?.scopes.add(scope),
    read: async (sha256) => {
      const held = files.get(sha256);
      return (
        held && {
          mediaType: held.mediaType,
          size: held.bytes.length,
          bytes: new Blob([new Uint8Array(held.bytes)]).stream(),
        }
      );
    },
    forget: async (sha256, scope) => forget(sha256, scope),
    erase: async (sha256, scope) => {
      erased.add(`${sha256} ${scope}`);
      for (const [id, { upload }] of uploads) {
        if (upload.sha256 === sha256 && upload.scope === scope) uploads.delete(id);
      }
      forget(sha256, scope);
    },
    isErased: async (sha256, scope) => erased.has(`${sha256} ${scope}`),
    dropUploadsBefore: async (at) => {
      for (const [id, { upload }] of uploads) if (upload.startedAt < at) uploads.delete(id);
    },
  };
}
