// First, because it brings the database that the others are opened on.
import { contents, exchangeAll, join as joinServer, testDevice, testServer } from '#tests/support/replicas.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackup } from '#documents/backup.ts';
import type { PackedRecord } from '#replication/packed.ts';
import { hashOf } from '#storage/blobs.ts';
import { BarazaDatabase } from '#storage/database.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { openReplica } from '#storage/replica.ts';
import { checkRecords } from '#storage/restore.ts';
import { sendEarlier } from '#storage/scopes.ts';
import { type DatabaseDump, loadDump } from '#tests/support/database-dump.ts';
import { countingRandom } from '#tests/support/replicas.ts';

const folder = join(import.meta.dirname, '../../fixtures');
const versions = readdirSync(folder);

const byKey = (records: readonly PackedRecord[]) =>
  Object.fromEntries(records.map((record) => [`${record.noun}/${record.id}`, record]));

describe.each(versions)('a tablet that comes from version %s', (version) => {
  const dump = JSON.parse(readFileSync(join(folder, version, 'database.json'), 'utf8')) as DatabaseDump;
  const rowsOf = (store: string) => dump.stores.find(({ name }) => name === store)?.rows ?? [];
  const open = async (name: string) => {
    await loadDump({ name, dump });
    const clock = { now: 1_800_000_100_000 };
    const replica = await openReplica(new BarazaDatabase(name), {
      now: () => (clock.now += 1),
      random: countingRandom,
    });
    return { replica, store: dexieReplica(replica), clock };
  };
  const own = ['blobs', 'drafts', 'files', 'history', 'meta', 'pending', 'quarantine', 'scopes'];

  it('has every record, mark, draft and refused value that it had', async () => {
    const { replica } = await open(`kept-${version}`);
    const { db } = replica;
    const before = dump.stores
      .filter(({ name }) => !own.includes(name))
      .flatMap(({ name, rows }) => rows.map((row) => `${String(row.noun ?? name)}/${String(row.id)}`));
    const after = byKey(await readRecords(db));
    expect(before.length).toBeGreaterThan(300);
    expect(Object.keys(after).sort()).toEqual(before.sort());
    for (const store of ['pending', 'drafts', 'quarantine', 'history', 'scopes'] as const) {
      expect(await db[store].toArray(), store).toEqual(rowsOf(store));
    }
    expect(await db.nouns().photo.where('v.sha256').equals('of no photo').count()).toBe(0);
    expect(await db.files.toCollection().primaryKeys()).toEqual(rowsOf('files').map(({ sha256 }) => sha256));
    for (const { sha256, bytes } of await db.blobs.toArray()) expect(await hashOf(bytes)).toBe(sha256);
    expect(await db.blobs.count()).toBe(rowsOf('blobs').length);
    expect(replica.device.holder).toBe('Facilitator A');
    expect(replica.server?.epoch).toBe('epoch-1');
  });

  it('sends all that waited, and nothing of the example', async () => {
    const device = await open(`sent-${version}`);
    const server = testServer();
    await sendEarlier(device.replica);
    await exchangeAll(device, server);
    await exchangeAll(device, server);
    const left = await device.replica.db.pending.toArray();
    const examples = new Set(rowsOf('scopes').flatMap(({ scope, example }) => (example === true ? [scope] : [])));
    expect(left.filter(({ scope, waiting }) => !examples.has(scope) && waiting === undefined)).toEqual([]);

    const other = await testDevice();
    await joinServer(other, server);
    await exchangeAll(other, server);
    await exchangeAll(other, server);
    // What was refused for want of membership goes once membership is regained, which nobody gives here.
    const due = rowsOf('pending').filter(({ scope, waiting }) => !examples.has(scope) && waiting !== 'forbidden');
    expect(due.length).toBeGreaterThan(80);
    expect(Object.keys(byKey(await readRecords(other.replica.db))).sort()).toEqual(
      due.map(({ noun, id }) => `${String(noun)}/${String(id)}`).sort(),
    );
  });

  it('can be restored from its backup on an empty tablet, to the same state', async () => {
    const file = readBackup(new Uint8Array(readFileSync(join(folder, version, 'backup.baraza'))));
    if (!file.ok) throw new Error(file.error.type);
    const { records, head } = file.value;
    const checked = checkRecords(records);
    if (!checked.ok) throw new Error(checked.error.first);
    const [device, again] = [await testDevice(), await testDevice()];
    const examples = new Set(head.scopes.flatMap(({ scope, example }) => (example === true ? [scope] : [])));
    await importRecords(device.replica, checked.value, { examples });
    expect(byKey(await readRecords(device.replica.db))).toEqual(byKey(checked.value));

    await importRecords(again.replica, checked.value, { examples });
    const twice = await importRecords(again.replica, checked.value, { examples });
    expect(twice).toEqual({ added: 0, changed: 0, same: records.length });
    expect(await contents(again)).toEqual(await contents(device));
  });
});
