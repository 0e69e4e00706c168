/**
 * The test function of the browser tests: a server of its own for each test, and no page that breaks the
 * Content-Security-Policy or throws without the test failing.
 */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { serverProcess, type ServerProcess } from './server-process.ts';

interface Fixtures {
  /** Started, on empty data. */
  readonly server: ServerProcess;
  /** Watches a context that a test opened itself; the test's own is watched already. */
  readonly watch: (context: BrowserContext) => void;
}

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures from the pattern, so it must be one.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await serverProcess();
    await server.start();
    await use(server);
    await server.remove();
  },
  watch: [
    async ({ context }, use) => {
      const problems: string[] = [];
      const watch = (watched: BrowserContext) => {
        watched.on('weberror', (problem) => problems.push(String(problem.error().stack)));
        watched.on('console', (message) => {
          if (/content security policy/i.test(message.text())) problems.push(message.text());
        });
      };
      watch(context);
      await use(watch);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Resolves when the device has every file of the app and the page is served from them. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.ready) && navigator.serviceWorker.controller !== null,
    undefined,
    { timeout: 60_000 },
  );
}
