/**
 * A browser killed in the midst of writing leaves half a record at the end of the log of its databases. Chromium writes
 * on behind it, and at the start after that deletes all databases of the app, unless a new log was begun before; see
 * docs/decisions/0017-a-fresh-log.md.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { expect, it, type TestContext } from 'vitest';
import { waitUntilOffline } from '#tests/support/app-test.ts';
import { tablet } from '#tests/support/browser.ts';
import { startGroupWork, textsOf, typedLine } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { writeLine } from '#tests/support/joined-tablet.ts';
import { linesTold } from '#tests/support/lines-told.ts';
import { expect as expectPage } from '#tests/support/patient-expect.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { say } from '#tests/support/words.ts';

const [before, after] = ['Written before the kill', 'Written after it'];

it('half a record in the log costs no line that was saved', async (context) => {
  const { page } = await killedTwice(context, { untilFreshLog: true });
  await expectPage(typedLine(page)).toBeVisible();
  expect(await textsOf(page)).toEqual([before, after]);
  measured(context, { lost: 0 });
});

it('half a record in the log would cost everything where no new log is begun, and the tablet says so', async (context) => {
  // What the app knows Chromium by.
  const { page } = await killedTwice(context, {
    untilFreshLog: false,
    prepare: async (browser) => {
      await browser.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'userAgentData'));
    },
  });
  await expectPage(page.getByText(say('app.notFound.heading'))).toBeVisible();
  await expectPage(page.getByText(say('device.vanished.heading'))).toBeVisible();
});

/** The page of a group at the second start after a kill that left half a record; a line was saved at the first. */
async function killedTwice(
  { onTestFinished }: TestContext,
  { untilFreshLog, prepare }: { untilFreshLog: boolean; prepare?: (browser: BrowserContext) => Promise<void> },
) {
  const server = await serverProcess();
  onTestFinished(() => server.remove());
  await server.start();
  const device = await tablet({ locale: 'en-GB' });
  onTestFinished(() => device.remove());
  const told = linesTold();
  const opened = async (address: string) => {
    const browser = await device.open();
    await prepare?.(browser);
    await told.watch(browser);
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(address);
    return page;
  };
  const save = async (page: Awaited<ReturnType<typeof opened>>, text: string) => {
    const count = told.saved.size;
    await writeLine(page, text);
    await expectPage.poll(() => told.saved.size).toBe(count + 1);
  };

  let page = await opened(server.url);
  await waitUntilOffline(page);
  await startGroupWork(page);
  const address = page.url();
  await save(page, before);
  // Closed, and not killed: half a record is put there by hand.
  await page.context().close();
  const log = logOf(device.folder);
  appendFileSync(log, halfARecord);

  page = await opened(address);
  await save(page, after);
  if (untilFreshLog) await expectPage.poll(() => logOf(device.folder)).not.toBe(log);
  expect(logOf(device.folder) === log).toBe(!untilFreshLog);
  await device.kill();
  return { page: await opened(address) };
}

/** The header of a record whose bytes were not written any more: checksum, length, and that it is whole. */
const halfARecord = Buffer.from([0x12, 0x34, 0x56, 0x78, 120, 0, 1]);

/** The log that is written to: the one with the highest number. */
function logOf(profile: string): string {
  const databases = join(profile, 'Default', 'IndexedDB');
  const files = readdirSync(databases, { recursive: true, encoding: 'utf8' });
  return join(
    databases,
    files
      .filter((name) => name.endsWith('.log'))
      .toSorted()
      .at(-1) ?? '',
  );
}
