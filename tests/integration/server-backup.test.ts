/** The commands as a person runs them, beside a real server that tablets write to. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
