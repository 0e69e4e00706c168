/**
 * Writes tests/fixtures/<version>: a database of this version with a full outbox and every kind of row, and the backup
 * made from it. Run once a version, by hand: `node_modules/node/bin/node tests/support/make-fixture.ts`. What is
 * stored is never written again: tablets out there hold it.
 */
import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appVersion } from '#documents/app-version.ts';
import { writeBackup } from '#documents/backup.ts';
import { seychelles } from '#features/examples/seychelles.ts';
import { southAfrica } from '#features/examples/south-africa.ts';
import { changesOf } from '#features/examples/example.ts';
import { change, fresh, over } from '#storage/change.ts';
import { hashOf } from '#storage/blobs.ts';
import { commitTo } from '#storage/commit.ts';
import { eraseRecord } from '#storage/erasure.ts';
import { readRecords } from '#storage/import.ts';
import { newRecord } from '#storage/new-record.ts';
import { entityOf } from '#storage/row.ts';
import { dumpDatabase } from './database-dump.ts';
import { capture, exchange, exchangeAll, join as joinServer, testDevice, testServer } from './replicas.ts';

const folder = join(import.meta.dirname, '../fixtures', appVersion);
if (existsSync(join(folder, 'database.json'))) throw new Error(`There is a fixture of ${appVersion} already.`);

const server = testServer();
const [device, other] = [await testDevice(), await testDevice()];
const { replica } = device;
const { db } = replica;
const must = (written: { readonly ok: boolean }) => {
  if (!written.ok) throw new Error(JSON.stringify(written));
};

await replica.setHolder('Facilitator B');
await replica.setHolder('Facilitator A');
must(await commitTo(replica, changesOf(southAfrica), { example: true }));
// From before joining, and never let go.
await capture(device, 'earlier', 'Written before there was a server');
await joinServer(device, server);
await joinServer(other, server);
must(await commitTo(replica, changesOf(seychelles)));
await exchangeAll(device, server);
await exchangeAll(other, server);

// Two people write one text without seeing each other; one line is deleted.
const lines = (await db.nouns().capture.toArray()).filter(({ scope }) => scope !== 'session:session-1');
const lineAt = (at: number) => entityOf('capture', lines[at] ?? never());
const rewrite = (text: string, at: number) =>
  change('capture', lineAt(at), { write: { text: over(lineAt(at), 'text', text) } });
must(await commitTo(other.replica, [rewrite('As the second tablet heard it', 0)]));
must(await commitTo(replica, [rewrite('As this tablet heard it', 0)]));
await exchangeAll(other, server);
await exchangeAll(device, server);
must(await commitTo(replica, [change('capture', lineAt(1), { deleted: true })]));
await exchangeAll(device, server);

// Refused: one value is on the list of what needs a look, one scope is not open to this tablet.
const refusing = (reason: 'invalid' | 'forbidden') => ({
  ...server,
  answer: async (push: Parameters<typeof server.answer>[0]) => ({
    ...(await server.answer({ ...push, deltas: [] })),
    refusals: push.deltas.map((_, delta) => ({ delta, reason, ...(reason === 'invalid' && { path: 'text' }) })),
  }),
});
must(await commitTo(replica, [rewrite('Refused by the server', 2)]));
await exchange(device, refusing('invalid'));
must(await commitTo(replica, [rewrite('Waits for membership', 3)]));
await exchange(device, refusing('forbidden'));

// A line that was erased for ever, and a photo whose bytes the server has not got.
const erasing = lines.findIndex(({ v }, at) => at > 4 && typeof v.groupId === 'string');
must(await eraseRecord(replica, { noun: 'capture', id: lineAt(erasing).id }));
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).buffer;
const sha256 = await hashOf(bytes);
const photographed = lineAt(0);
const taken = {
  captureId: photographed.id,
  order: 'V',
  sha256,
  mediaType: 'image/jpeg',
  bytes: 7,
  width: 4,
  height: 3,
};
must(
  await commitTo(
    replica,
    [
      newRecord('photo', replica.newId('photo'), photographed.scope, {
        ...taken,
        ...(photographed.sessionId && { sessionId: photographed.sessionId }),
      }),
    ],
    { files: [{ sha256, mediaType: taken.mediaType, bytes, small: bytes.slice(0, 4) }] },
  ),
);

// A noun that only a later version knows, and the outbox: every other line edited, new lines added.
await db.others.put({
  noun: 'tide',
  id: 'tide-1',
  scope: lineAt(0).scope,
  v: { height: 3 },
  s: lineAt(0).row.s,
} as never);
for (let at = 4; at < lines.length; at += 2) must(await commitTo(replica, [rewrite(`Edited in the outbox ${at}`, at)]));
const inGroup = lines.findIndex(({ v }) => typeof v.groupId === 'string');
const { scope, sessionId, groupId, blockId } = lineAt(inGroup);
for (let at = 0; at < 60; at += 1) {
  const id = replica.newId('capture');
  const set = { sessionId, groupId, blockId, kind: 'idea', order: `z${String(at).padStart(3, '0')}V` } as const;
  must(await commitTo(replica, [change('capture', { id, scope }, { set, write: { text: fresh(`New line ${at}`) } })]));
}
const about = { scope, sessionId: sessionId ?? '', blockId: blockId ?? '', groupId: groupId ?? '', kind: 'principle' };
await db.drafts.bulkPut([
  { key: `line:${groupId}`, text: 'Half a line', caret: 4, at: 1, about },
  {
    key: `capture:${lineAt(5).id}:text`,
    text: 'Half an edit',
    caret: 12,
    at: 2,
    seen: {},
    about: { noun: 'capture', id: lineAt(5).id, scope, field: 'text' },
  },
]);

const records = (await readRecords(db)).sort((a, b) => (`${a.noun}/${a.id}` < `${b.noun}/${b.id}` ? -1 : 1));
const scopes = (await db.scopes.toArray()).map((row) => ({ scope: row.scope, ...(row.example && { example: true }) }));
const facts = { app: appVersion, madeAt: replica.now(), device: { id: 'fixture0', holder: 'Facilitator A' }, scopes };
db.close();
const dump = await dumpDatabase(db.name);

mkdirSync(folder, { recursive: true });
const row = (value: unknown) => JSON.stringify(value);
const stores = dump.stores.map(
  ({ rows, ...store }) => `{${row(store).slice(1, -1)},"rows":[\n${rows.map(row).join(',\n')}\n]}`,
);
writeFileSync(join(folder, 'database.json'), `{"version":${dump.version},"stores":[\n${stores.join(',\n')}\n]}\n`);
writeFileSync(
  join(folder, 'backup.baraza'),
  writeBackup(facts, records, [{ sha256, mediaType: taken.mediaType, bytes }]),
);
console.log(`${records.length} records in ${folder}`);

function never(): never {
  throw new Error('The example has fewer lines than this fixture needs.');
}
