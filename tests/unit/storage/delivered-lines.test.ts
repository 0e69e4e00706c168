/** Where a line is said to be: never further than it has come, at any moment of its way. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { deliveredLines } from '#storage/queries/captures.ts';
import { saveServer } from '#storage/scopes.ts';
import { commit, thisDevice } from '#storage/this-device.ts';
import { testServer } from '#tests/support/replicas.ts';

const sessionId = 'session-1' as Id<'session'>;
const scope = scopeOf('session', sessionId);
const write = (id: string) =>
  commit([change('capture', { id: id as Id<'capture'>, scope }, { set: { sessionId }, write: { text: fresh(id) } })]);

it('A line that was written since the others were read is on this tablet, until it is read back and confirmed', async () => {
  const replica = await thisDevice();
  const server = testServer();
  await saveServer(replica, {
    token: 'token',
    role: 'coordinator',
    name: 'Server',
    epoch: await server.journal.epoch(),
  });
  const store = dexieReplica(replica);
  const exchange = async () => {
    const push = await store.nextPush(100_000);
    await store.receive(push, await server.answer(push), Date.now());
  };
  await write('first');
  await exchange();
  const before = await deliveredLines({ scope, sessionId });
  await write('second');
  expect(['first', 'second'].map(before.delivery)).toEqual(['on-server', 'on-tablet']);
  expect((await deliveredLines({ scope, sessionId })).delivery('second')).toBe('on-tablet');
  await exchange();
  expect((await deliveredLines({ scope, sessionId })).delivery('second')).toBe('on-server');
});
