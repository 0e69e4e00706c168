/** This tablet: who holds it, what the server did not take, what the browser deleted, and that all of it can be read. */
import { gunzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { expect, type Locator, type Page, type Route } from '@playwright/test';
import { lineOf, lines, openMenuOf, openOffline, startGroupWork, typedLine, undo } from '#tests/support/facilitator.ts';
import { goHome, makeCode, stateChip } from '#tests/support/joining.ts';
import { expectReadable } from '#tests/support/readable.ts';
import type { ServerProcess } from '#tests/support/server-process.ts';
import { test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

const write = async (page: Page, text: string) => {
  await typedLine(page).fill(text);
  await typedLine(page).press('Enter');
  await expect(lineOf(page, text)).toBeVisible();
};

/** What comes above it a moment later has pushed it down; no finger is as quick as a test. */
const standsStill = (place: Locator): Promise<void> =>
  expect
    .poll(async () => {
      const before = await place.boundingBox();
      await setTimeout(400);
      return before !== null && before.y === (await place.boundingBox())?.y;
    })
    .toBe(true);

const joinByLink = async (page: Page, server: ServerProcess) => {
  await page.goto(await server.setupLink());
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
};

test('Whoever holds the tablet is named beside what is written from then on, and changes in two taps', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  const chip = (name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });
  const sheet = page.getByRole('dialog', { name: say('device.holder.question') });
  const newName = async (name: string, label: string) => {
    await sheet.getByRole('textbox', { name: label }).fill(name);
    await sheet.getByRole('button', { name: say('device.holder.take') }).click();
    await expect(sheet).toBeHidden();
  };

  await chip(say('device.holder.question')).click();
  await newName('Amina Okoro', say('device.holder.first'));
  await write(page, 'Said to Amina');
  await chip(say('device.holder.held', { name: 'Amina Okoro' })).click();
  await newName('Deniz', say('device.holder.other'));
  await write(page, 'Said to Deniz');

  await chip(say('device.holder.held', { name: 'Deniz' })).click();
  await sheet.getByRole('button', { name: /^Amina Okoro/ }).click();
  await expect(chip(say('device.holder.held', { name: 'Amina Okoro' }))).toBeVisible();

  for (const [ref, name] of [
    ['A1-01', 'Amina Okoro'],
    ['A1-02', 'Deniz'],
  ] as const) {
    const menu = await openMenuOf(page, ref);
    await menu.getByRole('button', { name: say('captures.menu.history') }).click();
    await expect(page.getByRole('dialog')).toContainText(name);
    await page.keyboard.press('Escape');
  }
});

test('What the server does not take can be read, tried again, saved as a file, and only then taken off', async ({
  page,
  server,
}) => {
  await server.start();
  await joinByLink(page, server);
  await goHome(page);
  await startGroupWork(page);
  await write(page, 'This one is taken');
  await expect(stateChip(page, 'allSafe')).toBeVisible();
  await page.route('**/api/sync', (route) => refusing(route, 'Something the server cannot read'));
  await write(page, 'Something the server cannot read');
  await stateChip(page, 'countNeedLook').click();

  const list = page.getByRole('list', { name: say('device.refused.title') });
  const item = list.getByRole('listitem').filter({ hasText: 'Something the server cannot read' });
  await expect(item).toContainText(say('device.refused.reason.invalid', { field: say('nouns.capture.text') }));
  const more = item.getByRole('button', { name: /^More for/ });
  await more.click();
  await expect(page.getByRole('menuitem', { name: say('device.refused.dropFirst') })).toBeDisabled();
  await page.keyboard.press('Escape');

  // Tried again, it is refused again and stands there as before.
  await standsStill(more);
  const [first] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/sync')),
    item.getByRole('button', { name: say('device.refused.retry') }).click(),
  ]);
  expect(first.ok()).toBe(true);
  await expect(item).toHaveCount(1);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('button', { name: say('device.refused.export') }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain(`${say('nouns.capture.text')}: Something the server cannot read`);
  expect(file).toContain('"reason": "invalid"');

  const drop = async () => {
    await more.click();
    await page.getByRole('menuitem', { name: say('device.refused.drop') }).click();
    await expect(item).toHaveCount(0);
  };
  await drop();
  await undo(page, say('device.refused.dropped', { title: 'Something the server cannot read' }));
  await expect(item).toHaveCount(1);
  await drop();
  await expect(page.getByText(say('device.dayEnd.confirmed'))).toBeVisible();

  await page.unrouteAll({ behavior: 'wait' });
  await page.goBack();
  await expect(lines(page)).not.toHaveCount(0);
  await expect(lineOf(page, 'This one is taken')).toBeVisible();
});

