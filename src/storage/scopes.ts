/** What this device sends, and what it holds as a bundled example. */
import type { Scope } from '#domain/scope.ts';
import { readRecords } from '#storage/import.ts';
import type { Replica, ServerMeta } from '#storage/replica.ts';
import type { PackedRecord } from '#replication/packed.ts';

/** A person said so: what was captured before joining goes to the server too. Examples stay. */
export async function sendEarlier({ db }: Replica): Promise<void> {
  await db.transaction('rw', db.scopes, async () => {
    const rows = await db.scopes.filter(({ sending, example }) => !sending && example !== true).toArray();
    await db.scopes.bulkPut(rows.map((row) => ({ ...row, sending: true })));
  });
}

/** Joins a server. What exists already waits until a person says that it may go. */
export async function saveServer(
  replica: Replica,
  joined: { readonly token: string; readonly role: string; readonly name: string },
): Promise<void> {
  const { db } = replica;
  const server: ServerMeta = { ...joined, joinedAt: replica.clock.now(), epoch: null, offsetMs: 0, lastAnswerAt: null };
  await db.transaction('rw', db.meta, db.scopes, db.pending, async () => {
    await db.meta.put({ key: 'server', value: server });
    // Cursors belong to the journal they were read from.
    const rows = await db.scopes.toArray();
    await db.scopes.bulkPut(rows.map((row) => ({ ...row, cursor: 0, remote: false })));
    const waiting = await db.pending.filter(({ waiting: why }) => why !== undefined).toArray();
    await db.pending.bulkPut(waiting.map(({ waiting: _, ...row }) => row));
  });
  replica.server = server;
}

/** Takes a bundled example off this device and answers what it held, so that a person can have it back. */
export async function dropExample(replica: Replica, scopes: readonly Scope[]): Promise<readonly PackedRecord[]> {
  const { db } = replica;
  const dropped = await db.transaction('rw', db.tables, async () => {
    const rows = await db.scopes.bulkGet([...scopes]);
    const named = new Set<string>(rows.flatMap((row) => (row?.example === true ? [row.scope] : [])));
    const records = await readRecords(db, named);
    for (const { rows: table } of db.recordTables()) await table.filter(({ scope }) => named.has(scope)).delete();
    await db.pending.filter(({ scope }) => named.has(scope)).delete();
    await db.scopes.bulkDelete([...named]);
    return records;
  });
  for (const scope of scopes) replica.whole.delete(scope);
  return dropped;
}
