/** 100,000 requests that no client of ours would make: each is answered, nothing grows, and nothing bad is kept. */
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { erased } from '#replication/cell.ts';
import { mergeRecords } from '#replication/merge.ts';
import { packRecord, packedRecordSchema } from '#replication/packed.ts';
import { refusedSchema, syncAnswerSchema } from '#replication/protocol.ts';
import { validateRecord } from '#replication/validate.ts';
import { type AppInMemory, appInMemory, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { measured } from '#tests/support/figures.ts';
import { growthOf, heldBytes } from '#tests/support/heap.ts';
import { nodeDevice } from '#tests/support/node-device.ts';
import { capture, held, sessionScope } from '#tests/support/replicas.ts';
import { mutate } from '#tests/support/request-mutations.ts';
import { erasedRecord, sampleRecord } from '#tests/support/sample-records.ts';
import { type Seeded, seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';

const requests = 100_000 * timesOfRun();
const samples = 50;
/** A hundred bytes kept of each request would be more. */
const mostGrowthBytes = 6 * 2 ** 20;

it('answers every mutated request, keeps its memory, and stores only what passes the schema', async (context) => {
  const chance = seeded(seedOfRun());
  measured(context, { seed: chance.seed });
  const server = appInMemory({ log: () => undefined });
  const coordinator = await server.coordinator();
  const facilitator = await server.facilitator([sessionScope], coordinator);

  const statuses = new Map<number, number>();
  const kept: number[] = [];
  for (let sent = 0; sent < requests; sent += 1) {
    if (sent % (requests / samples) === 0) kept.push(heldBytes());
    // Ten in a second, as often as a device may ask.
    server.clock.now += 100;
    const joined = chance.happens(0.9) ? coordinator : facilitator;
    const { body, headers } = mutate(validRequest(joined, server.clock.now, chance), chance);
    const answer = await server.call('POST', '/api/sync', { token: joined.token, body, headers });
    const said = await readAnswer(answer);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const known = v.is(answer.status === 200 ? syncAnswerSchema : refusedSchema, said);
    if (answer.status >= 500 || answer.status === 429 || !known)
      throw new Error(
        `request ${sent}, ${answer.status}: ${JSON.stringify(said)}\n${new TextDecoder().decode(body).slice(0, 2000)}`,
      );
  }
  const growth = growthOf(kept);
  const { records, refused, scattered } = await checkStored(server, coordinator);
  measured(context, {
    requests,
    ...Object.fromEntries([...statuses].map(([status, times]) => [`answered ${status}:`, times])),
    'growth in KB': Math.round(growth / 1024),
    'records stored': records,
    'of them not valid': refused.length,
  });
  expect(growth).toBeLessThan(mostGrowthBytes);
  expect(refused).toEqual([]);
  await expectGoodDeviceToSync(server, facilitator, scattered);
  await server.close();
});

async function readAnswer(answer: Response): Promise<unknown> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = answer.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString()) as unknown;
}

/** A request as devices make them, of records that many of them write to. */
function validRequest(joined: JoinedDevice, atMs: number, chance: Seeded) {
  const deltas = Array.from({ length: chance.between(0, 4) }, () => packRecord(validRecord(atMs, chance)));
  /** Seldom from the beginning, which brings everything. */
  const recent = () => (chance.happens(0.02) ? chance.below(20) : 1_000_000);
  return {
    protocol: 1,
    epoch: chance.happens(0.8) ? joined.epoch : null,
    sentAt: atMs,
    app: '0.1.0',
    cursors: {
      'session:session-1': recent(),
      'session:s1': recent(),
      'register:r1': recent(),
    },
    deltas,
  };
}

