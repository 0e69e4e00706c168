/**
 * TinyBase: a mergeable store in memory, which its IndexedDB persister writes whole at each save (the durability is the
 * browser's), and its WebSocket synchronizer. That one says nowhere when the server has everything: the server is asked.
 */
import { createMergeableStore } from 'tinybase';
import { createIndexedDbPersister } from 'tinybase/persisters/persister-indexed-db';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';

const askAgainMs = 10;
const store = createMergeableStore();
let persister;
let synchronizer;

const pause = () => new Promise((resolve) => setTimeout(resolve, askAgainMs));
const held = () => store.getRowCount('captures');
const put = ({ id, ...values }) => store.setRow('captures', id, values);

async function connect() {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/captures`);
  synchronizer = await createWsSynchronizer(store, socket, 60);
  // Resolves a second after the last answer, when there may be no more: nobody has to wait for that to see the rows.
  return { started: synchronizer.startSync() };
}

async function untilServerHasIt() {
  while ((await (await fetch('/stats')).json()).rows < held()) await pause();
}

export const engine = {
  open: async () => {
    persister = createIndexedDbPersister(store, 'captures');
    await persister.load();
  },
  writeOne: (capture) => {
    put(capture);
    return persister.save();
  },
  writeMany: (captures) => {
    store.transaction(() => captures.forEach(put));
    return persister.save();
  },
  push: async () => {
    await connect();
    await untilServerHasIt();
  },
  forgetPush: () => synchronizer.destroy(),
  replay: async () => {
    const { started } = await connect();
    await started;
  },
  pull: async (count) => {
    await connect();
    while (held() < count) await pause();
    await persister.save();
  },
  count: async () => held(),
};
