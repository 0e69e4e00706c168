/** The page of the bench, built for this run. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { compiledMessages } from '#tools/compiled-messages.mjs';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
export const pageFolder = '/bench/';

export interface BuiltPage {
  /** A whole answer of HTTP/1.1 to a request for a path of the page, after which the connection ends. */
  readonly answer: (path: string) => Promise<Buffer>;
  readonly remove: () => Promise<void>;
}

export async function builtPage(): Promise<BuiltPage> {
  const out = await mkdtemp(join(tmpdir(), 'baraza-peers-page-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: pageFolder,
    root: join(import.meta.dirname, 'page'),
    plugins: [compiledMessages()],
    define: { global: 'globalThis' },
    build: { outDir: out, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 10_000 },
  });
  return {
    answer: async (path) => {
      const body = await readFile(join(out, path.slice(pageFolder.length))).catch(() => undefined);
      const head = [
        body ? 'HTTP/1.1 200 OK' : 'HTTP/1.1 404 Not Found',
        `content-type: ${types[extname(path)] ?? 'text/plain'}; charset=utf-8`,
        `content-length: ${body?.length ?? 0}`,
        'connection: close',
      ];
      return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body ?? Buffer.alloc(0)]);
    },
    remove: () => rm(out, { recursive: true, force: true }),
  };
}
