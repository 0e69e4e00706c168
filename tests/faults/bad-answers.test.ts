/**
 * Three devices with the app's own engine behind a network that loses, doubles, delays, cuts and replaces answers. In
 * the end everything that was kept is on the server once, all devices are equal, and no mark was cleared too early.
 */
// First, because it brings the database that the others are opened on.
import { capture, captureId, contents, sessionScope, type TestDevice } from '#tests/support/replicas.ts';
import { expect, it } from 'vitest';
import { tusUpload } from '#app/tus-upload.ts';
import { shownValue } from '#replication/cell.ts';
import { mergeRecords, sameRecord } from '#replication/merge.ts';
import { seenContext, unpackRecord } from '#replication/packed.ts';
import { noRateLimits } from '#server/rate-limits.ts';
import { hashOf } from '#storage/blobs.ts';
import { change } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { exchangeFiles } from '#sync/file-exchange.ts';
import { type AppInMemory, appInMemory } from '#tests/support/app-in-memory.ts';
import { badAnswers, networkFaults } from '#tests/support/bad-answers.ts';
import { measured } from '#tests/support/figures.ts';
import { type NodeDevice, nodeDevice } from '#tests/support/node-device.ts';
import { photo } from '#tests/support/photos.ts';
import { type Seeded, seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';

const schedules = Math.ceil(200 * timesOfRun());
const steps = 40;
const origin = 'http://baraza.example';

it('a bad network loses, doubles and falsely confirms nothing, and no queue is stuck', async (context) => {
  const chance = seeded(seedOfRun());
  measured(context, { seed: chance.seed });
  const total = { requests: 0, lines: 0, edits: 0, photos: 0, lost: 0, doubled: 0, falselyConfirmed: 0, stuck: 0 };
  const met = new Map<string, number>();
  for (let schedule = 0; schedule < schedules; schedule += 1) {
    const own = seeded(chance.below(2 ** 31));
    const found = await run(own);
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += found[name];
    for (const [fault, times] of found.met) met.set(String(fault), (met.get(String(fault)) ?? 0) + times);
    expect({ seed: own.seed, ...found, met: undefined }).toMatchObject({
      lost: 0,
      doubled: 0,
      falselyConfirmed: 0,
      stuck: 0,
    });
  }
  measured(context, { schedules, ...total, faults: [...met.values()].reduce((sum, times) => sum + times, 0) });
  expect([...met.keys()].sort()).toEqual(networkFaults.map(String).sort());
});

async function run(chance: Seeded) {
  const server = appInMemory({
    limits: noRateLimits,
    now: () => Date.now(),
    seed: String(chance.seed),
    log: () => undefined,
  });
  const found = { requests: 0, lines: 0, edits: 0, photos: 0, lost: 0, doubled: 0, falselyConfirmed: 0, stuck: 0 };
  const direct = (url: string, init: RequestInit) => {
    found.requests += 1;
    const body = init.body instanceof ArrayBuffer ? new Uint8Array(init.body) : init.body;
    const headers = Object.fromEntries(new Headers(init.headers));
    return server.call((init.method ?? 'GET') as 'GET', new URL(url, origin).pathname, {
      body: body ?? undefined,
      headers,
    });
  };
  const network = badAnswers(direct, chance);
  const coordinator = await server.coordinator();
  const facilitators = [
    await server.facilitator([sessionScope], coordinator),
    await server.facilitator([sessionScope], coordinator),
  ];
  const devices: NodeDevice[] = [];
  let line = direct;
  for (const joined of [coordinator, ...facilitators])
    devices.push(await nodeDevice(joined, (url, init) => line(url, init)));
  await capture(devices[0] as NodeDevice, 'first', 'The session is everybody’s from the start');
  for (const device of devices) await device.engine.exchange();
  line = network.fetch;

  /** What each line says by the last word of its only writer. */
  const kept = new Map<string, string>();
  const photos = new Set<string>();
  const exchange = async (device: NodeDevice) => {
    await device.engine.exchange();
    await files(device);
    found.falselyConfirmed += await falselyConfirmed(device, server, `p${devices.indexOf(device)}`);
  };
  const running = new Map<NodeDevice, Promise<void>>();
  for (let step = 0; step < steps; step += 1) {
    const at = chance.below(devices.length);
    const device = devices[at] as NodeDevice;
    const own = [...kept.keys()].filter((id) => id.startsWith(`d${at}`));
    const act = chance.below(10);
    if (act < 3) {
      const id = `d${at}s${step}`;
      await capture(device, id, `Line ${step}`);
      kept.set(id, `Line ${step}`);
      found.lines += 1;
    } else if (act < 5 && own.length > 0) {
      const id = chance.pick(own);
      await edit(device, id, `Edited ${step}`);
      kept.set(id, `Edited ${step}`);
      found.edits += 1;
    } else if (act === 5 && own.length > 0) {
      await photo(device, `p${at}s${step}`, `${chance.seed} ${step}`, {
        line: chance.pick(own),
        bytes: chance.pick([800, 300_000]),
      });
      photos.add(`p${at}s${step}`);
      found.photos += 1;
    } else {
      // Lines are written while an answer is on its way.
      const before = running.get(device) ?? Promise.resolve();
      running.set(
        device,
        before.then(() => exchange(device)),
      );
      if (chance.happens(0.5)) await running.get(device);
    }
    if (chance.happens(0.2)) await network.arriveLate();
  }
  await Promise.all(running.values());
  network.mend();
  await network.arriveLate();
  for (let round = 0; round < 2; round += 1) for (const device of devices) await exchange(device);

  for (const device of devices) {
    found.stuck += (await device.replica.db.pending.count()) + (await device.replica.db.quarantine.count());
    if (JSON.stringify(await contents(device)) !== JSON.stringify(await contents(devices[0] as NodeDevice)))
      found.lost += 1;
  }
  for (const [id, text] of kept) {
    const stored = await server.store.journal.read(sessionScope, 'capture', id);
    const cell = stored?.cells['text'];
    if (shownValue(cell) !== text) found.lost += 1;
    if (cell?.kind === 'text' && cell.values.length > 1) found.doubled += 1;
  }
  for (const id of photos) if (!(await hasPhoto(server, id))) found.lost += 1;
  const head = (await server.store.journal.heads([sessionScope])).get(sessionScope) ?? 0;
  // What came twice takes no number of its own.
  if (head > 1 + found.lines + found.edits + found.photos) found.doubled += 1;
  await server.close();
  for (const { replica } of devices) await replica.db.delete();
  return { ...found, met: network.met };
}

const files = ({ replica, wire }: NodeDevice) =>
  exchangeFiles({ files: dexieFiles(replica.db), wire, send: tusUpload(wire, origin), hashOf, lock: (work) => work() });

/** Over what is on screen. */
async function edit({ replica }: TestDevice, id: string, value: string): Promise<void> {
  const seen = seenContext(await replica.db.nouns().capture.get(id), 'text');
  const edited = change('capture', { id: captureId(id), scope: sessionScope }, { write: { text: { value, seen } } });
  const written = await commitTo(replica, [edited]);
  if (!written.ok) throw new Error(written.error.type);
}

/** Records without a mark that the server has not as they are here, and own photos (`mine`) whose files it lacks. */
async function falselyConfirmed({ replica: { db } }: NodeDevice, server: AppInMemory, mine: string): Promise<number> {
  const unmarked = await db.transaction('r', [db.nouns().capture, db.nouns().photo, db.pending], async () => {
    const marked = new Set((await db.pending.toCollection().primaryKeys()).map(([, id]) => id));
    const lines = (await db.nouns().capture.toArray()).map((row) => ({ noun: 'capture', row }));
    const photos = (await db.nouns().photo.toArray()).map((row) => ({ noun: 'photo', row }));
    return [...lines, ...photos].filter(({ row }) => !marked.has(row.id));
  });
  let wrong = 0;
  for (const { noun, row } of unmarked) {
    const here = unpackRecord({ noun, ...row });
    const stored = await server.store.journal.read(sessionScope, noun, row.id);
    if (!stored || !sameRecord(mergeRecords(stored, here), stored)) wrong += 1;
    else if (row.id.startsWith(mine) && !(await hasPhoto(server, row.id))) wrong += 1;
  }
  return wrong;
}

async function hasPhoto({ store }: AppInMemory, id: string): Promise<boolean> {
  const sha256 = shownValue((await store.journal.read(sessionScope, 'photo', id))?.cells['sha256']);
  return typeof sha256 === 'string' && (await store.files.scopesOf(sha256)).includes(sessionScope);
}
