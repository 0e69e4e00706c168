/** Erasing on the server: the bytes of photos, late tablets, and what the log says. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { packRecord } from '#replication/packed.ts';
import { type AppInMemory, appInMemory, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { erasedRecord, sampleRecord } from '#tests/support/sample-records.ts';

const scope: Scope = 'session:s1';
const bytes = new TextEncoder().encode('a picture of a face');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const tus = { 'tus-resumable': '1.0.0' };

let server: AppInMemory;
let coordinator: JoinedDevice;
beforeEach(async () => {
  server = appInMemory();
  coordinator = await server.coordinator();
});
afterEach(() => server.close());

async function sync(records: readonly RecordState[]) {
  const body = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: records.map(packRecord) };
  const answer = await server.call('POST', '/api/sync', { token: coordinator.token, body });
  expect(await answer.json()).toMatchObject({ refusals: [] });
}
const photo = (id: string) => sampleRecord(id, { sha256, captureId: 'c1' }, { noun: 'photo', scope });
const erasePhoto = (id: string) => erasedRecord(id, scope, 'photo');

const begin = () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const metadata = `sha256 ${base64(sha256)},scope ${base64(scope)},type ${base64('image/webp')}`;
  const headers = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata };
  return server.call('POST', '/api/files/uploads', { token: coordinator.token, headers });
};
async function upload() {
  const begun = await begin();
  expect(begun.status).toBe(201);
  const url = begun.headers.get('location') ?? '';
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  expect((await server.call('PATCH', url, { token: coordinator.token, body: bytes, headers })).status).toBe(204);
}
const isThere = async () =>
  (await server.call('GET', `/api/files/${sha256}`, { token: coordinator.token })).status === 200;
const isHeld = async () => {
  const body = { files: [{ sha256, scope }] };
  const answer = await server.call('POST', '/api/files/held', { token: coordinator.token, body });
  return ((await answer.json()) as { held: number[] }).held.length > 0;
};

describe('an erased photo', () => {
  it('[FL4] takes its bytes along, and a tablet that does not know cannot bring them back', async () => {
    await sync([photo('p1')]);
    await upload();
    expect(await isThere()).toBe(true);
    await sync([erasePhoto('p1')]);
    expect([await isThere(), await isHeld()]).toEqual([false, false]);
    await sync([photo('p1')]);
    const refused = await begin();
    expect([refused.status, await refused.json()]).toEqual([410, { refused: 'malformed', reason: 'erased' }]);
  });

  it('[FL4] leaves them where another photo is of the same picture, until that is erased, too', async () => {
    await sync([photo('p1'), photo('p2')]);
    await upload();
    await sync([erasePhoto('p1')]);
    expect([await isThere(), await isHeld()]).toEqual([true, true]);
    await sync([erasePhoto('p2')]);
    expect(await isThere()).toBe(false);
  });

  it('[FL4] goes with another that is erased in the same request', async () => {
    await sync([photo('p1'), photo('p2')]);
    await upload();
    await sync([erasePhoto('p1'), erasePhoto('p2')]);
    expect(await isThere()).toBe(false);
  });

  it('[ER1] that the server hears of for the first time is not taken when it comes late', async () => {
    await sync([erasePhoto('p1')]);
    await sync([photo('p1')]);
    expect((await begin()).status).toBe(410);
  });

  it('does not keep the same picture from being taken anew', async () => {
    await sync([photo('p1')]);
    await upload();
    await sync([erasePhoto('p1'), photo('p2')]);
    expect(await isThere()).toBe(true);
    await sync([erasePhoto('p2')]);
    await sync([photo('p3')]);
    await upload();
    expect([await isThere(), await isHeld()]).toEqual([true, true]);
  });
});

it('[ER2] the log says which record was erased by which device, once, and nothing of what it said', async () => {
  const record = sampleRecord('c1', { text: 'Somebody said this', kind: 'idea' }, { scope });
  await sync([record]);
  const erasing: RecordState = { ...record, cells: { text: { kind: 'erased' } } };
  await sync([erasing]);
  await sync([erasing, record]);
  const lines = server.logged
    .map((line) => JSON.parse(line) as { event: string })
    .filter(({ event }) => event === 'erased');
  expect(lines).toMatchObject([{ event: 'erased', noun: 'capture', id: 'c1', scope, device: coordinator.device }]);
  expect(server.logged.join('\n')).not.toContain('Somebody');
});
