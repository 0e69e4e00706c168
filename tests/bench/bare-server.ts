/** Builds the bare page with the product's own service worker and serves it on loopback until it is closed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface BareServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function bareServer(): Promise<BareServer> {
  const out = await mkdtemp(join(tmpdir(), 'baraza-bare-'));
  const common = { configFile: false, publicDir: false, logLevel: 'error' } as const;
  await build({
    ...common,
    root: join(import.meta.dirname, 'bare'),
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true },
  });
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)));
  const entries = files.map((file) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(out, file)))
      .digest('base64');
    return { url: `/${file}`, revision: hash, integrity: `sha256-${hash}` };
  });
  await build({
    ...common,
    define: { 'self.__WB_MANIFEST': JSON.stringify(entries), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, 'src/sw/service-worker.ts'),
        output: { entryFileNames: 'sw.js', format: 'iife' },
      },
    },
  });

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(out, path === '/' ? 'index.html' : path);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(out, { recursive: true, force: true });
    },
  };
}
