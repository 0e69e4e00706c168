/** The app itself without a server: it opens, it stays what it was, and a newer one comes when it is asked for. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { app as words } from '#language/en/app.ts';
import { appCopy } from '#tests/support/app-copy.ts';
import { expect, test, waitUntilOffline } from '#tests/support/app-test.ts';
import { holdingLine } from '#tests/support/holding-line.ts';
import type { Figures } from '#tools/budgets.mjs';

const main = (page: Page) => page.getByRole('main');
const versionOf = (page: Page) => page.locator('meta[name="test-version"]').getAttribute('content');
const stamped = (version: string) => (html: string) =>
  html
    .replace(/<meta name="test-version"[^>]*>/, '')
    .replace('</head>', `<meta name="test-version" content="${version}"></head>`);

test('The app opens with the server away: cold, at a deep link, and when the page is reloaded', async ({
  page,
  context,
  server,
}) => {
  await page.goto(server.url);
  await expect(main(page)).toBeVisible();
  await waitUntilOffline(page);
  await server.stop();

  await page.reload();
  await expect(main(page)).toBeVisible();
  await page.close();

  const cold = await context.newPage();
  await cold.goto(server.url);
  await expect(main(cold)).toBeVisible();
  await cold.goto(`${server.url}/device`);
  await expect(main(cold)).toBeVisible();
  await cold.reload();
  await expect(main(cold)).toBeVisible();
  expect(new URL(cold.url()).pathname).toBe('/device');
});

test('Every file of the app is on the device after the first visit', async ({ page, server }) => {
  await page.goto(server.url);
  await waitUntilOffline(page);
  const files: string[] = (await built()).precache.files.map(({ file }) => `/${file}`);
  await server.stop();
  const missing = await page.evaluate(async (paths) => {
    const answers = await Promise.all(
      paths.map((path) =>
        fetch(path).then(
          (answer) => answer.ok,
          () => false,
        ),
      ),
    );
    return paths.filter((_, index) => !answers[index]);
  }, files);
  expect(missing).toEqual([]);
});

test('Three files of the app are fetched at a time, so that a slow line is not waited for once per file', async ({
  page,
  server,
}) => {
  const line = await holdingLine(server.port, 3);
  await page.goto(line.url);
  await waitUntilOffline(page);
  expect(line.most()).toBe(3);
  await line.close();
});

test('The service worker leaves the server’s own addresses alone', async ({ page, server }) => {
  await page.goto(server.url);
  await waitUntilOffline(page);
  await server.stop();
  const answered = await page.evaluate(() =>
    fetch('/api/sync').then(
      () => true,
      () => false,
    ),
  );
  expect(answered).toBe(false);
});

test('A newer version is offered and never forced', async ({ page, server }) => {
  const copy = await appCopy();
  await copy.release(stamped('1'));
  await restart(server, copy.folder);
  await page.goto(server.url);
  await waitUntilOffline(page);

  await copy.release(stamped('2'));
  await restart(server, copy.folder);
  const offer = page.getByRole('button', { name: words.update.now });
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(offer).toBeVisible();
  expect(await versionOf(page)).toBe('1');

  await page.reload();
  await expect(offer).toBeVisible();
  expect(await versionOf(page)).toBe('1');

  await offer.click();
  await expect.poll(() => versionOf(page).catch(() => 'loading')).toBe('2');
  await expect(offer).toBeHidden();
  await copy.remove();
});

test('The other tab goes on with its version until its person agrees', async ({ page, context, server }) => {
  const copy = await appCopy();
  await copy.release(stamped('1'));
  await restart(server, copy.folder);
  await page.goto(server.url);
  await waitUntilOffline(page);
  const other = await context.newPage();
  await other.goto(server.url);

  await copy.release(stamped('2'));
  await restart(server, copy.folder);
  await page.reload();
  await page.getByRole('button', { name: words.update.now }).click();
  await expect.poll(() => versionOf(page).catch(() => 'loading')).toBe('2');

  expect(await versionOf(other)).toBe('1');
  await other.getByRole('button', { name: words.update.now }).click();
  await expect.poll(() => versionOf(other).catch(() => 'loading')).toBe('2');
  await copy.remove();
});

test('A login page in place of the app is never kept', async ({ page, server }) => {
  const copy = await appCopy();
  await copy.release(stamped('1'));
  await restart(server, copy.folder);
  await page.goto(server.url);
  await waitUntilOffline(page);

  await copy.release(stamped('2'));
  await copy.tamper(() => '<!doctype html><title>Hotel</title>Log in to the Wi-Fi.');
  await restart(server, copy.folder);
  await page.reload();
  const became = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const next = registration.installing;
    if (!next) return 'none';
    return new Promise((resolve) => next.addEventListener('statechange', () => resolve(next.state)));
  });
  expect(['redundant', 'none']).toContain(became);
  await server.stop();
  await page.reload();
  expect(await versionOf(page)).toBe('1');
  await expect(main(page)).toBeVisible();
  await copy.remove();
});

test('A first visit over a broken line is finished when the app is looked at again', async ({ page, server }) => {
  const copy = await appCopy();
  const part = join(copy.folder, 'manifest.webmanifest');
  await rename(part, `${part}.away`);
  await restart(server, copy.folder);
  await page.goto(server.url);
  await expect(main(page)).toBeVisible();
  // Some files came, then the worker gave up.
  const gaveUp = () =>
    page.evaluate(async () => (await caches.keys()).length > 0 && !(await navigator.serviceWorker.getRegistration()));
  await expect.poll(gaveUp).toBe(true);

  await rename(`${part}.away`, part);
  await restart(server, copy.folder);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await waitUntilOffline(page);
  await copy.remove();
});

test('The first screen asks for what the build counted, and nothing more', async ({ page, server }) => {
  await page.addInitScript(() => {
    const note = () => {
      if (!document.querySelector('main h1')) return;
      observer.disconnect();
      const files = performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => (/\.(js|css)$/.test(name) ? [new URL(name).pathname.slice(1)] : []));
      Object.assign(globalThis, { askedFor: ['index.html', ...files] });
    };
    const observer = new MutationObserver(note);
    observer.observe(document, { subtree: true, childList: true });
  });
  await page.goto(server.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const asked = new Set(await page.evaluate(() => (globalThis as never as { askedFor: string[] }).askedFor));
  asked.delete('sw.js');
  const { firstRoute, precache } = await built();
  const weight = precache.files.filter(({ file }) => asked.has(file)).reduce((sum, { gz }) => sum + gz, 0);
  // The build counts the largest of the languages, whichever is asked for.
  const named = (file: string) => file.replace(/^assets\/first-.*/, 'words of the first screen');
  const counted = new Set(firstRoute.files.map(({ file }) => named(file)));
  expect([...asked].map(named).filter((file) => !counted.has(file))).toEqual([]);
  expect(asked.size).toBe(counted.size);
  expect(weight).toBeLessThanOrEqual(firstRoute.gz);
});

async function restart(
  server: { stop: () => Promise<void>; start: (env: Record<string, string>) => Promise<void> },
  folder: string,
) {
  await server.stop();
  await server.start({ APP_DIR: folder });
}

/** What the last build weighed. */
async function built(): Promise<Figures> {
  const record = join(import.meta.dirname, '../../node_modules/.cache/baraza/build.json');
  return JSON.parse(await readFile(record, 'utf8')) as Figures;
}
