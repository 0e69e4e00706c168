/** Four tablets in one session, and no server: files go round until all four hold the same. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as expectSoon, type Locator, type Page } from '@playwright/test';
import { readBackup } from '#documents/backup.ts';
import { goWithin, lineOf, openOffline, startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { flipChart, photoOn, takePhoto } from '#tests/support/pictures.ts';
import { expectReadable } from '#tests/support/readable.ts';
import { test as base } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-hand-over-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

/** Four browsers at once are slow to open a page. */
const expect = expectSoon.configure({ timeout: 20_000 });

const adding = (page: Page): Locator => page.getByRole('region', { name: say('reports.backup.restore.title') });
const add = (page: Page): Locator =>
  adding(page).getByRole('button', { name: say('reports.backup.restore.restore'), exact: true });

async function save(page: Page, make: Locator, folder: string, name: string): Promise<string> {
  await make.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('reports.file.save') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/ hand-over\.baraza$/);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

/** From the session, by "Report and files". */
async function handOverSession(page: Page, session: string, folder: string, name: string): Promise<string> {
  await goWithin(page, `${session}/report`);
  await page
    .getByRole('radio', {
      name: `${say('reports.choice.handOver.title')} ${say('reports.choice.handOver.format')}`,
    })
    .click();
  return save(page, page.getByRole('button', { name: say('reports.choice.handOver.make') }), folder, name);
}

/** From the page of this tablet. */
async function handOverUnsent(page: Page, origin: string, folder: string, name: string): Promise<string> {
  await goWithin(page, `${origin}/device#hand-over`);
  return save(page, page.getByRole('button', { name: say('reports.backup.handOver.make') }), folder, name);
}

/** Chooses a file and waits until it has been looked at. */
async function choose(page: Page, origin: string, path: string): Promise<void> {
  await goWithin(page, `${origin}/device#restore`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    adding(page)
      .getByRole('button', { name: /^Choose / })
      .click(),
  ]);
  await chooser.setFiles(path);
}

async function takeIn(page: Page, origin: string, path: string): Promise<void> {
  await choose(page, origin, path);
  await add(page).click();
  await expect(adding(page)).toContainText(/Added: \d+ new, \d+ changed, \d+ already here\./);
}

async function write(page: Page, group: string, text: string): Promise<void> {
  await goWithin(page, group);
  await typedLine(page).fill(text);
  await typedLine(page).press('Enter');
  await expect(lineOf(page, text)).toBeVisible();
}

async function rewrite(page: Page, group: string, from: string, to: string): Promise<void> {
  await goWithin(page, group);
  await lineOf(page, from).locator('[data-line-text]').click();
  const field = page.getByRole('textbox', { name: say('captures.row.textOf', { ref: 'A1-01' }) });
  await field.fill(to);
  await field.press('Enter');
  await expect(lineOf(page, to)).toBeVisible();
}

/** Every record and picture on a tablet, and what of it waits to be sent. */
const contentsOf = (
  page: Page,
): Promise<{ readonly records: readonly unknown[]; readonly marks: readonly unknown[] }> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
      });
    const db = await asked(indexedDB.open('baraza'));
    const own = new Set(['drafts', 'history', 'meta', 'pending', 'scopes', 'quarantine', 'blobs', 'files']);
    const records: unknown[] = [];
    for (const store of db.objectStoreNames) {
      if (own.has(store)) continue;
      const rows = await asked(db.transaction(store).objectStore(store).getAll());
      if (rows.length > 0) records.push([store, rows]);
    }
    records.push(['blobs', await asked(db.transaction('blobs').objectStore('blobs').getAllKeys())]);
    const marks = await asked(db.transaction('pending').objectStore('pending').getAll());
    db.close();
    return { records, marks };
  });

