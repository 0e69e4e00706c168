/**
 * A tablet behind a line of 50 kbit/s that stalls, breaks and lets others answer: lines and photos are written as if
 * nothing were, and are on the server by themselves once the line is mended. What it says of them is true all the while.
 */
import { expect, it } from 'vitest';
import { waitUntilOffline } from '#tests/support/app-test.ts';
import { badLine } from '#tests/support/bad-line.ts';
import { tablet } from '#tests/support/browser.ts';
import { startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { untilAllSafe } from '#tests/support/joined-tablet.ts';
import { joinBySetupLink } from '#tests/support/joining.ts';
import { linesTold, type Told } from '#tests/support/lines-told.ts';
import { flipChart, takePhoto } from '#tests/support/pictures.ts';
import { seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { notOnServer, storedRecords } from '#tests/support/server-records.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';

const lines = Math.ceil(60 * timesOfRun());
const photos = Math.ceil(4 * timesOfRun());
/** Between two lines. */
const beatMs = 1_500;
/** A server that asked for quiet is left alone for so long at most, and a photo is on its way. */
const emptyWithinMs = 120_000;

it('a line of 50 kbit/s with stalls, resets and answers of others loses and doubles nothing', async (context) => {
  const chance = seeded(seedOfRun());
  measured(context, { seed: chance.seed });
  const server = await serverProcess();
  context.onTestFinished(() => server.remove());
  await server.start();
  const line = await badLine(server.port, chance);
  context.onTestFinished(() => line.close());
  const device = await tablet({ locale: 'en-GB' });
  context.onTestFinished(() => device.remove());
  const told = linesTold();
  const browser = await device.open();
  await told.watch(browser);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(line.url);
  await waitUntilOffline(page);
  await joinBySetupLink(page, (await server.setupLink()).replace(server.url, line.url));
  await page.goto(line.url);
  await startGroupWork(page);

  const falselySafe: Told[] = [];
  line.setBad(true);
  for (let number = 0; number < lines; number += 1) {
    await typedLine(page).focus();
    await page.keyboard.insertText(`${number}: Nobody knows whom to ask`);
    if (number % Math.ceil(lines / photos) === 0)
      await takePhoto(page, await flipChart(page, `Chart ${number}`, 640, 480));
    else await page.keyboard.press('Enter');
    await page.waitForTimeout(chance.between(beatMs / 2, beatMs));
    falselySafe.push(...notOnServer([...told.safe.values()], server.dataDir));
  }
  line.setBad(false);
  await page.keyboard.insertText(`${lines}: The line is mended`);
  await page.keyboard.press('Enter');
  await untilAllSafe({ page, told }, lines + 1, { timeout: emptyWithinMs });

  const held = await tabletStore(page);
  const stored = storedRecords(server.dataDir, 'capture');
  const lost = notOnServer([...told.saved.values()], server.dataDir);
  const texts = stored.map(({ v }) => v['text']);
  const doubled = texts.length - new Set(texts).size + storedRecords(server.dataDir, 'photo').length - held.photos;
  measured(context, {
    'lines saved': told.saved.size,
    photos: held.photos,
    ...line.met,
    lost: lost.length,
    doubled,
    'left to send': held.pending,
    'false "on the server"': falselySafe.length,
  });
  expect(lost).toEqual([]);
  expect(doubled).toBe(0);
  expect(falselySafe).toEqual([]);
  expect(held).toMatchObject({ pending: 0, quarantined: 0 });
});
