import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAppFiles } from '#server/app-files.ts';
import { type AppInMemory, appInMemory } from '#tests/support/app-in-memory.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`;
let folder: string;
let dist: string;
let server: AppInMemory;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-dist-'));
  dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Baraza</title>');
  writeFileSync(join(dist, 'sw.js'), 'self.addEventListener("fetch", () => {})');
  writeFileSync(join(dist, 'manifest.webmanifest'), '{"name":"Baraza"}');
  writeFileSync(join(dist, 'assets', 'main-a1b2c3.js'), script);
  writeFileSync(join(dist, 'assets', 'font-d4e5.woff2'), 'wOF2');
  writeFileSync(join(dist, '.secret'), 'hidden');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync(join(folder, 'outside.txt'), join(dist, 'link.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  server = appInMemory({ files: readAppFiles(dist) });
});
afterEach(() => server.close());

const page = { accept: 'text/html,application/xhtml+xml' };
const get = (path: string, headers: Record<string, string> = {}) => server.call('GET', path, { headers });

describe('the app’s files', () => {
  it('keep for ever where their name changes with them, and are asked about each time where not', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cacheOf('/assets/main-a1b2c3.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest'])
      expect(await cacheOf(path)).toBe('no-cache');
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/assets/font-d4e5.woff2', 'font/woff2'],
  ])('%s says that it is %s', async (path, type) => {
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  it('come packed where that is accepted and gains something', async () => {
    const packed = await get('/assets/main-a1b2c3.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('accept-encoding');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(Number(packed.headers.get('content-length'))).toBe(bytes.length);
    expect(gunzipSync(bytes).toString()).toBe(script);
    const plain = await get('/assets/main-a1b2c3.js');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(script);
    expect((await get('/sw.js', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull();
  });

  it('are not sent again to who has them', async () => {
    const etag = (await get('/sw.js')).headers.get('etag') ?? '';
    const again = await get('/sw.js', { 'if-none-match': `"old", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/sw.js', { 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('stay as they were when the server started, whatever is built meanwhile', async () => {
    const before = await (await get('/sw.js')).text();
    writeFileSync(join(dist, 'sw.js'), 'half a bui');
    expect(await (await get('/sw.js')).text()).toBe(before);
    writeFileSync(join(dist, 'sw.js'), before);
  });
});

describe('an address inside the app', () => {
  it('answers a navigation with the first page', async () => {
    for (const path of ['/sessions/Vx3', '/join', '/a/b/c?d=e.f']) {
      const answer = await get(path, page);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>Baraza</title>']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('answers the address of an example, whose id has dots, with the page', async () => {
    for (const path of [
      '/programme/example.turkiye',
      '/session/example.seychelles.day/group/example.seychelles.day.g1',
    ]) {
      const answer = await get(path, page);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
  });

  it('answers anything else that is not there with 404, never with HTML', async () => {
    for (const answer of [
      await get('/assets/gone-a1.js', page),
      await get('/icons/gone.png', page),
      await get('/sessions/Vx3'),
      await get('/sw.js.map', page),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
    expect((await server.call('POST', '/sessions', { headers: page, body: 'x' })).status).toBe(405);
  });

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%5c..%5coutside.txt',
    '//outside.txt',
    '/link.txt',
    '/.secret',
    '/%00',
    '/constructor.js',
  ])('never leads out of the folder: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('Not found.\n');
  });
});

describe('an address under /api', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api/sync/more', '/api/index.html'])(
    '%s is never a page',
    async (path) => {
      const answer = await get(path, page);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(await answer.json()).toEqual({ refused: 'malformed', reason: 'no-such-route' });
    },
  );

  it('answers the probe with a body that is known', async () => {
    const answer = await get('/api/health', page);
    expect(await answer.json()).toEqual({
      ok: true,
      epoch: await server.store.journal.epoch(),
      app: '0.1.0',
      database: 'SQLite',
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('takes each route by its own method alone', async () => {
    expect((await get('/api/join')).status).toBe(404);
    expect((await server.call('POST', '/api/health', { body: {} })).status).toBe(404);
  });
});

describe('what a browser may do with an answer', () => {
  it.each(['/', '/sw.js', '/nothing.js', '/api/health', '/api/nothing'])(
    'is said in the headers of %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' blob: data:; " +
          "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
      for (const name of ['server', 'x-powered-by', 'set-cookie']) expect(headers.get(name)).toBeNull();
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('HTTPS', () => {
  it('is what a browser keeps to once it came by it, to us or to our own proxy', async () => {
    const only = async (path: string, headers: Record<string, string> = {}) =>
      (await get(path, headers)).headers.get('strict-transport-security');
    const invented = { 'x-forwarded-proto': 'https' };
    expect(await only('https://baraza.example/sw.js')).toBe('max-age=31536000');
    expect(await only('/sw.js', invented)).toBeNull();
    await server.close();
    server = appInMemory({ files: readAppFiles(dist), proxies: 1 });
    expect(await only('/sw.js', invented)).toBe('max-age=31536000');
    expect(await only('/sw.js', { 'x-forwarded-proto': 'http' })).toBeNull();
  });
});

describe('a server whose app was never built', () => {
  it('says what to run, and syncs all the same', async () => {
    expect(readAppFiles(join(folder, 'nowhere'))).toBeUndefined();
    expect(readAppFiles(join(dist, 'assets'))).toBeUndefined();
    const bare = appInMemory();
    const answer = await bare.call('GET', '/', { headers: page });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm start');
    expect((await bare.call('GET', '/sw.js')).status).toBe(503);
    expect((await bare.call('GET', '/api/health')).status).toBe(200);
    await bare.close();
  });
});