test('A refused line reaches the server when it is tried again after the server was mended', async ({
  page,
  server,
}) => {
  await server.start();
  await joinByLink(page, server);
  await goHome(page);
  await page.route('**/api/sync', (route) => refusing(route, 'Taken at the second try'));
  await startGroupWork(page);
  await write(page, 'Taken at the second try');
  await stateChip(page, 'countNeedLook').click();
  await page.unrouteAll({ behavior: 'wait' });
  const list = page.getByRole('list', { name: say('device.refused.title') });
  const retry = list.getByRole('button', { name: say('device.refused.retry') });
  await standsStill(retry);
  await retry.click();
  await expect(list).toBeHidden();
  await expect(stateChip(page, 'allSafe')).toBeVisible();
  await page.goBack();
  await expect(lineOf(page, 'Taken at the second try')).toBeVisible();
});

test('When the browser has deleted the data, the tablet says so until somebody has read it', async ({
  page,
  server,
}) => {
  await server.start();
  await page.goto(server.url);
  await startGroupWork(page);
  await write(page, 'Gone with the browser’s room');
  const group = page.url();
  // An address of the same origin where the app, which would notice, is not open.
  await page.goto(`${server.url}/manifest.webmanifest`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('baraza');
        deleting.addEventListener('success', () => resolve());
        deleting.addEventListener('error', () => reject(new Error('The database could not be deleted.')));
      }),
  );

  await page.goto(group);
  const notice = page.getByRole('status').filter({ hasText: say('device.vanished.heading') });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { name: say('app.notFound.heading') })).toBeVisible();
  await page.goto(server.url);
  await expect(notice).toContainText(say('device.vanished.safe'));
  await expect(notice.getByRole('link', { name: say('device.vanished.join') })).toHaveAttribute('href', '/join');
  await page.reload();
  await expect(notice).toBeVisible();
  await page.goto(`${server.url}/device`);
  await notice.getByRole('button', { name: say('device.vanished.read') }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByText(say('device.server.none'))).toBeVisible();
  await expect(notice).toBeHidden();
});

test('Nothing on this tablet’s page or on the page for joining is hard to read or reach', async ({ page, server }) => {
  await server.start();
  await page.goto(`${server.url}/join`);
  await page.getByRole('textbox', { name: say('device.join.code') }).fill('ABCD');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('device.join.notACode'))).toBeVisible();
  await expectReadable(page);

  await joinByLink(page, server);
  await goHome(page);
  await startGroupWork(page);
  await write(page, 'Something');
  await expect(stateChip(page, 'allSafe')).toBeVisible();
  await page.route('**/api/sync', (route) => refusing(route, 'Refused'));
  await write(page, 'Refused');
  await stateChip(page, 'countNeedLook').click();
  await makeCode(page, say('device.invite.everything'));
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expectReadable(page);
  }
  await page.getByRole('button', { name: say('device.holder.change') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectReadable(page);
  // None is to be on its way when the server ends.
  await page.unrouteAll({ behavior: 'wait' });
});

interface Sent {
  readonly epoch: string;
  readonly deltas: readonly { readonly v: Readonly<Record<string, unknown>> }[];
}
interface Receipt {
  readonly delta: number;
}

/** A server that does not take the text of one line, and everything else. */
async function refusing(route: Route, text: string): Promise<void> {
  const request = route.request();
  const raw = request.postDataBuffer() ?? Buffer.from('{}');
  const isPacked = (await request.headerValue('content-encoding')) === 'gzip';
  const sent = JSON.parse((isPacked ? gunzipSync(raw) : raw).toString()) as Sent;
  const taken = [...sent.deltas.keys()].filter((at) => sent.deltas[at]?.v['text'] !== text);
  const { 'content-encoding': _, ...headers } = await request.allHeaders();
  const response = await route.fetch({
    headers,
    postData: JSON.stringify({ ...sent, deltas: taken.map((at) => sent.deltas[at]) }),
  });
  const answer = (await response.json()) as { readonly epoch: string; readonly receipts: readonly Receipt[] };
  const refusals = [...sent.deltas.keys()]
    .filter((at) => !taken.includes(at) && answer.epoch === sent.epoch)
    .map((at) => ({ delta: at, reason: 'invalid', path: 'text' }));
  const receipts = answer.receipts.map((receipt) => ({ ...receipt, delta: taken[receipt.delta] ?? -1 }));
  await route.fulfill({ json: { ...answer, receipts, refusals } });
}

test('The page of this tablet does not go to its section any more once it is touched', async ({ page, server }) => {
  await openOffline(page, server);
  // Touched at the first move: whatever comes after it would be under a finger.
  await page.addInitScript(() => {
    Object.assign(window, { moves: 0 });
    Element.prototype.scrollIntoView = () => {
      (window as unknown as { moves: number }).moves += 1;
      window.dispatchEvent(new PointerEvent('pointerdown'));
    };
  });
  const moves = () => page.evaluate(() => (window as unknown as { moves: number }).moves);
  await page.goto(`${server.url}/device#hand-over`);
  await expect.poll(moves).toBe(1);
  await setTimeout(600);
  expect(await moves()).toBe(1);
});
