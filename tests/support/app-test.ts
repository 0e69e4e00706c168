/**
 * The test function of the browser tests: a server of its own for each test, and no page that breaks the
 * Content-Security-Policy or throws without the test failing.
 */
import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type WebError,
} from '@playwright/test';
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
      const onError = (problem: WebError) => void problems.push(String(problem.error().stack));
      const onMessage = (message: ConsoleMessage) => {
        if (/content security policy/i.test(message.text())) problems.push(message.text());
      };
      const watched: BrowserContext[] = [];
      const watch = (one: BrowserContext) => {
        watched.push(one.on('weberror', onError).on('console', onMessage));
      };
      watch(context);
      await use(watch);
      for (const one of watched) one.off('weberror', onError).off('console', onMessage);
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
