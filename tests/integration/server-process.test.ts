/** The real server in its own process: started, killed, stopped, and started where it cannot be. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packRecord } from '#replication/packed.ts';
import type { SyncAnswer } from '#replication/protocol.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';
import { type ServerProcess, serverProcess } from '#tests/support/server-process.ts';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/node/bin/node');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-process-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a server', () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = await serverProcess();
  });
  afterEach(() => server.remove());

  const post = (path: string, body: unknown, token = '') =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const joinByLink = async (): Promise<{ token: string; epoch: string }> => {
    const code = new URL(await server.setupLink()).hash.slice(1);
    const answer = await post('/api/join', { code, deviceName: 'Tablet' });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { token: string; epoch: string };
  };
  const sync = async (token: string, ids: readonly string[]): Promise<SyncAnswer> => {
    const deltas = ids.map((id) => packRecord(sampleRecord(id, { text: `Line ${id}` })));
    const cursors = { [sampleScope]: 0 };
    const answer = await post(
      '/api/sync',
      { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors, deltas },
      token,
    );
    expect(answer.status).toBe(200);
    return (await answer.json()) as SyncAnswer;
  };
  const linksPrinted = () => server.output().match(/\/join#\w+/g) ?? [];

  it('that is killed has everything it answered for, and prints no set-up link once it was used', async () => {
    await server.start();
    expect(server.output()).toContain(`Baraza is ready: ${server.url}\n`);
    const { token, epoch } = await joinByLink();
    await sync(token, ['a', 'b', 'c']);
    await server.kill();

    await server.start();
    expect(linksPrinted()).toHaveLength(1);
    const { changes, epoch: later } = await sync(token, []);
    expect(later).toBe(epoch);
    expect(changes[0]?.records.map(({ v }) => v['text'])).toEqual(['Line a', 'Line b', 'Line c']);
  });

  it('prints the same set-up link at each start until it was used', async () => {
    await server.start();
    await server.stop();
    await server.start();
    const [first, second] = linksPrinted();
    expect(linksPrinted()).toHaveLength(2);
    expect(second).toBe(first);
    await joinByLink();
    await server.stop();
    await server.start();
    expect(linksPrinted()).toHaveLength(2);
    await server.stop();
    await server.start({ NEW_SETUP_LINK: '1' });
    expect(linksPrinted()).toHaveLength(3);
    expect(linksPrinted()[2]).not.toBe(first);
  });

  it('that is stopped ends its streams, leaves one closed database and says so', async () => {
    await server.start();
    const { token } = await joinByLink();
    const events = await fetch(`${server.url}/api/events`, { headers: { authorization: `Bearer ${token}` } });
    const reader = events.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(': here\n\n');
    await sync(token, ['a']);
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"head":1');
    const from = Date.now();
    await server.stop();
    expect(Date.now() - from).toBeLessThan(2000);
    expect((await reader?.read())?.done).toBe(true);
    await expect.poll(() => server.output()).toContain('Baraza has stopped; everything is on the disk.');
    expect(() => statSync(join(server.dataDir, 'baraza.db-wal'))).toThrow('ENOENT');
    expect(JSON.parse(readFileSync(join(server.dataDir, 'epoch'), 'utf8'))).toMatchObject({ total: 1 });
  });

  it('that is stopped finishes what is on its way in, and takes nothing new', async () => {
    await server.start();
    const { token } = await joinByLink();
    const deltas = [packRecord(sampleRecord('last', { text: 'Said as the server was stopped' }))];
    const body = JSON.stringify({ protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas });
    const half = Math.floor(body.length / 2);
    const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
      const asking = request(`${server.url}/api/sync`, { method: 'POST', headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      asking.on('error', reject);
      asking.write(body.slice(0, half));
      setTimeout(() => asking.end(body.slice(half)), 600);
    });
    await setTimeoutPromise(200);
    const stopped = server.stop();
    await setTimeoutPromise(200);
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow('fetch failed');
    const { status, text } = await answered;
    expect([status, (JSON.parse(text) as SyncAnswer).receipts]).toMatchObject([200, [{ delta: 0, number: 1 }]]);
    await stopped;
    expect(server.output()).toContain('everything is on the disk');
    await server.start();
    expect((await sync(token, [])).changes[0]?.records.map(({ id }) => id)).toEqual(['last']);
  });

  it('whose database was put back renews its epoch and says so', async () => {
    await server.start();
    const { token, epoch } = await joinByLink();
    await server.stop();
    const copy = readFileSync(join(server.dataDir, 'baraza.db'));
    await server.start();
    await sync(token, ['a']);
    await server.stop();
    writeFileSync(join(server.dataDir, 'baraza.db'), copy);
    await server.start();
    expect(server.output()).toContain('was put back or copied');
    expect((await sync(token, [])).epoch).not.toBe(epoch);
  });

  it('keeps its data from other users of the machine', async () => {
    await server.start();
    for (const name of ['baraza.db', 'epoch']) expect(statSync(join(server.dataDir, name)).mode & 0o077).toBe(0);
  });

  it('serves HTTPS with a certificate and its key', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const made = spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      cert,
    ]);
    if (made.status !== 0) {
      console.info('skipped: HTTPS was not tried, because openssl is not here to make a certificate');
      return;
    }
    await server.start({ TLS_CERT: cert, TLS_KEY: key });
    const secure = server.url.replace('http:', 'https:');
    expect(server.output()).toContain(`Baraza is ready: ${secure}`);
    expect(await server.setupLink()).toMatch(new RegExp(`^${secure}/join#`));
    const script = `const answer = await fetch('${secure}/api/health'); console.log(await answer.text())`;
    const probed = execFileSync(node, ['--input-type=module', '-e', script], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
    });
    expect(JSON.parse(probed.toString())).toMatchObject({ ok: true });
  });

  it('that others reach without HTTPS says what that costs them', async () => {
    await server.start({ HOST: '0.0.0.0' });
    expect(server.output()).toContain(`Baraza is ready: ${server.url}\n`);
    expect(server.output()).toMatch(/plain http, where nothing works offline.*TLS_CERT/);
  });
});

describe('a server that cannot start', () => {
  /** What it prints, and its exit code. */
  const run = (env: Record<string, string>): Promise<{ code: number; printed: string }> =>
    new Promise((resolve) => {
      const child = execFile(
        node,
        ['src/server/main.ts'],
        {
          cwd: root,
          env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
          timeout: 10_000,
        },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }),
      );
    });

  it.each([
    ['a port that is none', { PORT: 'http' }, /^PORT is not a port\..*PORT=8787\.\n$/],
    ['PostgreSQL', { DATABASE_URL: 'postgres://db' }, /^DATABASE_URL names no database after the host\..*\n$/],
    [
      'a certificate that is not there',
      { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' },
      /^TLS_CERT=\/nowhere\/cert\.pem cannot be read \(ENOENT\)\..*\n$/,
    ],
    [
      'a certificate that is none',
      { TLS_CERT: join(root, 'package.json'), TLS_KEY: join(root, 'package.json') },
      /^TLS_CERT=.* no certificate and its key in PEM .*\n$/,
    ],
    [
      'a data folder that cannot be made',
      { DATA_DIR: join(root, 'package.json', 'data') },
      /^The folder .* cannot be made \(ENOTDIR\)\. Choose another with DATA_DIR\.\n$/,
    ],
    [
      'an address of another machine',
      { HOST: '203.0.113.9' },
      /^HOST=203\.0\.113\.9 is not an address of this machine\..*\n$/,
    ],
  ])('says why in one sentence: %s', async (_what, env, sentence) => {
    const { code, printed } = await run(env);
    expect(printed).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('says why in one sentence: a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, printed } = await run({ PORT: String(port) });
    expect(printed).toBe(
      `Port ${port} is already in use. Stop the program that uses it, or choose another port: PORT=${port + 1} npm start\n`,
    );
    expect(code).toBe(1);
    await new Promise((resolve) => other.close(resolve));
  });
});
