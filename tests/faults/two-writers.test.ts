/**
 * Why the app writes one thing after the other: Chromium that is killed during two writing transactions deletes every
 * database at its next start. Where the second test fails, Chromium has mended it; see
 * docs/decisions/0015-one-writer-at-a-time.md.
 */
import { expect, it, type TestContext } from 'vitest';
import { tablet } from '#tests/support/browser.ts';
import { measured } from '#tests/support/figures.ts';
import { serverProcess } from '#tests/support/server-process.ts';

const kills = 3;

it('a kill during one writing transaction leaves the databases as they are', async (context) => {
  expect(await deletedAfter(context, ['first'])).toBe(0);
});

it('a kill during two would delete them', async (context) => {
  expect(await deletedAfter(context, ['first', 'second'])).toBeGreaterThan(0);
});

/** After how many of the kills the database was not there any more, with so many transactions under way at each. */
async function deletedAfter(context: TestContext, tables: string[]): Promise<number> {
  const server = await serverProcess();
  context.onTestFinished(() => server.remove());
  await server.start();
  const device = await tablet();
  context.onTestFinished(() => device.remove());
  const openAndWrite = async () => {
    const browser = await device.open();
    const page = browser.pages()[0] ?? (await browser.newPage());
    // An address of the server where the app is not.
    await page.goto(`${server.url}/api/health`);
    const isNew = await page.evaluate(writeOnAndOn, tables);
    await page.waitForTimeout(700);
    return isNew;
  };
  await openAndWrite();
  let deleted = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await device.kill();
    if (await openAndWrite()) deleted += 1;
  }
  measured(context, { kills, deleted });
  return deleted;
}

/** Runs in the page: writes without end to each table in a transaction of its own. Whether the database was new. */
function writeOnAndOn(tables: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('beside', 1);
    let isNew = false;
    opening.addEventListener('upgradeneeded', () => {
      isNew = true;
      for (const table of tables) opening.result.createObjectStore(table, { autoIncrement: true });
    });
    opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    opening.addEventListener('success', () => {
      for (const table of tables) {
        const rows = opening.result.transaction(table, 'readwrite').objectStore(table);
        const next = () => rows.put('a line of text '.repeat(300)).addEventListener('success', next);
        next();
      }
      resolve(isNew);
    });
  });
}
