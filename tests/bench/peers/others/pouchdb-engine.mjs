/** PouchDB on its adapter `indexeddb`, which lets nobody choose the durability. */
import PouchDB from 'pouchdb-browser';
import indexeddb from 'pouchdb-adapter-indexeddb';

PouchDB.plugin(indexeddb);
const batch = { batch_size: 1000, batches_limit: 10 };
const remote = () => `${location.origin}/captures`;
let db;

const documentOf = ({ id, ...values }) => ({ _id: id, ...values });
const whole = ({ ok, errors, doc_write_failures: failures }) => {
  if (!ok || failures > 0) throw new Error(`not replicated: ${errors}`);
};

export const engine = {
  open: async () => {
    db = new PouchDB('captures', { adapter: 'indexeddb', auto_compaction: false });
    await db.info();
  },
  writeOne: (capture) => db.put(documentOf(capture)),
  writeMany: (captures) => db.bulkDocs(captures.map(documentOf)),
  push: async () => whole(await db.replicate.to(remote(), batch)),
  replay: async () => whole(await db.replicate.to(remote(), { ...batch, since: 0, checkpoint: false })),
  pull: async () => whole(await db.replicate.from(remote(), batch)),
  count: async () => (await db.info()).doc_count,
};
