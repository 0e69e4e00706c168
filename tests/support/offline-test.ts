/**
 * The test function of what happens on tablets that have the app and no server. The app is fetched once for all tests
 * of a worker; each begins with empty databases, an empty memory and a server of its own that is not running.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { test as withServer, waitUntilOffline } from './app-test.ts';
import { freePort, serverProcess, type ServerProcess } from './server-process.ts';

interface Tablets {
  readonly port: number;
  readonly first: BrowserContext;
  /** As many as any test of this worker needed. */
  readonly others: BrowserContext[];
}

interface OtherTablets {
  /** A page of another tablet, the test's own and watched, that has the app and nothing in it. The server may run. */
  readonly another: () => Promise<Page>;
}

export const test = withServer.extend<OtherTablets, { readonly tablets: Tablets }>({
  tablets: [
    async ({ browser }, use) => {
      const port = await freePort();
      const server = await serverProcess({}, port);
      await server.start();
      const first = await tabletWithApp(browser, server.url);
      await server.remove();
      const others: BrowserContext[] = [];
      await use({ port, first, others });
      for (const one of [first, ...others]) await one.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ tablets: { first, port } }, use) => {
    await empty(first, port);
    await use(first);
    await leave(first);
  },
  server: async ({ tablets: { port } }, use) => {
    const server = await serverProcess({}, port);
    await use(server);
    await server.remove();
  },
  another: async ({ browser, server, tablets: { others, port }, watch }, use) => {
    let taken = 0;
    await use(async () => {
      others[taken] ??= await fetchedFrom(server, () => tabletWithApp(browser, server.url));
      const one = others[taken] as BrowserContext;
      taken += 1;
      await empty(one, port);
      watch(one);
      return one.newPage();
    });
    for (const one of others.slice(0, taken)) await leave(one);
  },
});

async function tabletWithApp(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await waitUntilOffline(page);
  await page.close();
  return context;
}

/** From the test's server, which is as it was afterwards: running or not. */
async function fetchedFrom<T>(server: ServerProcess, fetching: () => Promise<T>): Promise<T> {
  const ran = server.pid() !== undefined;
  if (!ran) await server.start();
  const fetched = await fetching();
  if (!ran) await server.stop();
  return fetched;
}

async function empty(context: BrowserContext, port: number): Promise<void> {
  const blank = await context.newPage();
  const storage = await context.newCDPSession(blank);
  const origin = `http://localhost:${port}`;
  await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
  await blank.close();
}

async function leave(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) await page.close();
  await context.clearPermissions();
}

export { expect } from './app-test.ts';
