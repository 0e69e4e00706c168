/** The endpoint that RxDB's HTTP replication asks for, over a Map: conflicts are found as its documentation says. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listen.mjs';

const stored = new Map();
const order = [];
let changes = 0;

function push(rows) {
  const conflicts = [];
  for (const { assumedMasterState, newDocumentState: document } of rows) {
    const master = stored.get(document.id);
    const isExpected = master === undefined || JSON.stringify(master) === JSON.stringify(assumedMasterState);
    if (!isExpected) {
      conflicts.push(master);
      continue;
    }
    changes += 1;
    stored.set(document.id, document);
    order.push(document.id);
  }
  return conflicts;
}

function pull(after, limit) {
  const ids = order.slice(after, after + limit);
  return { documents: ids.map((id) => stored.get(id)), checkpoint: { number: after + ids.length } };
}

listen(
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const answer =
      pathname === '/push'
        ? push(JSON.parse(await text(request)))
        : pathname === '/pull'
          ? pull(Number(searchParams.get('after')), Number(searchParams.get('limit')))
          : { rows: stored.size, changes };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }),
);
