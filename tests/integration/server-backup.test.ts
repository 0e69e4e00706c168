/** The commands as a person runs them, beside a real server that tablets write to. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packRecord, type PackedRecord } from '#replication/packed.ts';
import type { SyncAnswer } from '#replication/protocol.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';
import { type ServerProcess, serverProcess } from '#tests/support/server-process.ts';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/node/bin/node');

let folder: string;
let server: ServerProcess;
let another: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-backup-'));
  server = await serverProcess();
  another = await serverProcess();
});
afterEach(async () => {
  await server.remove();
  await another.remove();
  rmSync(folder, { recursive: true });
});

/** `npm run <command> -- <args>`, without npm: what it prints, and its exit code. */
const run = (command: 'backup' | 'restore', dataDir: string, ...args: readonly string[]) =>
  runWith({}, command, dataDir, ...args);
const runWith = (
  env: Readonly<Record<string, string>>,
  command: 'backup' | 'restore',
  dataDir: string,
  ...args: readonly string[]
) =>
  new Promise<{ code: number; printed: string }>((resolve) => {
    const child = execFile(
      node,
      [join(root, `tools/${command}.mjs`), ...args],
      { env: { PATH: process.env.PATH, DATA_DIR: dataDir, INIT_CWD: folder, ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }),
    );
  });

