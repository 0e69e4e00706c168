/**
 * The built app, read into memory once: a build that runs meanwhile is never served by halves, and nothing
 * outside the folder can be asked for, since only the names found in it are known.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

export interface AppFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content, so a copy of it is good for ever. */
  readonly hashed: boolean;
  /** Packed at the first request and kept; undefined where gzip gains nothing. */
  gzipped(): Promise<Uint8Array<ArrayBuffer>> | undefined;
}

export interface AppFiles {
  /** By the path of its address, `/assets/x.js`. */
  readonly at: ReadonlyMap<string, AppFile>;
  readonly index: AppFile;
}

/** Undefined where there is no folder or no index.html in it: the app has not been built. */
export function readAppFiles(folder: string): AppFiles | undefined {
  const at = new Map<string, AppFile>();
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return undefined;
  }
  for (const entry of entries) {
    // Links are left out: they may lead outside.
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    at.set(address, fileOf(address, new Uint8Array(readFileSync(path))));
  }
  const index = at.get('/index.html');
  return index && { at, index };
}

function fileOf(address: string, bytes: Uint8Array<ArrayBuffer>): AppFile {
  const extension = extname(address).toLowerCase();
  const { type, packs } = types[extension] ?? { type: 'application/octet-stream', packs: false };
  let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    bytes,
    type,
    // Weak: the packed and the plain form are one version.
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    hashed: address.startsWith('/assets/'),
    gzipped: () => {
      if (packs && bytes.byteLength > 1_000)
        packed ??= zip(bytes, { level: 9 }).then((zipped) => new Uint8Array(zipped));
      return packed;
    },
  };
}

const types: Readonly<Record<string, { readonly type: string; readonly packs: boolean }>> = {
  '.css': { type: 'text/css; charset=utf-8', packs: true },
  '.html': { type: 'text/html; charset=utf-8', packs: true },
  '.ico': { type: 'image/x-icon', packs: false },
  '.jpg': { type: 'image/jpeg', packs: false },
  '.js': { type: 'text/javascript; charset=utf-8', packs: true },
  '.json': { type: 'application/json; charset=utf-8', packs: true },
  '.map': { type: 'application/json; charset=utf-8', packs: true },
  '.mjs': { type: 'text/javascript; charset=utf-8', packs: true },
  '.png': { type: 'image/png', packs: false },
  '.svg': { type: 'image/svg+xml; charset=utf-8', packs: true },
  '.txt': { type: 'text/plain; charset=utf-8', packs: true },
  '.webmanifest': { type: 'application/manifest+json; charset=utf-8', packs: true },
  '.webp': { type: 'image/webp', packs: false },
  '.woff2': { type: 'font/woff2', packs: false },
};
