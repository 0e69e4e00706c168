import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '#server/backup/back-up.ts';
import { filesBeside } from '#server/backup/copy-files.ts';
import { restore } from '#server/backup/restore.ts';
import { filePlace } from '#server/files/file-place.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';
import type { Store } from '#server/store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';

const now = Date.UTC(2026, 10, 23, 8);
let folder: string;
let data: string;
let backups: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-backup-files-'));
  data = join(folder, 'data');
  backups = mkdtempSync(join(folder, 'backups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (text: string) => Buffer.from(text.repeat(500));
const nameOf = (text: string) => createHash('sha256').update(bytesOf(text)).digest('hex');

/** Does something with the store in a folder, and closes it. */
async function within<T>(dataDir: string, act: (store: Store) => Promise<T>): Promise<T> {
  const opened = openSqliteStore(dataDir, countingRandom());
  if (!opened.ok) throw new Error(opened.error);
  try {
    return await act(opened.value);
  } finally {
    await opened.value.close();
  }
}
let drawn = 0;
const begin = async ({ files }: Store, text: string) => {
  const bytes = bytesOf(text);
  const id = (drawn += 1).toString(16).padStart(32, '0');
  const upload = {
    id,
    sha256: nameOf(text),
    scope: 'session:s1',
    mediaType: 'image/webp',
    size: bytes.length,
  } as const;
  await files.begin({ ...upload, device: 'tablet', startedAt: now });
  return { upload, bytes };
};
const send = (...texts: readonly string[]) =>
  within(data, async (store) => {
    for (const text of texts) {
      const { upload, bytes } = await begin(store, text);
      await store.files.append(upload.id, 0, [bytes] as never);
      expect(await store.files.finish(upload)).toBe('kept');
    }
  });
const heldIn = (dataDir: string, ...texts: readonly string[]) =>
  within(dataDir, async ({ files }) => {
    const held = [];
    for (const text of texts) {
      const found = await files.read(nameOf(text));
      const bytes = found && Buffer.from(await new Response(found.bytes as never).arrayBuffer());
      held.push(bytes?.equals(bytesOf(text)) ?? false);
    }
    return held;
  });
async function backedUp(at: number) {
  const made = await backUp({ dataDir: data, to: backups, now: at, app: '0.1.0' });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
const into = (dataDir: string, file: string, options: { replace?: boolean; withoutFiles?: boolean } = {}) =>
  restore({ file, dataDir, replace: false, withoutFiles: false, now, random: countingRandom(), ...options });

it('files go beside the database and come back with it, for the scopes they were known for', async () => {
  await send('one', 'two');
  await within(data, ({ files }) => files.share(nameOf('one'), 'session:s2'));
  const { file, files } = await backedUp(now);
  expect(files).toBe(2);
  expect(readdirSync(backups)).toEqual(['baraza-2026-11-23T080000.db', 'baraza-2026-11-23T080000.files']);
  const elsewhere = join(folder, 'new');
  expect(into(elsewhere, file)).toMatchObject({ ok: true, value: { files: { lacking: [] } } });
  expect(await heldIn(elsewhere, 'one', 'two')).toEqual([true, true]);
  expect(await within(elsewhere, (store) => store.files.scopesOf(nameOf('one')))).toEqual(['session:s1', 'session:s2']);
});

it('a second backup copies only what is new, and each stays whole when the other is removed', async () => {
  await send('one');
  const first = await backedUp(now);
  await send('two');
  const second = await backedUp(now + 1000);
  const inode = ({ file }: { file: string }, text: string) => statSync(filePlace(filesBeside(file), nameOf(text))).ino;
  expect(inode(second, 'one')).toBe(inode(first, 'one'));
  rmSync(first.file);
  rmSync(filesBeside(first.file), { recursive: true });
  expect(into(join(folder, 'new'), second.file).ok).toBe(true);
  expect(await heldIn(join(folder, 'new'), 'one', 'two')).toEqual([true, true]);
});

it('a file that went bad in the backup before is copied anew', async () => {
  await send('one');
  const first = await backedUp(now);
  writeFileSync(filePlace(filesBeside(first.file), nameOf('one')), 'flipped');
  const second = await backedUp(now + 1000);
  expect(readFileSync(filePlace(filesBeside(second.file), nameOf('one'))).equals(bytesOf('one'))).toBe(true);
});

it('files that the server had lost are told, and are no reason to refuse the backup', async () => {
  await send('one', 'two');
  rmSync(filePlace(join(data, 'files'), nameOf('one')));
  const made = await backedUp(now);
  expect(made).toMatchObject({ files: 1, lackingFiles: [nameOf('one')] });
  expect(into(join(folder, 'new'), made.file)).toMatchObject({ value: { files: { lacking: [nameOf('one')] } } });
  expect(await heldIn(join(folder, 'new'), 'one', 'two')).toEqual([false, true]);
});

it('without its folder, or with a file changed, a backup is refused, and restored without files when told so', async () => {
  await send('one', 'two');
  const { file } = await backedUp(now);
  const elsewhere = join(folder, 'new');
  writeFileSync(filePlace(filesBeside(file), nameOf('one')), 'flipped');
  expect(into(elsewhere, file)).toMatchObject({ ok: false, error: expect.stringContaining('lacks 1 of 2 files') });
  renameSync(filesBeside(file), join(folder, 'away'));
  expect(into(elsewhere, file)).toMatchObject({ ok: false, error: expect.stringContaining('lacks 2 of 2 files') });
  expect(existsSync(elsewhere)).toBe(false);
  expect(into(elsewhere, file, { withoutFiles: true })).toMatchObject({ ok: true });
  expect(await heldIn(elsewhere, 'one', 'two')).toEqual([false, false]);
  // The folder that the server had is as good as the one beside the backup.
  expect(into(data, file, { replace: true })).toMatchObject({ ok: true, value: { files: { lacking: [] } } });
  expect(await heldIn(data, 'one', 'two')).toEqual([true, true]);
});

it('an upload that was on its way is begun anew after a restore', async () => {
  const upload = await within(data, async (store) => {
    const begun = await begin(store, 'one');
    await store.files.append(begun.upload.id, 0, [begun.bytes.subarray(0, 100)] as never);
    return begun.upload;
  });
  const { file } = await backedUp(now);
  expect(readdirSync(backups)).toEqual(['baraza-2026-11-23T080000.db']);
  expect(into(join(folder, 'new'), file).ok).toBe(true);
  expect(await within(join(folder, 'new'), ({ files }) => files.upload(upload.id))).toBeUndefined();
});

it('nothing takes the place of a folder of files that is there', async () => {
  await send('one');
  const { file } = await backedUp(now);
  rmSync(file);
  expect(await backUp({ dataDir: data, to: backups, now, app: '0.1.0' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('.files is there already'),
  });
});