const post = async (to: ServerProcess, path: string, body: unknown, token = '') => {
  const answer = await fetch(`${to.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return answer.json();
};
const sync = async (
  to: ServerProcess,
  token: string,
  epoch: string | null,
  deltas: readonly PackedRecord[],
  cursor = Number.MAX_SAFE_INTEGER,
): Promise<SyncAnswer> => {
  const cursors = { [sampleScope]: cursor };
  const body = { protocol: 1, epoch, sentAt: Date.now(), app: '0.1.0', cursors, deltas };
  return (await post(to, '/api/sync', body, token)) as SyncAnswer;
};
const everything = async (of: ServerProcess, token: string): Promise<ReadonlyMap<string, PackedRecord>> => {
  const found = new Map<string, PackedRecord>();
  for (let cursor = 0; ;) {
    const [page] = (await sync(of, token, null, [], cursor)).changes;
    for (const record of page?.records ?? []) found.set(record.id, record);
    if (page?.more !== true) return found;
    cursor = page.cursor;
  }
};

interface SentFile {
  readonly sha256: string;
  readonly scope: string;
  readonly seed: number;
}
async function sendFile(to: ServerProcess, token: string, seed: number): Promise<SentFile> {
  const bytes = Buffer.from(`a flip chart, photographed ${seed} `.repeat(3000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const common = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${to.url}/api/files/uploads`, {
    method: 'POST',
    headers: {
      ...common,
      'upload-length': String(bytes.length),
      'upload-metadata': `sha256 ${base64(sha256)},scope ${base64(sampleScope)},type ${base64('image/webp')}`,
    },
  });
  expect(begun.status).toBe(201);
  const sent = await fetch(new URL(begun.headers.get('location') ?? '', to.url), {
    method: 'PATCH',
    headers: { ...common, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  });
  expect(sent.status).toBe(204);
  return { sha256, scope: sampleScope, seed };
}
const fetchFile = async (of: ServerProcess, token: string, sha256: string): Promise<Buffer> => {
  const answer = await fetch(`${of.url}/api/files/${sha256}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

it('a backup made under writes is restored elsewhere with every record that was confirmed before it', async () => {
  await server.start();
  const code = new URL(await server.setupLink()).hash.slice(1);
  const joined = (await post(server, '/api/join', { code, deviceName: 'Office' })) as { token: string; epoch: string };
  const { token, epoch } = joined;

  const sent = new Map<string, PackedRecord>();
  const confirmed = new Set<string>();
  const writing = new AbortController();
  const writer = async (name: string) => {
    for (let at = 0; !writing.signal.aborted; at += 1) {
      const deltas = Array.from({ length: 40 }, (_, nth) =>
        packRecord(sampleRecord(`${name}-${at}-${nth}`, { text: `${name} said line ${at}.${nth} `.repeat(5) })),
      );
      for (const delta of deltas) sent.set(delta.id, delta);
      const { receipts } = await sync(server, token, epoch, deltas);
      for (const { delta } of receipts) confirmed.add(deltas[delta]?.id ?? '');
    }
  };
  const writers = [writer('a'), writer('b'), writer('c')];
  await expect.poll(() => confirmed.size, { timeout: 10_000 }).toBeGreaterThan(500);
  const confirmedBefore = [...confirmed];
  const made = await run('backup', server.dataDir, 'kept.db');
  const sentBefore = new Set(sent.keys());
  expect(made.printed).toMatch(/^The backup is whole: .*kept\.db\n\d+ records in 1 scopes, .*1 devices/);
  expect(made.code).toBe(0);
  await expect.poll(() => confirmed.size).toBeGreaterThan(sentBefore.size);
  writing.abort();
  await Promise.all(writers);

  const again = await run('backup', server.dataDir, 'kept.db');
  expect(again).toMatchObject({ code: 1, printed: expect.stringContaining('is there already') });
  expect(readdirSync(folder)).toEqual(['kept.db']);
  expect(statSync(join(folder, 'kept.db')).mode & 0o077).toBe(0);

  const refused = await run('restore', server.dataDir, 'kept.db', '--replace');
  expect(refused).toMatchObject({ code: 1, printed: expect.stringContaining('Stop the server') });
  const restored = await run('restore', another.dataDir, 'kept.db');
  expect(restored.printed).toMatch(/^Restored what was saved at 20.*\n.*Devices compare all they have/);
  expect(restored.code).toBe(0);

  await another.start();
  const all = await everything(server, token);
  expect(new Set(all.keys())).toEqual(confirmed);
  const held = await everything(another, token);
  for (const id of confirmedBefore) expect(held.has(id)).toBe(true);
  for (const [id, record] of held) expect([record, sentBefore.has(id)]).toEqual([all.get(id), true]);
  expect(held.size).toBeLessThan(all.size);

  // The tablet hears of another epoch, sends all it has, and nothing is missing.
  const { epoch: renewed } = await sync(another, token, epoch, []);
  expect(renewed).not.toBe(epoch);
  const deltas = [...sent.values()];
  for (let from = 0; from < deltas.length; from += 400) {
    await sync(another, token, renewed, deltas.slice(from, from + 400));
  }
  expect(await everything(another, token)).toEqual(all);
}, 60_000);

it('photos that were confirmed before a backup are restored, though others are on their way meanwhile', async () => {
  await server.start();
  const code = new URL(await server.setupLink()).hash.slice(1);
  const { token, epoch } = (await post(server, '/api/join', { code, deviceName: 'Office' })) as {
    token: string;
    epoch: string;
  };
  await sync(server, token, epoch, [packRecord(sampleRecord('line', { text: 'A flip chart' }))]);
  const files: SentFile[] = [];
  const held = async (of: ServerProcess) =>
    (
      (await post(of, '/api/files/held', { files: files.map(({ sha256, scope }) => ({ sha256, scope })) }, token)) as {
        held: readonly number[];
      }
    ).held;
  const sending = new AbortController();
  const sender = async (seed: number) => {
    for (let at = 0; !sending.signal.aborted; at += 1) {
      files.push(await sendFile(server, token, seed * 1000 + at));
      // A device may not ask as often as it can.
      await setTimeout(50);
    }
  };
  const senders = [sender(1), sender(2)];
  await expect.poll(async () => (await held(server)).length, { timeout: 10_000 }).toBeGreaterThan(10);
  const before = await held(server);
  const made = await run('backup', server.dataDir, 'kept.db');
  expect(made.printed).toMatch(/\d+ files in .*kept\.files: keep the two together/);
  await expect.poll(async () => (await held(server)).length).toBeGreaterThan(before.length + 2);
  sending.abort();
  await Promise.all(senders);

  const restored = await run('restore', another.dataDir, 'kept.db');
  expect(restored).toMatchObject({ code: 0, printed: expect.stringMatching(/scopes, \d+ files\.\n/) });
  await another.start();
  const there = await held(another);
  expect(there).toEqual(expect.arrayContaining([...before]));
  for (const at of there) {
    const { sha256 = '' } = files[at] ?? {};
    const [ours, theirs] = await Promise.all([server, another].map((of) => fetchFile(of, token, sha256)));
    expect(ours).toEqual(theirs);
    expect(
      createHash('sha256')
        .update(ours ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }
  // What came later is sent again, as after any other epoch.
  const later = files.findIndex((_file, at) => !there.includes(at));
  expect(later).toBeGreaterThanOrEqual(0);
  await sendFile(another, token, Number(files[later]?.seed));
  expect(await held(another)).toContain(later);
}, 60_000);

it('without a file, with PostgreSQL or on nothing, each command says in a sentence what it wants', async () => {
  expect(await run('backup', folder)).toMatchObject({
    code: 1,
    printed: expect.stringContaining('npm run backup -- <file'),
  });
  expect(await run('restore', folder, '--replace')).toMatchObject({
    code: 1,
    printed: expect.stringContaining('npm run restore -- <file>'),
  });
  expect(await run('backup', join(folder, 'nowhere'), 'kept.db')).toMatchObject({
    code: 1,
    printed: expect.stringContaining('There is no database in'),
  });
  const postgres = { DATABASE_URL: 'postgres://baraza:secret@db/baraza' };
  for (const [command, instead] of [
    ['backup', 'pg_dump'],
    ['restore', 'pg_restore'],
  ] as const) {
    const { code, printed } = await runWith(postgres, command, folder, 'kept.db');
    expect([code, printed]).toEqual([
      1,
      `DATABASE_URL is set: PostgreSQL has ${instead} for this. docs/hosting.md says how.\n`,
    ]);
  }
});
