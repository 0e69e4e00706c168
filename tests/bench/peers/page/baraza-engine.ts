/** Baraza's own store and engine, put together as the app does. Strict durability throughout. */
import { browserWire } from '#app/browser-wire.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { BarazaDatabase } from '#storage/database.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { markAll } from '#storage/marks.ts';
import { openReplica, type Replica } from '#storage/replica.ts';
import { saveServer } from '#storage/scopes.ts';
import { syncEngine } from '#sync/engine.ts';
import { roundLock } from '#sync/leader.ts';
import { syncTransport } from '#sync/transport.ts';
import { type PlainCapture, sessionId } from './captures.ts';
import type { Engine } from './engine.ts';

const scope = scopeOf('session', sessionId as Id<'session'>);
const now = () => Date.now();
const db = new BarazaDatabase();
let replica: Replica | undefined;
const held = () => {
  if (!replica) throw new Error('The store is not open.');
  return replica;
};

const newLine = ({ id, text, createdAt: _, createdBy: __, createdDevice: ___, ...set }: PlainCapture) =>
  change(
    'capture',
    { id: id as Id<'capture'>, scope },
    { set: set as object, write: { text: fresh(text) }, isNew: true },
  );

async function write(captures: readonly PlainCapture[]): Promise<void> {
  const written = await commitTo(held(), captures.map(newLine));
  if (!written.ok) throw new Error(written.error.type);
}

async function exchange(): Promise<void> {
  const engine = syncEngine({
    store: dexieReplica(held()),
    send: syncTransport(browserWire()),
    now,
    app: '0.1.0',
    lock: roundLock(navigator.locks, now),
  });
  const end = await engine.exchange();
  if (end.type !== 'rounds/done' || end.more) throw new Error(JSON.stringify(end));
}

export const engine: Engine = {
  open: async ({ joined }) => {
    replica = await openReplica(db, { now, random: (bytes) => crypto.getRandomValues(bytes) });
    await replica.setHolder('A facilitator');
    if (joined) await saveServer(replica, { ...joined, role: 'coordinator', name: 'Bench' });
  },
  writeOne: (capture) => write([capture]),
  writeMany: write,
  push: exchange,
  forgetPush: () => db.transaction('rw', db.tables, () => markAll(held(), new Set([scope]))),
  replay: exchange,
  pull: exchange,
  count: () => db.nouns().capture.count(),
};