test(
  'Four tablets without a network write in one session, and files that go round make all four equal',
  { tag: '@long' },
  async ({ page, another, server, folder }) => {
    test.setTimeout(480_000);
    const origin = server.url;
    const [second, third, fourth] = [await another(), await another(), await another()];
    const tablets = [page, second, third, fourth];
    for (const tablet of tablets) await tablet.goto(origin);

    // The first begins, and hands its session to the others.
    await startGroupWork(page);
    const group = page.url();
    const session = group.split('/group/')[0] ?? '';
    await write(page, group, 'Nobody knows whom to ask');
    await takePhoto(page, await flipChart(page, 'What do we believe?', 800, 600));
    await expect(photoOn(page, 'A1-01')).toBeVisible();
    const begun = await handOverSession(page, session, folder, 'begun.baraza');
    await choose(second, origin, begun);
    await expect(adding(second)).toContainText(say('reports.backup.restore.handOver'));
    await expect(adding(second)).toContainText(say('reports.backup.restore.newLines', { count: 1 }));
    await expect(adding(second)).toContainText(say('reports.backup.restore.photos', { count: 1 }));
    await expectReadable(second);
    const before = await contentsOf(second);
    expect(before).toEqual({ records: [['blobs', []]], marks: [] });
    await add(second).click();
    await expect(adding(second)).toContainText(/Added: \d+ new, 0 changed, 0 already here\./);
    for (const tablet of [third, fourth]) await takeIn(tablet, origin, begun);

    // All four write; two of them over the same line.
    await write(page, group, 'From the first');
    await write(second, group, 'From the second');
    await write(third, group, 'From the third');
    await write(fourth, group, 'From the fourth');
    await rewrite(second, group, 'Nobody knows whom to ask', 'Nobody at the ministry knows whom to ask');
    await rewrite(third, group, 'Nobody knows whom to ask', 'Nobody at the NGO knows whom to ask');

    // Round, and once more as far as it takes: the last has everything after three, the third after six.
    const round = [page, second, third, fourth, page, second, third];
    for (const [at, from] of round.slice(0, -1).entries()) {
      const to = round[at + 1] as Page;
      const name = `round-${at}.baraza`;
      const file =
        at % 2 === 0
          ? await handOverSession(from, session, folder, name)
          : await handOverUnsent(from, origin, folder, name);
      if (at === 1) {
        await choose(to, origin, file);
        await expect(adding(to)).toContainText(say('reports.backup.restore.unsent'));
        await expect(adding(to)).toContainText(say('reports.backup.restore.bothWrote', { count: 1 }));
        await add(to).click();
        await expect(adding(to)).toContainText(/Added: \d+ new/);
      } else await takeIn(to, origin, file);
    }
    const [first, ...rest] = await Promise.all(tablets.map((tablet) => contentsOf(tablet)));
    for (const { records } of rest) expect(records).toEqual(first?.records);
    for (const tablet of tablets) {
      await goWithin(tablet, group);
      for (const from of ['first', 'second', 'third', 'fourth']) {
        await expect(lineOf(tablet, `From the ${from}`)).toBeVisible();
      }
      const twice = tablet.locator('[data-capture-id]').filter({ hasText: 'Nobody at the ministry' });
      await expect(twice).toContainText('Nobody at the NGO knows whom to ask');
    }

    // Twice changes nothing, in the records and in what waits to be sent.
    const last = join(folder, 'round-5.baraza');
    await choose(third, origin, last);
    await expect(adding(third)).toContainText(say('reports.backup.restore.nothingNew'));
    await expect(add(third)).toBeHidden();
    expect(await contentsOf(third)).toEqual(rest[1]);

    // Cut on its way, it says so, and harms nothing.
    const cut = join(folder, 'cut.baraza');
    const bytes = await readFile(last);
    await writeFile(cut, bytes.subarray(0, bytes.length - 300));
    await choose(third, origin, cut);
    await expect(adding(third).getByRole('alert')).toContainText(
      /The file is cut off: of \d+ entries, \d+ are there\./,
    );
    expect(await contentsOf(third)).toEqual(rest[1]);

    // One of them finds a network: what all four wrote reaches the server.
    await server.start();
    await fourth.goto(await server.setupLink());
    await fourth.getByRole('button', { name: say('device.join.join'), exact: true }).click();
    await fourth.getByRole('button', { name: /^Send \d+ items$/ }).click();
    await expect.poll(async () => (await contentsOf(fourth)).marks, { timeout: 45_000 }).toEqual([]);
  },
);

test('Where the browser hands on text and no other files, a hand-over is shared as text', async ({ page, server }) => {
  await page.addInitScript(() => {
    const shared = { name: '', text: '' };
    Object.assign(window, { shared });
    Object.assign(navigator, {
      canShare: ({ files = [] }: ShareData) => files.every(({ type }) => type.startsWith('text/plain')),
      share: async ({ files = [] }: ShareData) => {
        Object.assign(shared, { name: files[0]?.name, text: await files[0]?.text() });
      },
    });
  });
  await openOffline(page, server);
  await startGroupWork(page);
  await page.goto(`${server.url}/device#hand-over`);
  await page.getByRole('button', { name: say('reports.backup.handOver.make') }).click();
  await page.getByRole('button', { name: say('reports.file.share'), exact: true }).click();
  await expect(page.getByText(say('reports.file.shared'))).toBeVisible();
  const shared = await page.evaluate(() => (window as unknown as { shared: { name: string; text: string } }).shared);
  expect(shared.name).toMatch(/ hand-over\.txt$/);
  expect(readBackup(new TextEncoder().encode(shared.text))).toMatchObject({
    ok: true,
    value: { head: { handOver: { of: 'unsent' } } },
  });
});
