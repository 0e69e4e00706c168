/** A person and a line are erased for ever: on both tablets, on the server's disk, and for an old backup. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test as base } from '#tests/support/offline-test.ts';
import {
  goTo,
  lineOf,
  lines,
  openTheGroup,
  openMenuOf,
  startGroupWork,
  typedLine,
} from '#tests/support/facilitator.ts';
import { goHome, joinWith, makeCode, stateChip } from '#tests/support/joining.ts';
import { say } from '#tests/support/words.ts';

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-erasing-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const byItself = { timeout: 45_000 };
const said = 'The inspector told us to keep quiet';
const family = 'Bonnelame';
const person = `Marie ${family}`;

async function openTablet(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('link', { name: /safe|on this tablet/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: say('device.title') })).toBeVisible();
}

async function saveBackup(page: Page, folder: string): Promise<string> {
  await openTablet(page);
  const own = page.getByRole('region', { name: say('reports.backup.everything.title') });
  await own.getByRole('button', { name: say('reports.backup.make') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: say('reports.file.save') }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function restore(page: Page, path: string) {
  const part = page.getByRole('region', { name: say('reports.backup.restore.title') });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    part.getByRole('button', { name: /^Choose / }).click(),
  ]);
  await chooser.setFiles(path);
  // It holds nothing that this tablet does not know better.
  await expect(part.getByText(say('reports.backup.restore.nothingNew'))).toBeVisible();
}

/** Everything that the browser keeps of the app. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('baraza');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('not opened')));
    });
    const names = [...db.objectStoreNames];
    const reading = db.transaction(names);
    const stores = await Promise.all(
      names.map(
        (name) =>
          new Promise((resolve) => {
            const all = reading.objectStore(name).getAll();
            all.addEventListener('success', () => resolve(all.result));
          }),
      ),
    );
    db.close();
    return JSON.stringify(stores) + JSON.stringify({ ...sessionStorage });
  });

async function isOnDisk(folder: string, words: string): Promise<boolean> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile() && (await readFile(path)).includes(words)) return true;
  }
  return false;
}

test(
  'A person and a line that are erased go from both tablets and from the server’s disk, and no old backup brings them back',
  { tag: '@long' },
  async ({ page, server, another, folder }) => {
    test.setTimeout(240_000);
    await server.start();
    await page.goto(await server.setupLink());
    await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
    await goHome(page);
    await startGroupWork(page);
    await typedLine(page).fill(said);
    await typedLine(page).press('Enter');
    await typedLine(page).fill('What may stay');
    await typedLine(page).press('Enter');
    await expect(lineOf(page, 'What may stay')).toBeVisible();
    const group = page.url();
    await goTo(page, 'register');
    await page.getByRole('button', { name: say('register.add.walkIn') }).click();
    await page.getByRole('textbox', { name: say('register.add.label') }).fill(`${person}, Health Unit (example)`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: new RegExp(family) }).first()).toBeVisible();
    const register = page.url();
    await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);
    const backup = await saveBackup(page, folder);
    const code = await makeCode(page, say('device.invite.untitled'));

    const other = await another();
    await other.goto(`${server.url}/join`);
    await joinWith(other, code);
    await goHome(other);
    await openTheGroup(other);
    await expect(lineOf(other, said)).toBeVisible(byItself);
    expect(await kept(other)).toContain(family);

    await page.goto(register);
    await page
      .getByRole('button', { name: new RegExp(family) })
      .first()
      .click();
    await page.getByRole('button', { name: say('erasing.askPerson') }).click();
    await expect(page.getByText(say('erasing.personKeeps'))).toBeVisible();
    await page.getByRole('button', { name: say('erasing.confirm', { name: person }) }).click();
    await expect(page.getByText(say('erasing.personStays'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: new RegExp(say('erasing.person')) }).first()).toBeVisible();
    await expect(page.getByText(say('register.list.count', { count: 1 }), { exact: true })).toBeVisible();

    await page.goto(group);
    const menu = await openMenuOf(page, 'A1-01');
    await menu.getByRole('button', { name: say('captures.menu.details') }).click();
    await page.getByRole('button', { name: say('erasing.askLine') }).click();
    await page.getByRole('button', { name: new RegExp(`^Erase “A1-01 The inspector`) }).click();
    await expect(page.getByText(say('erasing.lineStays'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lines(page)).toHaveCount(2);
    await expect(lines(page).first()).toContainText(say('erasing.erased'));
    expect(await kept(page)).not.toContain(said);

    await expect(lines(other).first()).toContainText(say('erasing.erased'), byItself);
    await expect.poll(async () => (await kept(other)).includes(family), byItself).toBe(false);
    expect(await kept(other)).not.toContain(said);
    await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);

    await openTablet(other);
    await restore(other, backup);
    await expect(stateChip(other, 'allSafe')).toBeVisible(byItself);
    for (const words of [said, family]) expect(await kept(other)).not.toContain(words);

    await server.stop();
    for (const words of [said, family]) expect(await isOnDisk(server.dataDir, words)).toBe(false);
    expect(await isOnDisk(server.dataDir, 'What may stay')).toBe(true);
  },
);
