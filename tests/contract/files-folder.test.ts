import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '#server/database.ts';
import { folderFiles } from '#server/files/folder-files.ts';
import { bytesOf, fileStoreContract, hashOf } from './file-store.contract.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-files-'));
  made.push(folder);
  const databases = [openDatabase(join(folder, 'baraza.db'))];
  const storeOn = () => {
    const opened = openDatabase(join(folder, 'baraza.db'));
    if (!opened.ok) throw new Error(opened.error);
    databases.push(opened);
    return folderFiles(opened.value, join(folder, 'files'));
  };
  return {
    folder: join(folder, 'files'),
    store: storeOn(),
    restarted: storeOn,
    close: () => {
      for (const opened of databases) if (opened.ok) opened.value.close();
    },
  };
}

fileStoreContract('a folder', open);

it('a file that was lost or cut on the disk is not said to be here', async () => {
  const { folder, store, close } = open();
  const bytes = bytesOf(1, 5000);
  const upload = { id: 'a'.repeat(32), sha256: hashOf(bytes), scope: 'session:s1', mediaType: 'image/webp' } as const;
  const send = async () => {
    await store.begin({ ...upload, size: bytes.length, device: 'tablet', startedAt: 0 });
    await store.append(upload.id, 0, [bytes] as never);
    return store.finish(upload);
  };
  await send();
  const file = join(folder, upload.sha256.slice(0, 2), upload.sha256);
  truncateSync(file, 4999);
  expect(await store.scopesOf(upload.sha256)).toEqual([]);
  rmSync(file);
  expect(await store.read(upload.sha256)).toBeUndefined();
  expect(await send()).toBe('kept');
  expect(await store.scopesOf(upload.sha256)).toEqual(['session:s1']);
  close();
});

it('an upload that was moved and not yet named when the power went is brought to its end', async () => {
  const { folder, store, close } = open();
  const bytes = bytesOf(2, 5000);
  const upload = { id: 'b'.repeat(32), sha256: hashOf(bytes), scope: 'session:s1', mediaType: 'image/webp' } as const;
  await store.begin({ ...upload, size: bytes.length, device: 'tablet', startedAt: 0 });
  await store.append(upload.id, 0, [bytes] as never);
  await store.finish(upload);
  // As it was just before it was named.
  await store.forget(upload.sha256, 'session:s1');
  await store.begin({ ...upload, size: bytes.length, device: 'tablet', startedAt: 0 });
  rmSync(join(folder, 'uploads', upload.id));
  writeFileSync(join(folder, upload.sha256.slice(0, 2), upload.sha256), bytes);
  expect(await store.upload(upload.id)).toMatchObject({ offset: bytes.length });
  expect(await store.finish(upload)).toBe('kept');
  expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
  expect(existsSync(join(folder, upload.sha256.slice(0, 2), upload.sha256))).toBe(true);
  close();
});
