/** RxDB on Dexie at strict durability, with its HTTP replication in batches of 1000, as its documentation shows it. */
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

const batchSize = 1000;
const text = { type: 'string' };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 32 },
    sessionId: text,
    blockId: text,
    groupId: text,
    kind: text,
    category: text,
    side: text,
    order: text,
    text,
    createdAt: { type: 'number' },
    createdBy: text,
    createdDevice: text,
  },
  required: ['id'],
};
let captures;

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function replicate(replicationIdentifier, ways) {
  const all = {
    push: { batchSize, handler: (rows) => post('/push', rows) },
    pull: {
      batchSize,
      handler: async (after, limit) => (await fetch(`/pull?after=${after?.number ?? 0}&limit=${limit}`)).json(),
    },
  };
  const replication = replicateRxCollection({
    collection: captures,
    replicationIdentifier,
    live: false,
    ...Object.fromEntries(ways.map((way) => [way, all[way]])),
  });
  const failed = new Promise((_, reject) => replication.error$.subscribe(reject));
  await Promise.race([replication.awaitInitialReplication(), failed]);
  await replication.cancel();
}

export const engine = {
  open: async () => {
    const database = await createRxDatabase({
      name: 'captures',
      storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
      multiInstance: false,
    });
    ({ captures } = await database.addCollections({ captures: { schema } }));
  },
  writeOne: (capture) => captures.insert(capture),
  writeMany: (many) => captures.bulkInsert([...many]),
  push: () => replicate('first', ['push']),
  replay: () => replicate('second', ['push']),
  pull: () => replicate('first', ['pull']),
  count: () => captures.count().exec(),
};
