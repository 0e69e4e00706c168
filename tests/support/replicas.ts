/** Devices with real stores and a server in memory, joined by values: no network, no clock, no chance. */
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { type NounId, type NounName } from '#domain/registry.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import { type Access, answerSync } from '#replication/answer.ts';
import type { Journal } from '#replication/journal.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { type SyncAnswer, syncAnswerSchema } from '#replication/protocol.ts';
import type { Push, Received, ReplicaStore } from '#replication/replica-store.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { BarazaDatabase } from '#storage/database.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { openReplica, type Replica } from '#storage/replica.ts';
import { type Entity, entityOf } from '#storage/row.ts';
import { saveServer } from '#storage/scopes.ts';

let drawn = 0;

/** Bytes that are never the same twice and always the same in each run. */
export const countingRandom = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => {
  for (const at of bytes.keys()) {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = drawn >>> 24;
  }
  return bytes;
};

export interface TestDevice {
  readonly replica: Replica;
  readonly store: ReplicaStore;
  /** Milliseconds since 1970; a test moves it. */
  readonly clock: { now: number };
}

/** A device with an empty store of its own, or on the store of another (another tab, a copy that was opened). */
export async function testDevice(on?: TestDevice, now = 1_800_000_000_000): Promise<TestDevice> {
  const clock = { now };
  drawn += 1;
  const db = new BarazaDatabase(on?.replica.db.name ?? `test-${Math.random()}`);
  const replica = await openReplica(db, { now: () => (clock.now += 1), random: countingRandom });
  return { replica, store: dexieReplica(replica), clock };
}

export interface TestServer {
  readonly journal: Journal;
  readonly access: Access;
  readonly answer: (push: Push, at?: number) => Promise<SyncAnswer>;
}

/** A server in memory where every device may read and write all scopes but `forbidden`. */
export function testServer(epoch = 'epoch-1', forbidden: ReadonlySet<string> = new Set()): TestServer {
  const journal = memoryJournal(epoch);
  const known = new Set<Scope>();
  const recording: Journal = {
    ...journal,
    append: (scope, deltas, by) => {
      known.add(scope);
      return journal.append(scope, deltas, by);
    },
  };
  const access: Access = {
    scopes: () => Promise.resolve([...known].filter((scope) => !forbidden.has(scope))),
    mayWrite: (scope) => Promise.resolve(!forbidden.has(scope)),
  };
  return {
    journal: recording,
    access,
    answer: async ({ epoch: of, cursors, deltas }, at = 1_800_000_000_000) => {
      const request = JSON.parse(JSON.stringify({ epoch: of, cursors, deltas })) as Parameters<typeof answerSync>[2];
      const answer = await answerSync(recording, access, request, { device: 'device', at });
      return v.parse(syncAnswerSchema, JSON.parse(JSON.stringify(answer)));
    },
  };
}

export const join = async ({ replica }: TestDevice, server: TestServer): Promise<void> =>
  saveServer(replica, { token: 'token', role: 'coordinator', name: 'Server', epoch: await server.journal.epoch() });

/** One request and its answer; `lose` takes the answer away. */
export async function exchange(device: TestDevice, server: TestServer, lose = false): Promise<Received | undefined> {
  const push = await device.store.nextPush(100_000);
  const answer = await server.answer(push);
  return lose ? undefined : device.store.receive(push, answer, device.clock.now);
}

/** Exchanges until nothing is left to send or bring; at most 50 times. */
export async function exchangeAll(device: TestDevice, server: TestServer): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const received = await exchange(device, server);
    if (received?.more !== true) return;
  }
  throw new Error('A device and a server did not come to an end.');
}

export const sessionId = 'session-1' as NounId<'session'>;
export const sessionScope = scopeOf('session', sessionId);
export const captureId = (name: string) => name as NounId<'capture'>;

/** Writes a capture; throws where the store refuses. */
export async function capture({ replica }: TestDevice, id: string, text: string, kind: 'note' | 'idea' = 'note') {
  const written = await commitTo(replica, [
    change('capture', { id: captureId(id), scope: sessionScope }, { set: { kind }, write: { text: fresh(text) } }),
  ]);
  if (!written.ok) throw new Error(written.error.type);
}

export async function read<N extends NounName>({ replica }: TestDevice, noun: N, id: string) {
  const row = await replica.db.nouns()[noun].get(id);
  return row ? entityOf(noun, row) : undefined;
}

/** A record that must be there. */
export async function held<N extends NounName>(device: TestDevice, noun: N, id: string): Promise<Entity<N>> {
  const record = await read(device, noun, id);
  if (!record) throw new Error(`There is no ${noun} ${id}.`);
  return record;
}

/** Everything a device holds, without what is its own alone: two devices are equal where this is. */
export async function contents({ replica }: TestDevice) {
  const tables = replica.db.recordTables();
  const rows = await Promise.all(tables.map(async ({ noun, rows: table }) => [noun, await table.toArray()] as const));
  return rows.filter(([, found]) => found.length > 0);
}

export const marks = async ({ replica }: TestDevice) =>
  (await replica.db.pending.toArray()).map(({ noun, id, fields, waiting }) => ({ noun, id, fields, waiting }));
