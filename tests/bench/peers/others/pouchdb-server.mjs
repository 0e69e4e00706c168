/** express-pouchdb over a database in memory: on disk it would need a native build. */
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { listen } from './listen.mjs';

const require = createRequire(import.meta.url);
const express = require('express');
const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-memory'))
  .plugin(require('pouchdb-mapreduce'))
  .defaults({ adapter: 'memory' });
const app = express();
app.get('/stats', async (_, response) => {
  const { doc_count: rows, update_seq: changes } = await new PouchDB('captures').info();
  response.json({ rows, changes });
});
app.use(require('express-pouchdb')(PouchDB, { mode: 'minimumForPouchDB' }));
listen(createServer(app));
