/** What every file store does. `restarted` is the same store as another process, or the next one, finds it. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { pieceBytes } from '#replication/files.ts';
import { type FileStore, type Upload, WrongOffset } from '#server/files/file-store.ts';

export interface StoreUnderTest {
  readonly store: FileStore;
  /** Undefined where a store ends with its process. */
  readonly restarted?: () => FileStore | Promise<FileStore>;
  readonly close?: () => void | Promise<void>;
}

export const bytesOf = (seed: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at + seed, 2_654_435_761) >>> 24) & 0xff);
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const [ours, theirs]: readonly [Scope, Scope] = ['session:s1', 'session:s2'];

let drawn = 0;
const uploadOf = (bytes: Uint8Array, changes: Partial<Upload> = {}): Upload => ({
  id: (drawn += 1).toString(16).padStart(32, '0'),
  sha256: hashOf(bytes),
  scope: ours,
  mediaType: 'image/webp',
  size: bytes.length,
  device: 'tablet-1',
  startedAt: 1000,
  ...changes,
});

async function* piecesOf(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
async function* brokenAfter(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece;
  throw new Error('the line broke');
}
async function send(store: FileStore, bytes: Uint8Array, changes: Partial<Upload> = {}) {
  const upload = uploadOf(bytes, changes);
  await store.begin(upload);
  await store.append(upload.id, 0, piecesOf(bytes));
  return { upload, finished: await store.finish(upload) };
}
async function readAll(store: FileStore, sha256: string): Promise<Uint8Array | undefined> {
  const stored = await store.read(sha256);
  return (
    stored && new Uint8Array(await new Response(stored.bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
  );
}

export function fileStoreContract(name: string, open: () => StoreUnderTest | Promise<StoreUnderTest>): void {
  describe(`files in ${name}`, () => {
    let under: StoreUnderTest;
    let store: FileStore;
    beforeEach(async () => {
      under = await open();
      ({ store } = under);
    });
    afterEach(() => under.close?.());

    it('are given back as they came, for the scope they came for', async () => {
      const bytes = bytesOf(1, 300_000);
      const { upload, finished } = await send(store, bytes);
      expect(finished).toBe('kept');
      expect(await store.scopesOf(upload.sha256)).toEqual([ours]);
      expect(await store.read(upload.sha256)).toMatchObject({ mediaType: 'image/webp', size: 300_000 });
      expect(hashOf((await readAll(store, upload.sha256)) ?? new Uint8Array())).toBe(upload.sha256);
      expect(await store.upload(upload.id)).toBeUndefined();
    });

    it('are not there before their last byte, nor before they are hashed', async () => {
      const bytes = bytesOf(2, 1000);
      const upload = uploadOf(bytes);
      await store.begin(upload);
      await store.append(upload.id, 0, piecesOf(bytes.subarray(0, 999)));
      expect(await store.finish(upload)).toBe('not-whole');
      expect(await store.scopesOf(upload.sha256)).toEqual([]);
      await store.append(upload.id, 999, piecesOf(bytes.subarray(999)));
      expect(await store.scopesOf(upload.sha256)).toEqual([]);
      expect(await store.read(upload.sha256)).toBeUndefined();
      expect(await store.finish(upload)).toBe('kept');
    });

    it('[FL5] with other bytes than their name says are refused and gone', async () => {
      const bytes = bytesOf(3, 1000);
      const { upload, finished } = await send(store, bytes, { sha256: hashOf(bytesOf(4, 1000)) });
      expect(finished).toBe('wrong-hash');
      expect(await store.scopesOf(upload.sha256)).toEqual([]);
      expect(await store.read(upload.sha256)).toBeUndefined();
      expect(await store.upload(upload.id)).toBeUndefined();
    });

    it('[FL5] that are here are not replaced by other bytes under their name', async () => {
      const bytes = bytesOf(5, 1000);
      const { upload } = await send(store, bytes);
      await send(store, bytesOf(6, 1000), { sha256: upload.sha256, scope: theirs });
      expect(await store.scopesOf(upload.sha256)).toEqual([ours]);
      expect(await readAll(store, upload.sha256)).toEqual(bytes);
    });

    it('come in pieces, and go on where they were cut', async () => {
      const bytes = bytesOf(7, 2 * pieceBytes + 17);
      const upload = uploadOf(bytes);
      await store.begin(upload);
      expect(await store.append(upload.id, 0, piecesOf(bytes.subarray(0, pieceBytes)))).toBe(pieceBytes);
      const rest = bytes.subarray(pieceBytes);
      await expect(store.append(upload.id, pieceBytes, brokenAfter(rest.subarray(0, 1000)))).rejects.toThrow('broke');
      const { offset = 0 } = (await store.upload(upload.id)) ?? {};
      expect(offset).toBe(pieceBytes + 1000);
      expect(await store.append(upload.id, offset, piecesOf(bytes.subarray(offset)))).toBe(bytes.length);
      expect(await store.finish(upload)).toBe('kept');
      expect(hashOf((await readAll(store, upload.sha256)) ?? new Uint8Array())).toBe(upload.sha256);
    });

    it('take no byte twice, none out of turn, and none beyond their size', async () => {
      const bytes = bytesOf(8, 1000);
      const upload = uploadOf(bytes);
      await store.begin(upload);
      await store.append(upload.id, 0, piecesOf(bytes.subarray(0, 500)));
      for (const offset of [0, 499, 501]) {
        await expect(store.append(upload.id, offset, piecesOf(bytes))).rejects.toBeInstanceOf(WrongOffset);
      }
      await expect(store.append('f'.repeat(32), 0, piecesOf(bytes))).rejects.toBeInstanceOf(WrongOffset);
      expect(await store.append(upload.id, 500, piecesOf(bytes.subarray(500), bytes))).toBe(1000);
      expect(await store.finish(upload)).toBe('kept');
    });

    it('that two devices send at once are one file, known for both scopes', async () => {
      const bytes = bytesOf(9, 5000);
      const [a, b] = [uploadOf(bytes), uploadOf(bytes, { scope: theirs, device: 'tablet-2' })];
      await store.begin(a);
      await store.begin(b);
      await store.append(a.id, 0, piecesOf(bytes.subarray(0, 2000)));
      await store.append(b.id, 0, piecesOf(bytes));
      expect(await store.finish(b)).toBe('kept');
      await store.append(a.id, 2000, piecesOf(bytes.subarray(2000)));
      expect(await store.finish(a)).toBe('kept');
      expect(await store.scopesOf(a.sha256)).toEqual([ours, theirs]);
      expect(await readAll(store, a.sha256)).toEqual(bytes);
    });

    it('that two processes bring to their end at once are said to be here by both, and by whoever asks later', async () => {
      const other = (await under.restarted?.()) ?? store;
      const twice = bytesOf(17, 2 * pieceBytes + 17);
      for (const bytes of [twice, bytesOf(18, 900), twice]) {
        const upload = uploadOf(bytes);
        await store.begin(upload);
        await store.append(upload.id, 0, piecesOf(bytes));
        expect(await Promise.all([store, other, store, other].map((one) => one.finish(upload)))).toEqual(
          Array.from({ length: 4 }, () => 'kept'),
        );
        expect(await other.finish(upload)).toBe('kept');
        expect(hashOf((await readAll(other, upload.sha256)) ?? new Uint8Array())).toBe(upload.sha256);
      }
    });

    it('[FL5] that were refused or never sent are not said to be here, though another sent them for its own', async () => {
      const bytes = bytesOf(19, 1000);
      const { upload } = await send(store, bytes);
      const wrong = uploadOf(bytesOf(20, 1000), { sha256: upload.sha256, scope: theirs });
      await store.begin(wrong);
      await store.append(wrong.id, 0, piecesOf(bytesOf(20, 1000)));
      expect(await store.finish(wrong)).toBe('wrong-hash');
      expect(await store.finish(wrong)).toBe('not-whole');
      expect(await store.scopesOf(upload.sha256)).toEqual([ours]);
    });

    it('are shared with another scope without being sent again, and what is not here is not', async () => {
      const { upload } = await send(store, bytesOf(10, 1000));
      await store.share(upload.sha256, theirs);
      await store.share(upload.sha256, theirs);
      expect(await store.scopesOf(upload.sha256)).toEqual([ours, theirs]);
      await store.share(hashOf(bytesOf(11, 10)), ours);
      expect(await store.scopesOf(hashOf(bytesOf(11, 10)))).toEqual([]);
    });

    it('[FL4] go with the last scope they are known for', async () => {
      const { upload } = await send(store, bytesOf(12, 1000));
      await store.share(upload.sha256, theirs);
      await store.forget(upload.sha256, ours);
      expect(await store.scopesOf(upload.sha256)).toEqual([theirs]);
      expect(await store.read(upload.sha256)).toBeDefined();
      await store.forget(upload.sha256, theirs);
      expect(await store.read(upload.sha256)).toBeUndefined();
      expect((await send(store, bytesOf(12, 1000))).finished).toBe('kept');
    });

    it('[FL4] that were erased go for that scope, with what is on its way of them, and are remembered', async () => {
      const bytes = bytesOf(22, 1000);
      const { upload } = await send(store, bytes);
      await store.share(upload.sha256, theirs);
      const again = uploadOf(bytes);
      await store.begin(again);
      await store.append(again.id, 0, piecesOf(bytes));
      expect(await store.isErased(upload.sha256, ours)).toBe(false);
      await store.erase(upload.sha256, ours);
      expect(await store.isErased(upload.sha256, ours)).toBe(true);
      expect(await store.isErased(upload.sha256, theirs)).toBe(false);
      expect(await store.upload(again.id)).toBeUndefined();
      expect(await store.scopesOf(upload.sha256)).toEqual([theirs]);
      expect(await readAll(store, upload.sha256)).toEqual(bytes);
      await store.erase(upload.sha256, theirs);
      await store.erase(upload.sha256, theirs);
      expect(await store.read(upload.sha256)).toBeUndefined();
    });

    it('on their way are given up when they are old, and whole ones stay', async () => {
      const { upload: whole } = await send(store, bytesOf(13, 1000), { startedAt: 10 });
      const [old, young] = [uploadOf(bytesOf(14, 9), { startedAt: 10 }), uploadOf(bytesOf(15, 9), { startedAt: 20 })];
      await store.begin(old);
      await store.begin(young);
      await store.append(old.id, 0, piecesOf(bytesOf(14, 4)));
      await store.dropUploadsBefore(20);
      expect(await store.upload(old.id)).toBeUndefined();
      expect(await store.upload(young.id)).toMatchObject({ ...young, offset: 0 });
      expect(await store.scopesOf(whole.sha256)).toEqual([ours]);
    });

    it('go on and stay over a restart', async () => {
      if (!under.restarted) return console.log(`${name} ends with its process: no restart to go on after`);
      const bytes = bytesOf(16, pieceBytes + 5);
      const upload = uploadOf(bytes);
      await store.begin(upload);
      await store.append(upload.id, 0, piecesOf(bytes.subarray(0, pieceBytes)));
      const second = await under.restarted();
      expect(await second.upload(upload.id)).toEqual({ ...upload, offset: pieceBytes });
      await second.append(upload.id, pieceBytes, piecesOf(bytes.subarray(pieceBytes)));
      expect(await second.finish(upload)).toBe('kept');
      const third = await under.restarted();
      expect(hashOf((await readAll(third, upload.sha256)) ?? new Uint8Array())).toBe(upload.sha256);
    });
  });
}
