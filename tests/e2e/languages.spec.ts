/** The app speaks the language of whoever holds the tablet, and says no word that is in no catalogue. */
import type { Page } from '@playwright/test';
import { locales } from '#language/locales.ts';
import { loadDump } from '#tests/support/database-dump.ts';
import { mark, markedExample } from '#tests/support/marked-example.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { firstScreens, listHeadings, screens, show } from '#tests/support/screens.ts';
import { say, sayInPseudo, sayInTurkish } from '#tests/support/words.ts';
import { wordsOfNoCatalogue } from '#tests/support/words-on-screen.ts';

test('The app begins in the language of the tablet, and stays in the one that was chosen', async ({
  browser,
  server,
  watch,
}) => {
  await server.start();
  const begins = async (locale: string, lang: string): Promise<Page> => {
    const context = await browser.newContext({ locale });
    watch(context);
    const page = await context.newPage();
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    return page;
  };
  const turkish = await begins('tr-TR', 'tr');
  await expect(turkish.getByRole('button', { name: sayInTurkish('home.start') })).toBeVisible();
  await begins('fr-FR', 'fr');
  const german = await begins('de-DE', 'en');
  await expect(german.getByRole('button', { name: say('home.start') })).toBeVisible();

  await german.getByRole('combobox', { name: say('app.language.label') }).selectOption({ label: 'Türkçe' });
  await expect(german.getByRole('button', { name: sayInTurkish('home.start') })).toBeVisible();
  await german.reload();
  await expect(german.getByRole('button', { name: sayInTurkish('home.start') })).toBeVisible();
  await expect(german.locator('html')).toHaveAttribute('lang', 'tr');
  for (const page of [turkish, german]) await page.context().close();
});

test('No screen says a word that is in no catalogue', async ({ page, server }) => {
  test.slow();
  await server.start();
  const typed = [...listHeadings, ...locales.map(({ name }) => name), 'en-XA'];
  const look = async (looked: typeof screens) => {
    for (const screen of looked) {
      await show(page, { say: sayInPseudo, named: mark }, screen);
      expect.soft(await wordsOfNoCatalogue(page, typed), screen.name).toEqual([]);
    }
  };
  await page.goto(`${server.url}/?pseudo`);
  await look(firstScreens);
  // An address of the same origin where the app does not run.
  await page.goto(`${server.url}/manifest.webmanifest`);
  await page.evaluate(() => indexedDB.deleteDatabase('baraza'));
  await page.evaluate(loadDump, { name: 'baraza', dump: await markedExample() });
  await page.goto(`${server.url}/?pseudo`);
  await look(screens);
});
