/** A copy of the built app that a test may change, to stand for the next version or for a broken one. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

export interface AppCopy {
  /** For the server's APP_DIR. */
  readonly folder: string;
  /** Changes the page, or another file, and tells the service worker, as the next build would. */
  readonly release: (change: (text: string) => string, file?: string) => Promise<void>;
  /** Changes the page behind the service worker's back, as a hotel's login or a broken proxy would. */
  readonly tamper: (change: (page: string) => string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function appCopy(): Promise<AppCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-app-'));
  await cp(dist, folder, { recursive: true });
  const page = join(folder, 'index.html');
  const worker = join(folder, 'sw.js');
  const rewrite = async (file: string, change: (text: string) => string) =>
    writeFile(file, change(await readFile(file, 'utf8')));

  return {
    folder,
    tamper: (change) => rewrite(page, change),
    release: async (change, name = 'index.html') => {
      const file = join(folder, name);
      const before = await hashOf(file);
      await rewrite(file, change);
      const after = await hashOf(file);
      await rewrite(worker, (text) => {
        if (!text.includes(before)) throw new Error(`The service worker does not know the ${name} it was built with.`);
        return text.replaceAll(before, after);
      });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const hashOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('base64');
