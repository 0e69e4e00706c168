/** The check at a day's end compares with the server, puts right what differs, and says so. */
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/offline-test.ts';
import { lineOf, startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { goHome, stateChip } from '#tests/support/joining.ts';
import { say } from '#tests/support/words.ts';

const byItself = { timeout: 45_000 };
const compareNow = (page: Page) => page.getByRole('button', { name: say('device.dayEnd.compare.now') });

/** As a fault of the browser or of the app would: nothing notices. */
const loseLines = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('baraza');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const lines = opening.result.transaction('capture', 'readwrite').objectStore('capture');
          const counting = lines.count();
          lines.clear().addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );

test('What a tablet lost without noticing comes back at the check of the day’s end, which says so', async ({
  page,
  server,
}) => {
  await server.start();
  await page.goto(await server.setupLink());
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await goHome(page);
  await startGroupWork(page);
  const group = page.url();
  await typedLine(page).fill('Nobody knows whom to ask');
  await typedLine(page).press('Enter');
  await expect(lineOf(page, 'Nobody knows whom to ask')).toBeVisible();
  await stateChip(page, 'allSafe').click(byItself);
  await expect(page.getByText(/both hold the same\.$/)).toBeVisible(byItself);

  expect(await loseLines(page)).toBe(1);
  await compareNow(page).click();
  await expect(page.getByText(say('device.dayEnd.compare.mended', { count: 1 }))).toBeVisible(byItself);
  await expect(page.getByText(say('device.dayEnd.confirmed'))).toBeVisible(byItself);
  await page.goto(group);
  await expect(lineOf(page, 'Nobody knows whom to ask')).toBeVisible();

  await server.stop();
  await stateChip(page, 'allSafe').click();
  await compareNow(page).click();
  await expect(page.getByText(say('device.dayEnd.compare.waits'))).toBeVisible();
  await expect(page.getByText(/^Compared with the server/)).toBeVisible();
});
