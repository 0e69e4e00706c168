/** One engine, once: a device that writes and sends, a second one that fetches. Each on a browser and a disk of its own. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tablet } from '#tests/support/browser.ts';
import { type BuiltPage, pageFolder } from './built-page.ts';
import { countingProxy, type Crossed } from './counting-proxy.ts';
import { engineServer } from './engine-server.ts';
import type { bench } from './page/bench-page.ts';
import type { EngineAccess } from './page/engine.ts';

export interface Amount {
  readonly captures: number;
  /** Of these, how many are written one by one. */
  readonly singles: number;
}

/** Times in milliseconds, sizes in bytes. */
export interface Measured {
  readonly singles: readonly number[];
  readonly restMs: number;
  readonly pullMs: number;
  readonly diskBytes: number;
  readonly secondDiskBytes: number;
  readonly server?: {
    readonly pushMs: number;
    readonly push: Crossed;
    readonly pull: Crossed;
    readonly pulledUnpackedBytes: number;
    readonly replayMs: number;
    readonly replay: Crossed;
    readonly replayChangedRows: number;
  };
}

type Bench = typeof bench;
type Call = <Name extends keyof Bench>(
  name: Name,
  ...with_: Parameters<Bench[Name]>
) => Promise<Awaited<ReturnType<Bench[Name]>>>;

/** The raw control has no server of its own: its page stands on one that nobody asks. */
export async function measureEngine(name: string, page: BuiltPage, { captures, singles }: Amount): Promise<Measured> {
  const hasServer = name !== 'raw';
  const server = await engineServer(hasServer ? name : 'rxdb');
  const proxy = await countingProxy(server.port, page);
  try {
    const first = await onDevice(proxy.url, name, captures, await server.access(), async (call) => {
      const times = await call('writeSingles', singles);
      const restMs = await call('writeRest', singles);
      await expectCount(name, call, captures);
      proxy.crossed();
      if (!hasServer) return { times, restMs };
      const pushMs = await call('push');
      const push = proxy.crossed();
      const before = await server.stats();
      if ((before.rows ?? before.changes) < captures) throw new Error(`${name}: ${JSON.stringify(before)}`);
      await call('forgetPush');
      proxy.crossed();
      const replayMs = await call('replay');
      const replay = proxy.crossed();
      const replayChangedRows = (await server.stats()).changes - before.changes;
      return { times, restMs, server: { pushMs, push, replayMs, replay, replayChangedRows } };
    });
    const second = await onDevice(proxy.url, name, captures, await server.access(), async (call) => {
      proxy.crossed();
      const pullMs = await call('pull');
      const pull = proxy.crossed();
      await expectCount(name, call, captures);
      return { pullMs, pull, pulledUnpackedBytes: await call('fetchedBytes') };
    });
    const { pullMs, pull, pulledUnpackedBytes } = second.done;
    return {
      singles: first.done.times,
      restMs: first.done.restMs,
      pullMs,
      diskBytes: first.diskBytes,
      secondDiskBytes: second.diskBytes,
      ...(first.done.server && { server: { ...first.done.server, pull, pulledUnpackedBytes } }),
    };
  } finally {
    await proxy.close();
    await server.remove();
  }
}

async function expectCount(name: string, call: Call, expected: number): Promise<void> {
  const count = await call('count');
  if (count !== expected) throw new Error(`${name} holds ${count} captures and not ${expected}.`);
}

async function onDevice<T>(
  origin: string,
  name: string,
  captures: number,
  access: EngineAccess,
  work: (call: Call) => Promise<T>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-peers-tablet-'));
  const device = await tablet({}, folder);
  try {
    const context = await device.open();
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(`On the page: ${error.stack ?? error.message}`));
    await page.goto(`${origin}${pageFolder}index.html`);
    await page.waitForFunction(() => 'bench' in window);
    const call = callOn(page);
    await call('open', name, captures, access);
    const done = await work(call);
    await context.close();
    return { done, diskBytes: await bytesIn(join(folder, 'Default/IndexedDB')) };
  } finally {
    await device.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const callOn =
  (page: Page): Call =>
  (name, ...args) =>
    page.evaluate(
      ([called, given]) =>
        (window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[called]?.(...given),
      [name, args] as const,
    ) as never;

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
