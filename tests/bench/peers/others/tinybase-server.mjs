/** TinyBase's WebSocket server, which keeps what it was sent in memory. */
import { createServer } from 'node:http';
import { createMergeableStore } from 'tinybase';
import { createCustomPersister } from 'tinybase/persisters';
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server';
import { WebSocketServer } from 'ws';
import { listen } from './listen.mjs';

const store = createMergeableStore();
let changes = 0;
store.addRowListener('captures', null, () => (changes += 1));

const server = createServer((_, response) => {
  const rows = store.getRowCount('captures');
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ rows, changes }));
});
// It holds a store for a path only where it may keep it somewhere: here, nowhere.
const keepNowhere = () =>
  createCustomPersister(
    store,
    async () => undefined,
    async () => {},
    () => undefined,
    () => {},
    undefined,
    2,
  );
createWsServer(new WebSocketServer({ server }), keepNowhere);
listen(server);
