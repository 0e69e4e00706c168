/** Two tablets and a server: joining, inviting, and everything reaching everybody by itself as the network comes and goes. */
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/offline-test.ts';
import { lineOf, openTheGroup, openOffline, startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { goHome, joinWith, makeCode, stateChip } from '#tests/support/joining.ts';
import { say } from '#tests/support/words.ts';

/** Longer than the longest wait of a tablet that has just written something and finds no server. */
const byItself = { timeout: 45_000 };

const write = async (page: Page, text: string) => {
  await typedLine(page).fill(text);
  await typedLine(page).press('Enter');
  await expect(lineOf(page, text)).toBeVisible();
};

test('What two tablets write reaches both, whether the server was there or not', async ({ page, server, another }) => {
  test.setTimeout(180_000);
  await openOffline(page, server);
  await startGroupWork(page);
  await page.getByRole('button', { name: say('words.kind.idea'), exact: true }).click();
  await write(page, 'Nobody knows whom to ask');
  const groupAddress = page.url();
  await expect(stateChip(page, 'countOnTablet')).toBeVisible();

  await server.start();
  await page.goto(await server.setupLink());
  await expect(page.getByText(say('device.join.codeFilled'))).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('device.join.joined', { name: 'Baraza' }) }),
  ).toBeVisible();
  await expect(stateChip(page, 'countOnTablet')).toBeVisible();
  await page.getByRole('button', { name: /^Send \d+ items$/ }).click();
  await expect(page).toHaveURL(`${server.url}/`);
  await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);

  await stateChip(page, 'allSafe').click();
  await expect(page.getByText(say('device.dayEnd.confirmed'))).toBeVisible();
  const code = await makeCode(page, say('device.invite.untitled'));
  await page.goto(groupAddress);

  const other = await another();
  await other.goto(`${server.url}/join`);
  await expect(other.getByText(say('device.join.what'))).toBeVisible();
  await joinWith(other, code.toLowerCase());
  await expect(other.getByText(say('device.earlier.words'))).toBeHidden();
  await goHome(other);
  await openTheGroup(other);
  await expect(lineOf(other, 'Nobody knows whom to ask')).toBeVisible();
  // What somebody else wrote last decides nothing of what is typed here.
  const chosen = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true, pressed: true });
  await expect(chosen(other, say('words.kind.note'))).toBeVisible();
  await expect(chosen(page, say('words.kind.idea'))).toBeVisible();

  await write(other, 'One contact person on each side');
  await expect(lineOf(page, 'One contact person on each side')).toBeVisible(byItself);
  await expect(stateChip(other, 'allSafe')).toBeVisible(byItself);

  await server.stop();
  await write(other, 'Written while the server was away');
  await expect(stateChip(other, 'countOnTablet')).toBeVisible();
  await write(page, 'Written here meanwhile');
  await expect(stateChip(page, 'countOnTablet')).toBeVisible();

  await server.start();
  await expect(lineOf(page, 'Written while the server was away')).toBeVisible(byItself);
  await expect(lineOf(other, 'Written here meanwhile')).toBeVisible(byItself);
  await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);
  await expect(stateChip(other, 'allSafe')).toBeVisible(byItself);
});

test('A code that does not fit is told at its field, and a hotel’s page beside it', async ({ page, server }) => {
  await server.start();
  await page.goto(`${server.url}/join`);
  const field = page.getByRole('textbox', { name: say('device.join.code') });
  const join = page.getByRole('button', { name: say('device.join.join'), exact: true });
  const told = async (typed: string, words: string) => {
    await field.fill(typed);
    await join.click();
    await expect(field).toHaveAccessibleDescription(new RegExp(words.slice(0, 30)));
    await expect(page.getByText(words)).toBeVisible();
  };
  await told('ABCD', say('device.join.notACode'));
  await told('ABCD-EFGH', say('device.join.unknown'));

  await page.route('**/api/join', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Hotel</title>Sign in to the Wi-Fi.' }),
  );
  await join.click();
  await expect(page.getByRole('alert')).toContainText(say('device.join.notOurServer.happened'));
  await expect(page.getByRole('alert')).toContainText(say('device.join.notOurServer.safe'));
  await page.unrouteAll({ behavior: 'wait' });

  await server.stop();
  await join.click();
  await expect(page.getByRole('alert')).toContainText(say('device.join.away.happened'));
  await expect(field).toHaveValue('ABCD-EFGH');
});

test('A hotel’s page in the server’s place is told on this tablet, and nothing counts as sent', async ({
  page,
  server,
}) => {
  await server.start();
  await page.goto(await server.setupLink());
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await goHome(page);
  await page.route('**/api/sync', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Hotel</title>Sign in to the Wi-Fi.' }),
  );
  await startGroupWork(page);
  await write(page, 'Said in the hotel');
  await stateChip(page, 'countOnTablet').click();
  await expect(page.getByText(say('device.server.notOurServer.happened', { name: 'Baraza' }))).toBeVisible(byItself);
  await expect(page.getByText(/items, 0 safe, \d+ at risk$/)).toBeVisible();

  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('button', { name: say('device.dayEnd.tryNow') }).click();
  await expect(page.getByText(say('device.dayEnd.confirmed'))).toBeVisible(byItself);
  await expect(stateChip(page, 'allSafe')).toBeVisible();
});
