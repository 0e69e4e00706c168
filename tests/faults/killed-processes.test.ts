/**
 * A day of 300 lines and 30 photos on one tablet, during which the browser and the server are killed 100 times in the
 * middle of things. What was shown as saved is on the server in the end, once; what was shown as on the server was.
 */
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { waitUntilOffline } from '#tests/support/app-test.ts';
import { tablet } from '#tests/support/browser.ts';
import { startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { joinBySetupLink, stateChip } from '#tests/support/joining.ts';
import { linesTold, type Told } from '#tests/support/lines-told.ts';
import { expect as expectPage } from '#tests/support/patient-expect.ts';
import { flipChart, type PictureFile, takePhoto } from '#tests/support/pictures.ts';
import { type Seeded, seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { notOnServer, storedRecords } from '#tests/support/server-records.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';

const lines = Math.ceil(300 * timesOfRun());
const photos = Math.ceil(30 * timesOfRun());
const kills = Math.ceil(100 * timesOfRun());
/** After a kill, a tablet that waits before it asks again asks within this. */
const emptyWithinMs = 180_000;

it('100 kills of the browser and the server lose and double nothing, and "on the server" is never wrong', async (context) => {
  const chance = seeded(seedOfRun());
  measured(context, { seed: chance.seed });
  const server = await serverProcess();
  context.onTestFinished(() => server.remove());
  await server.start();
  const device = await tablet({ locale: 'en-GB' });
  context.onTestFinished(() => device.remove());
  const told = linesTold();
  const opened = async () => {
    const browser = await device.open();
    await told.watch(browser);
    return browser.pages()[0] ?? (await browser.newPage());
  };
  let page = await opened();
  await page.goto(server.url);
  await waitUntilOffline(page);
  await joinBySetupLink(page, await server.setupLink());
  await page.goto(server.url);
  await startGroupWork(page);
  const address = page.url();
  const pictures: PictureFile[] = [];
  for (let number = 0; number < photos; number += 1) pictures.push(await flipChart(page, `Chart ${number}`, 640, 480));

  let back: Promise<void> = Promise.resolve();
  const falselySafe: Told[] = [];
  const checkSafe = () => void falselySafe.push(...notOnServer([...told.safe.values()], server.dataDir));
  const killServer = async () => {
    await back;
    await server.kill();
    const away = chance.below(2500);
    back = setTimeout(away)
      .then(() => server.start())
      .then(checkSafe);
  };
  const killBrowser = async () => {
    await device.kill();
    page = await opened();
    await page.goto(address);
    await typedLine(page)
      .waitFor({ timeout: 30_000 })
      .catch(async (reason: unknown) => {
        throw new Error(`No line to type in. On screen: ${await page.locator('body').innerText()}`, { cause: reason });
      });
    // What came back is ended, as its writer would.
    await page.waitForTimeout(500);
    if ((await typedLine(page).inputValue()) !== '') await typedLine(page).press('Enter');
  };

  const write = async (words: string, picture?: PictureFile) => {
    await expectPage(typedLine(page)).toHaveValue('');
    await typedLine(page).focus();
    if (chance.happens(0.4)) await page.keyboard.type(words);
    else await page.keyboard.insertText(words);
    if (picture) await takePhoto(page, picture);
    else await page.keyboard.press('Enter');
    if (picture || chance.happens(0.6))
      await expectPage
        .poll(
          async () =>
            isSaved(told.saved, words, picture ? 1 : 0) ? 'saved' : `typed: ${await typedLine(page).inputValue()}`,
          { timeout: 30_000 },
        )
        .toBe('saved');
  };
  const steps = lines + photos;
  const photoAt = drawn(photos, steps, chance);
  const killAt = drawn(kills, steps, chance);
  const done = { browser: 0, server: 0 };
  for (let number = 0; number < steps; number += 1) {
    const isPhoto = photoAt.has(number);
    const words = `${number}: ${chance.pick(['Nobody knows whom to ask', 'Çoğu toplantı duyurulmuyor', 'Le délai est trop court'])}`;
    const writing = write(words, isPhoto ? pictures.pop() : undefined);
    if (!killAt.has(number)) {
      await writing;
      continue;
    }
    const interrupted = writing.catch(() => undefined);
    await setTimeout(chance.below(isPhoto ? 900 : 250));
    const victim = chance.pick(['browser', 'server'] as const);
    done[victim] += 1;
    if (victim === 'server') await killServer();
    else await killBrowser();
    await interrupted;
  }

  await back;
  await page.goto(address);
  await expectPage(stateChip(page, 'allSafe')).toBeVisible({ timeout: emptyWithinMs });
  checkSafe();
  const held = await tabletStore(page);
  const stored = storedRecords(server.dataDir, 'capture');
  const lost = notOnServer([...told.saved.values()], server.dataDir);
  // A line that was cut within its number is nobody's double.
  const numbers = stored.flatMap(({ v }) => String(v['text']).match(/^\d+(?=:)/)?.[0] ?? []);
  const doubled = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  measured(context, {
    'kills of the browser': done.browser,
    'kills of the server': done.server,
    'lines saved': told.saved.size,
    'of them with a photo': [...told.saved.values()].filter((line) => line.photos > 0).length,
    'on the server': stored.length,
    lost: lost.length,
    doubled: doubled.length,
    'left to send': held.pending,
    'false "on the server"': falselySafe.length,
  });
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(falselySafe).toEqual([]);
  expect(held).toMatchObject({ pending: 0, quarantined: 0 });
  expect(held.captures.length).toBe(stored.length);
});

/** So many different numbers below `limit`. */
function drawn(count: number, limit: number, chance: Seeded): ReadonlySet<number> {
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(chance.below(limit));
  return numbers;
}

const isSaved = (saved: ReadonlyMap<string, Told>, text: string, withPhotos: number): boolean =>
  [...saved.values()].some((line) => line.text === text && line.photos >= withPhotos);
