/** Photos of lines: taken in the room, kept over a killed browser, sent when there is a server, seen on the other tablet. */
import { expect, type Page } from '@playwright/test';
import { waitUntilOffline } from '#tests/support/app-test.ts';
import { tablet } from '#tests/support/browser.ts';
import { cuttingProxy } from '#tests/support/cutting-proxy.ts';
import {
  lineOf,
  lines,
  openTheGroup,
  openOffline,
  startGroupWork,
  textsOf,
  typedLine,
  undo,
} from '#tests/support/facilitator.ts';
import { goHome, joinWith, makeCode, stateChip } from '#tests/support/joining.ts';
import { flipChart, photoOn, takePhoto } from '#tests/support/pictures.ts';
import { test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';
import { pieceBytes } from '#replication/files.ts';

/** Longer than the longest wait of a tablet that has just written something and finds no server. */
const byItself = { timeout: 45_000 };

/** A picture that is really drawn, and not a broken one's frame. */
const isDrawn = (page: Page, ref: string) =>
  photoOn(page, ref)
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0));

async function joinBySetupLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await page.getByRole('button', { name: /^Send \d+ items$/ }).click();
}

test(
  'A photo taken without a server survives a killed browser, goes up by itself, and is seen on the other tablet',
  { tag: '@long' },
  async ({ server, another, watch }) => {
    await server.start();
    test.setTimeout(180_000);
    const own = await tablet();
    const first = (await own.open()).pages()[0] ?? (await (await own.open()).newPage());
    await openOffline(first, server);
    await startGroupWork(first);
    const groupAddress = first.url();
    await typedLine(first).fill('What the group drew');
    await takePhoto(first, await flipChart(first, 'What do we believe?'));
    await expect(photoOn(first, 'A1-01')).toBeVisible();
    await expect(typedLine(first)).toHaveValue('');
    expect(await textsOf(first)).toEqual(['What the group drew']);
    await own.kill();

    const context = await own.open();
    watch(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(groupAddress);
    await expect(lineOf(page, 'What the group drew')).toBeVisible();
    expect(await isDrawn(page, 'A1-01')).toBe(true);
    await expect(
      lineOf(page, 'What the group drew').getByRole('img', { name: say('app.state.onTablet') }),
    ).toBeVisible();

    await server.start();
    await joinBySetupLink(page, await server.setupLink());
    await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);
    await stateChip(page, 'allSafe').click();
    const code = await makeCode(page, say('device.invite.untitled'));

    const other = await another();
    await other.goto(`${server.url}/join`);
    await joinWith(other, code);
    await goHome(other);
    await openTheGroup(other);
    await expect(photoOn(other, 'A1-01').locator('img')).toBeVisible(byItself);
    expect(await isDrawn(other, 'A1-01')).toBe(true);

    // It has come to stay.
    await server.stop();
    await other.reload();
    expect(await isDrawn(other, 'A1-01')).toBe(true);
    await own.remove();
  },
);

test(
  'An upload that is cut in the middle goes on where it was, after a reload too',
  { tag: '@long' },
  async ({ server }) => {
    await server.start();
    test.setTimeout(180_000);
    const line = await cuttingProxy(server.port);
    const own = await tablet();
    let page = (await own.open()).pages()[0];
    if (!page) throw new Error('no page');
    await page.goto(line.url);
    await waitUntilOffline(page);
    const link = await server.setupLink();
    await page.goto(link.replace(server.url, line.url));
    await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: say('device.join.joined', { name: 'Baraza' }) }),
    ).toBeVisible();
    await page.goto(line.url);
    await startGroupWork(page);
    const groupAddress = page.url();
    await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);

    // The first piece is there; the second is cut.
    line.cutIn(pieceBytes, 60_000);
    await takePhoto(page, await flipChart(page, 'A detailed drawing', 1600, 1200, true));
    await expect.poll(line.isCut, byItself).toBe(true);
    await own.kill();
    const before = line.offsets.length;
    expect(line.offsets).toEqual([0, pieceBytes]);

    page = (await own.open()).pages()[0];
    if (!page) throw new Error('no page');
    await page.goto(groupAddress);
    await expect(stateChip(page, 'countOnTablet')).toBeVisible();
    line.mend();
    await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);
    const after = line.offsets.slice(before);
    expect(after[0]).toBeGreaterThanOrEqual(pieceBytes);
    expect(await isDrawn(page, 'A1-01')).toBe(true);
    await own.remove();
    await line.close();
  },
);

test('A photo without words is a line of its own; one just after a line belongs to it; both can be taken back', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await takePhoto(page, await flipChart(page, 'The room'));
  await undo(page, say('captures.photo.added', { ref: 'A1-01' }));
  await expect(lines(page)).toHaveCount(0);

  await typedLine(page).fill('Ministries do not answer letters');
  await typedLine(page).press('Enter');
  await takePhoto(page, await flipChart(page, 'A letter'));
  await expect(photoOn(page, 'A1-01')).toBeVisible();
  await expect(lines(page)).toHaveCount(1);
  await undo(page, say('captures.photo.added', { ref: 'A1-01' }));
  await expect(photoOn(page, 'A1-01')).toBeHidden();
  await expect(lines(page)).toHaveCount(1);
});

