/** What this device sends, and what it holds as a bundled example. */
import type { Scope } from '#domain/scope.ts';
import { readRecords } from '#storage/import.ts';
import { markAll } from '#storage/marks.ts';
import type { Replica, ServerMeta } from '#storage/replica.ts';
import { renewalOf } from '#storage/token-keeping.ts';
import type { PackedRecord } from '#replication/packed.ts';

/** A person said so: what was captured before joining goes to the server too. Examples stay. */
export async function sendEarlier({ db }: Replica): Promise<void> {
  await db.transaction('rw', db.scopes, async () => {
    const rows = await db.scopes.filter(({ sending, example }) => !sending && example !== true).toArray();
    await db.scopes.bulkPut(rows.map((row) => ({ ...row, sending: true })));
  });
}

/** What joining brought: the device's token and what the server says of itself. */
export interface Joined {
  readonly token: string;
  readonly role: string;
  /** What the server calls itself. */
  readonly name: string;
  /** The identity of the server's journal. */
  readonly epoch: string;
  /** When the token ends, by the server's clock. */
  readonly expiresAt?: number | undefined;
  /** Names of tablets whose people can let this one in again. */
  readonly ask?: readonly string[] | undefined;
}

/**
 * Joins a server. What is here already waits until a person says that it may go. Where another server was joined
 * before, its confirmations count no more: everything is marked again. The same server joined anew (after it
 * turned this device away, or to reach more of it) goes on where it was.
 */
export async function saveServer(replica: Replica, joined: Joined): Promise<void> {
  const { db } = replica;
  replica.server = await db.transaction('rw', db.tables, async () => {
    const before = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    const waiting = await db.pending.filter((mark) => mark.waiting !== undefined).toArray();
    await db.pending.bulkPut(waiting.map(({ waiting: _, ...mark }) => mark));
    const isSame = before?.epoch === joined.epoch;
    if (!isSame) {
      // Cursors belong to the journal they were read from.
      const rows = await db.scopes.filter(({ example }) => example !== true).toArray();
      await db.scopes.bulkPut(
        // What was half-way from the server before is all that is known now; what a file brought in part stays so.
        rows.map((row) => ({
          ...row,
          cursor: 0,
          remote: false,
          sending: false,
          complete: row.complete || row.remote,
          limit: undefined,
        })),
      );
      if (before) await markAll(replica, new Set(rows.map(({ scope }) => scope)));
    }
    const server: ServerMeta = {
      offsetMs: 0,
      lastAnswerAt: null,
      ...(isSame && before),
      ...joined,
      joinedAt: replica.clock.now(),
      revokedAt: undefined,
      turnedAway: undefined,
      formerToken: undefined,
      // The server's clock may not be known yet: a year wrong renews the token early, and no later than it ends.
      renewAt: joined.expiresAt === undefined ? undefined : renewalOf(joined.expiresAt, replica.now()),
    };
    await db.meta.put({ key: 'server', value: server });
    return server;
  });
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
