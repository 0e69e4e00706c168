import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pieceBytes } from '#replication/files.ts';
import { describePostgres, testDatabase, testStore, type TestStore } from '#tests/support/postgres.ts';
import { bytesOf, fileStoreContract } from './file-store.contract.ts';

async function open() {
  const database = await testDatabase();
  const stores: TestStore[] = [];
  /** Another process: its own connections and its own folder. */
  const process = async () => {
    const store = await testStore(database.url);
    stores.push(store);
    return store.files;
  };
  return {
    db: database.db,
    store: await process(),
    restarted: process,
    close: async () => {
      for (const store of stores) await store.remove();
      await database.drop();
    },
  };
}

describePostgres('PostgreSQL', () => {
  fileStoreContract('PostgreSQL', open);

  it('an upload goes through two processes, and of two that add at once one is told where it is', async () => {
    const { store: first, restarted, close } = await open();
    const second = await restarted();
    const bytes = bytesOf(1, 2 * pieceBytes + 10);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload = { id: 'c'.repeat(32), sha256, scope: 'session:s1', mediaType: 'image/webp' } as const;
    await first.begin({ ...upload, size: bytes.length, device: 'tablet', startedAt: 0 });
    const piece = (at: number) => [bytes.subarray(at, at + pieceBytes)] as never;
    await first.append(upload.id, 0, piece(0));
    const both = await Promise.allSettled([
      first.append(upload.id, pieceBytes, piece(pieceBytes)),
      second.append(upload.id, pieceBytes, piece(pieceBytes)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await second.append(upload.id, 2 * pieceBytes, piece(2 * pieceBytes));
    expect(await Promise.all([first.finish(upload), second.finish(upload)])).toEqual(['kept', 'kept']);
    const stored = await first.read(sha256);
    const read = new Uint8Array(await new Response(stored?.bytes as never).arrayBuffer());
    expect(createHash('sha256').update(read).digest('hex')).toBe(sha256);
    await close();
  });

  it('leaves no piece behind of what was refused, given up, forgotten or sent twice', async () => {
    const { db, store, close } = await open();
    const count = async (table: string) =>
      (await db.all({ name: '', text: `select 1 from ${table}`, values: [] }))[0].length;
    const bytes = bytesOf(2, 1000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const send = async (id: string, name: string) => {
      const upload = { id: id.repeat(32), sha256: name, scope: 'session:s1', mediaType: 'image/webp' } as const;
      await store.begin({ ...upload, size: bytes.length, device: 'tablet', startedAt: 0 });
      await store.append(upload.id, 0, [bytes] as never);
      return store.finish(upload);
    };
    expect([await send('a', sha256), await send('b', sha256), await send('d', 'e'.repeat(64))]).toEqual([
      'kept',
      'kept',
      'wrong-hash',
    ]);
    expect(await count('pieces')).toBe(1);
    await store.begin({
      id: 'f'.repeat(32),
      sha256,
      scope: 'session:s1',
      mediaType: 'image/webp',
      size: 1000,
      device: 't',
      startedAt: 0,
    });
    await store.append('f'.repeat(32), 0, [bytes.subarray(0, 10)] as never);
    await store.dropUploadsBefore(1);
    expect(await count('pieces')).toBe(1);
    await store.forget(sha256, 'session:s1');
    for (const table of ['pieces', 'files', 'file_scopes', 'uploads']) expect(await count(table), table).toBe(0);
    await close();
  });
});