function validRecord(atMs: number, chance: Seeded) {
  const how = { writer: `Writer${chance.pick(['AA', 'BB', 'CC', 'DD'])}`, atMs: atMs - chance.below(10_000) };
  const id = `r${chance.below(60)}`;
  const scope: Scope = chance.pick(['session:s1', sessionScope]);
  switch (chance.below(7)) {
    case 0:
      return sampleRecord(
        `p${id}`,
        { name: 'Ayşe Demir', side: 'ngo', phone: '+90 555 000 00 00' },
        { ...how, noun: 'person', scope: 'register:r1', texts: [] },
      );
    case 1:
      return sampleRecord(
        `n${id}`,
        { anything: { of: ['a', 'newer', 'version'] }, note: 'x' },
        { ...how, noun: 'laterNoun', scope, texts: ['note'] },
      );
    case 2: {
      const one = sampleRecord(id, { text: 'One thing', kind: 'barrier' }, { ...how, scope });
      return mergeRecords(one, sampleRecord(id, { text: 'Another' }, { ...how, writer: 'WriterEE', scope }));
    }
    case 3: {
      const record = sampleRecord(id, { kind: 'idea' }, { ...how, scope });
      return chance.happens(0.3)
        ? erasedRecord(`e${id}`, scope)
        : { ...record, cells: { ...record.cells, who: erased } };
    }
    default:
      return sampleRecord(
        id,
        {
          text: `Trust is low ${chance.below(1000)}`,
          kind: 'barrier',
          category: 'policy',
          severity: chance.between(1, 5),
          dueOn: '2026-11-30',
          starred: chance.happens(0.5),
        },
        { ...how, scope },
      );
  }
}

/** Every record that is stored, as whoever reads it next would check it. */
async function checkStored({ call, store }: AppInMemory, { token }: JoinedDevice) {
  const refused: unknown[] = [];
  const seen = new Map<string, Scope>();
  /** Ids in several scopes: a device takes them for one record that has moved. */
  const scattered = new Set<string>();
  let records = 0;
  const asked = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: [] };
  const { heads } = v.parse(syncAnswerSchema, await (await call('POST', '/api/sync', { token, body: asked })).json());
  for (const scope of Object.keys(heads) as Scope[]) {
    for (let cursor = 0, more = true; more;) {
      const page = await store.journal.since(scope, cursor, 500_000);
      for (const record of page.records) {
        records += 1;
        if ((seen.get(record.id) ?? scope) !== scope) scattered.add(record.id);
        seen.set(record.id, scope);
        const invalid = validateRecord(record);
        if (!v.is(packedRecordSchema, packRecord(record)) || invalid) refused.push({ scope, record, invalid });
      }
      ({ cursor, more } = page);
    }
  }
  return { records, refused, scattered };
}

/** What the fuzzing left is pulled, edited and pushed by one device, and read by another that holds the same scopes. */
async function expectGoodDeviceToSync(server: AppInMemory, facilitator: JoinedDevice, scattered: ReadonlySet<string>) {
  const fetch = (joined: JoinedDevice) => (url: string, init: RequestInit) =>
    server.call('POST', url as '/', {
      token: joined.token,
      body: init.body,
      headers: init.headers as Record<string, string>,
    });
  const writer = await nodeDevice(facilitator, fetch(facilitator));
  expect(await writer.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
  const rows = await writer.replica.db.nouns().capture.toArray();
  // What was erased stays so, whoever writes.
  const lines = rows.filter(
    ({ id, scope, e }) => scope === sessionScope && !scattered.has(id) && e !== true && e?.includes('kind') !== true,
  );
  expect(lines.length).toBeGreaterThan(10);
  for (const { id } of lines) await capture(writer, id, `Edited ${id}`, 'idea');
  await capture(writer, 'afterwards', 'All is well');
  expect(await writer.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
  expect(await writer.replica.db.pending.toArray()).toEqual([]);
  expect(await writer.replica.db.quarantine.toArray()).toEqual([]);

  const reader = await nodeDevice(facilitator, fetch(facilitator));
  expect(await reader.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
  expect(await held(reader, 'capture', 'afterwards')).toMatchObject({ text: 'All is well' });
  for (const { id } of lines) expect(await held(reader, 'capture', id)).toMatchObject({ kind: 'idea' });
}
