/**
 * The plug is pulled while lines are written: what is on the disk at that moment is copied, and opened. Every line that
 * was shown as saved is there. The control writes as browsers do by default, and loses some: the test can fail.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { appCopy, type AppCopy } from '#tests/support/app-copy.ts';
import { waitUntilOffline } from '#tests/support/app-test.ts';
import { tablet } from '#tests/support/browser.ts';
import { startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { linesTold } from '#tests/support/lines-told.ts';
import { type LoopDisk, loopDisk, whyNoLoopDisk } from '#tests/support/loop-disk.ts';
import { seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';

const cuts = Math.ceil(6 * timesOfRun());
const linesBetween = { from: 10, to: 40 };

const missing = whyNoLoopDisk();
const why = missing === undefined ? '' : `: not tried, this machine mounts no disk from a file (${missing})`;
if (missing !== undefined) console.warn(`SKIPPED: the power cut${why}`);

describe.skipIf(missing !== undefined)(`a power cut${why}`, () => {
  it('loses no line that was shown as saved', async (context) => {
    expect(await linesLost(context)).toEqual([]);
  });

  it('would lose some where writes are not waited for', async (context) => {
    const app = await appCopy();
    await relaxDurability(app);
    expect((await linesLost(context, app.folder)).length).toBeGreaterThan(0);
    await app.remove();
  });
});

/** The lines that were shown as saved before a cut, and are not on the disk after it. */
async function linesLost(context: TestContext, appDir?: string): Promise<string[]> {
  const chance = seeded(seedOfRun());
  measured(context, { seed: chance.seed });
  const server = await serverProcess(appDir === undefined ? {} : { APP_DIR: appDir });
  await server.start();
  const disk = loopDisk(512);
  const device = await tablet({ locale: 'en-GB' }, join(disk.folder, 'profile'));
  const told = linesTold();
  const browser = await device.open();
  await told.watch(browser);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(server.url);
  await waitUntilOffline(page);
  await startGroupWork(page);
  await typedLine(page).focus();

  const left: { readonly saved: readonly string[]; readonly disk: LoopDisk }[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    for (let lines = chance.between(linesBetween.from, linesBetween.to); lines > 0; lines -= 1) {
      await page.keyboard.insertText(`Cut ${cut}, line ${lines}: nobody knows whom to ask`);
      await page.keyboard.press('Enter');
    }
    await page.waitForTimeout(chance.below(60));
    const saved = [...told.saved.values()].map(({ text }) => text);
    left.push({ saved, disk: await device.frozenDuring(() => disk.afterPowerCut()) });
  }
  await device.remove();
  disk.remove();

  const lost: string[] = [];
  for (const { saved, disk: copy } of left) {
    const kept = await textsOn(copy, server.url);
    lost.push(...saved.filter((text) => !kept.has(text)));
    copy.remove();
  }
  await server.remove();
  measured(context, { cuts, 'shown as saved at the last': left.at(-1)?.saved.length ?? 0, lost: lost.length });
  return lost;
}

/** The texts of all lines in the profile on a disk. */
async function textsOn(disk: LoopDisk, url: string): Promise<ReadonlySet<string>> {
  const profile = join(disk.folder, 'profile');
  const device = await tablet({}, profile);
  const browser = await device.open();
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(`${url}/api/health`);
  const { captures } = await tabletStore(page);
  await device.kill();
  await device.remove();
  return new Set(captures.map(({ text }) => text));
}

/** The app as it would be with the durability that browsers give by default. */
async function relaxDurability({ folder, release }: AppCopy): Promise<void> {
  const strict = /chromeTransactionDurability:(["'`])strict\1/;
  for (const name of await readdir(join(folder, 'assets'))) {
    if (!name.endsWith('.js') || !strict.test(await readFile(join(folder, 'assets', name), 'utf8'))) continue;
    await release((text) => text.replace(strict, 'chromeTransactionDurability:$1relaxed$1'), join('assets', name));
    return;
  }
  throw new Error('The app was not built with strict durability.');
}
