/** How the tests run Chromium, and a tablet whose browser can be killed and opened again on the same storage. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { findBrowser, howToGetBrowser } from '#tools/find-browser.mjs';

/** Nothing that the browser does on its own account: no network of its own, no graphics card, no questions. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function browserPath(): string {
  const path = findBrowser();
  if (!path) throw new Error(howToGetBrowser);
  return path;
}

export interface Tablet {
  /** Where the browser keeps its storage. */
  readonly folder: string;
  /** Opens the browser on the tablet's storage. Close it or kill it before opening it again. */
  readonly open: () => Promise<BrowserContext>;
  /** SIGKILL of the whole browser: what is not on disk by now is lost. */
  readonly kill: () => Promise<void>;
  /** Stands still, all its processes, while `work` is done. */
  readonly frozenDuring: <T>(work: () => T) => Promise<T>;
  /** Closes the browser and removes the storage. */
  readonly remove: () => Promise<void>;
}

/** A browser with a storage folder of its own, empty at first, or with one that is named. */
export async function tablet(options: BrowserContextOptions = {}, folder?: string): Promise<Tablet> {
  const storage = folder ?? (await mkdtemp(join(tmpdir(), 'baraza-tablet-')));
  let context: BrowserContext | undefined;
  return {
    folder: storage,
    open: async () => {
      // The locks of a browser that could not tidy up.
      for (const name of await readdir(storage).catch(() => []))
        if (name.startsWith('Singleton')) await rm(join(storage, name));
      context = await chromium.launchPersistentContext(storage, {
        executablePath: browserPath(),
        args: launchArguments,
        ...options,
      });
      return context;
    },
    kill: async () => {
      const closed = context && new Promise((resolve) => context?.once('close', resolve));
      process.kill(await browserProcess(storage), 'SIGKILL');
      await closed;
      context = undefined;
      // Some of its processes outlive it for a moment, with files open that the next browser is to have.
      for (let tries = 0; (await processesOf(storage)).length > 0; tries += 1) {
        if (tries >= 1000) throw new Error(`A browser on ${storage} was killed and still has processes.`);
        await setTimeout(10);
      }
    },
    frozenDuring: async (work) => {
      // Playwright gives a browser a group of its own, which all its processes are in.
      const group = -(await browserProcess(storage));
      process.kill(group, 'SIGSTOP');
      try {
        return work();
      } finally {
        process.kill(group, 'SIGCONT');
      }
    },
    remove: async () => {
      await context?.close();
      await rm(storage, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The process that all the others of a browser are children of: it alone has no --type. */
async function browserProcess(storage: string): Promise<number> {
  const own = (await processesOf(storage)).find(({ command }) => !command.some((part) => part.startsWith('--type=')));
  if (!own) throw new Error(`No browser runs on ${storage}`);
  return own.pid;
}

/** All that say that they belong to it, and have not ended. */
async function processesOf(storage: string): Promise<{ readonly pid: number; readonly command: readonly string[] }[]> {
  const found = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = (await readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '')).split('\0');
    if (command.includes(`--user-data-dir=${storage}`) && (await statusOf(pid)) !== 'Z')
      found.push({ pid: Number(pid), command });
  }
  return found;
}

async function statusOf(pid: string): Promise<string | undefined> {
  const stat = await readFile(join('/proc', pid, 'stat'), 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2)[0];
}
