/**
 * The test function of what happens on a tablet that has the app and no server. The app is fetched once for all tests of
 * a worker; each begins with an empty database, an empty memory and a server of its own that is not running.
 */
import type { BrowserContext } from '@playwright/test';
import { test as withServer, waitUntilOffline } from './app-test.ts';
import { freePort, serverProcess } from './server-process.ts';

interface Tablet {
  readonly context: BrowserContext;
  readonly port: number;
}

export const test = withServer.extend<object, { readonly tabletWithApp: Tablet }>({
  tabletWithApp: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      const port = await freePort();
      const server = await serverProcess({}, port);
      await server.start();
      const page = await context.newPage();
      await page.goto(server.url);
      await waitUntilOffline(page);
      await page.close();
      await server.remove();
      await use({ context, port });
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ tabletWithApp: { context, port } }, use) => {
    const blank = await context.newPage();
    const storage = await context.newCDPSession(blank);
    const origin = `http://localhost:${port}`;
    await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
    await blank.close();
    await use(context);
    for (const page of context.pages()) await page.close();
    await context.clearPermissions();
  },
  server: async ({ tabletWithApp: { port } }, use) => {
    const server = await serverProcess({}, port);
    await use(server);
    await server.remove();
  },
});

export { expect } from './app-test.ts';
