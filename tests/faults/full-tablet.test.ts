/**
 * The browser gives the tablet no more room, for a while: each line is saved or says that it is not, a photo that does
 * not fit takes no line with it, and with room again everything goes on.
 */
import type { Locator } from '@playwright/test';
import { expect, it } from 'vitest';
import { typedLine } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { joinedTablet, untilAllSafe, writeLine } from '#tests/support/joined-tablet.ts';
import { expect as expectPage } from '#tests/support/patient-expect.ts';
import { flipChart, takePhoto } from '#tests/support/pictures.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { notOnServer, storedRecords } from '#tests/support/server-records.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';
import { say } from '#tests/support/words.ts';

const byItself = { timeout: 60_000 };
/** Chromium looks half a minute later how much room there is. */
const noticedAfterMs = 35_000;

it('a tablet without room saves what fits, says what does not, and goes on when there is room', async (context) => {
  const server = await serverProcess();
  context.onTestFinished(() => server.remove());
  await server.start();
  const { page, told } = await joinedTablet(context, server.url, await server.setupLink());
  const browser = await page.context().newCDPSession(page);
  const allow = (quotaSize?: number) =>
    browser.send('Storage.overrideQuotaForOrigin', {
      origin: server.url,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  const full = page.getByRole('alert').filter({ hasText: say('problems.commit.full.happened') });
  const noPhoto = page.getByRole('alert').filter({ hasText: say('captures.photo.trouble.full.happened') });
  const retryIn = (alert: Locator) => alert.getByRole('button', { name: say('problems.commit.retry') });
  const picture = await flipChart(page, 'A detailed drawing', 1600, 1200, true);
  for (let line = 0; line < 5; line += 1) await writeLine(page, `${line}: There is room`);
  await untilAllSafe({ page, told }, 5, byItself);

  // Room for lines, and not for a photo.
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await allow(used + 150_000);
  await page.waitForTimeout(noticedAfterMs);
  await takePhoto(page, picture);
  await expectPage(noPhoto).toContainText(say('captures.photo.trouble.full.advice'), byItself);
  for (let line = 5; line < 15; line += 1) await writeLine(page, `${line}: A little room`);
  await expectPage.poll(() => told.saved.size, byItself).toBe(15);
  const photosKept = (await tabletStore(page)).photos;

  // None at all.
  await allow(1);
  await page.waitForTimeout(noticedAfterMs);
  await writeLine(page, '15: No room');
  await expectPage(full).toContainText(say('problems.commit.full.advice'), byItself);
  const savedWithoutRoom = told.saved.size;

  await allow();
  // What was refused stands in the line again. Its notice may go before it can be tapped.
  await typedLine(page).press('Enter');
  await expectPage.poll(() => told.saved.size, byItself).toBe(16);
  await expectPage(full).toBeHidden();
  await retryIn(noPhoto).click();
  await expectPage(noPhoto).toBeHidden(byItself);
  await writeLine(page, '16: There is room again');
  await untilAllSafe({ page, told }, 17, byItself);

  const lost = notOnServer([...told.saved.values()], server.dataDir);
  const stored = storedRecords(server.dataDir, 'capture');
  const held = await tabletStore(page);
  measured(context, {
    'lines saved': told.saved.size,
    'saved without room': savedWithoutRoom - 15,
    'photos kept without room': photosKept,
    photos: held.photos,
    lost: lost.length,
    doubled: stored.length - new Set(stored.map(({ v }) => v['text'])).size,
  });
  expect([photosKept, savedWithoutRoom]).toEqual([0, 15]);
  expect(lost).toEqual([]);
  expect(stored.length).toBe(17);
  expect(held).toMatchObject({ pending: 0, quarantined: 0, photos: 1 });
});