test('In the sheet of a line a photo is seen whole, has a caption, and can be taken off and brought back', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).fill('What the group drew');
  await takePhoto(page, await flipChart(page, 'What do we believe?'));
  await photoOn(page, 'A1-01').click();
  const sheet = page.getByRole('dialog', { name: say('captures.sheet.title', { ref: 'A1-01' }) });
  const alt = say('captures.photo.alt', { number: 1, ref: 'A1-01' });
  const figure = sheet.getByRole('figure', { name: alt });
  await figure.getByRole('textbox', { name: say('nouns.photo.caption') }).fill('The chart of group 1');
  await page.reload();
  // The caption was never ended: the line is open again, with what was typed.
  await expect(figure.getByRole('textbox', { name: say('nouns.photo.caption') })).toHaveValue('The chart of group 1');
  await figure.getByRole('textbox', { name: say('nouns.photo.caption') }).press('Tab');

  await figure.getByRole('button', { name: say('captures.photo.large', { number: 1 }) }).click();
  const large = page.getByRole('dialog', { name: 'The chart of group 1' });
  await expect(large.getByRole('img', { name: 'The chart of group 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await expect(sheet).toBeVisible();

  await figure.getByRole('button', { name: say('captures.photo.remove') }).click();
  await expect(figure).toBeHidden();
  await undo(page, say('captures.photo.removed', { ref: 'A1-01' }));
  await expect(figure).toBeVisible();
});

test('What is no picture is said in a sentence, and the line is kept', async ({ page, server }) => {
  await openOffline(page, server);
  await startGroupWork(page);
  const told = async (file: { name: string; mimeType: string; buffer: Buffer }, words: string) => {
    await takePhoto(page, file);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).toContainText(say('captures.photo.trouble.safe'));
  };
  await typedLine(page).fill('The line of the photo');
  const heic = Buffer.from('\0\0\0\u0020ftypheic\0\0\0\0mif1heic');
  await told({ name: 'a.heic', mimeType: 'image/heic', buffer: heic }, say('captures.photo.trouble.heic.happened'));
  await told(
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') },
    say('captures.photo.trouble.broken.happened'),
  );
  await told(
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    say('captures.photo.trouble.empty.happened'),
  );
  expect(await textsOf(page)).toEqual(['The line of the photo']);
});

test('A photo for which the tablet has no room leaves the line, and can be tried again', async ({ page, server }) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).fill('The line of the photo');
  const picture = await flipChart(page, 'Full');
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- it is called with what it belongs to
    const { put } = IDBObjectStore.prototype;
    Object.assign(globalThis, { mend: () => Object.assign(IDBObjectStore.prototype, { put }) });
    Object.assign(IDBObjectStore.prototype, {
      put(this: IDBObjectStore, ...given: Parameters<typeof put>) {
        if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      },
    });
  });
  await takePhoto(page, picture);
  await expect(page.getByRole('alert')).toContainText(say('captures.photo.trouble.full.happened'));
  expect(await textsOf(page)).toEqual(['The line of the photo']);
  await expect(photoOn(page, 'A1-01')).toBeHidden();
  await page.evaluate(() => (globalThis as never as { mend: () => void }).mend());
  await page
    .getByRole('alert')
    .getByRole('button', { name: say('problems.commit.retry') })
    .click();
  await expect(photoOn(page, 'A1-01')).toBeVisible();
  await expect(lines(page)).toHaveCount(1);
});

test('A backup carries the photos to a tablet that never saw them', async ({ page, server, another }) => {
  await server.start();
  test.setTimeout(120_000);
  await openOffline(page, server);
  await startGroupWork(page);
  const groupPath = new URL(page.url()).pathname;
  await typedLine(page).fill('What the group drew');
  await takePhoto(page, await flipChart(page, 'What do we believe?'));
  await expect(photoOn(page, 'A1-01')).toBeVisible();

  await page.goto(`${server.url}/device`);
  const own = page.getByRole('region', { name: say('reports.backup.everything.title') });
  await expect(own).toContainText(say('reports.backup.photos', { count: 1 }));
  await own.getByRole('button', { name: say('reports.backup.make') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: say('reports.file.save') }).click(),
  ]);
  const path = await download.path();

  const other = await another();
  await other.goto(`${server.url}/device`);
  const part = other.getByRole('region', { name: say('reports.backup.restore.title') });
  await part.locator('input[type=file]').setInputFiles(path);
  await expect(part).toContainText(say('reports.backup.restore.photos', { count: 1 }));
  await part.getByRole('button', { name: say('reports.backup.restore.restore'), exact: true }).click();
  await expect(part.getByRole('link', { name: say('reports.backup.restore.toSessions') })).toBeVisible();
  await other.goto(`${server.url}${groupPath}`);
  expect(await isDrawn(other, 'A1-01')).toBe(true);
});
