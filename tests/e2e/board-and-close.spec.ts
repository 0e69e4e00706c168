/** What was said is read by kind, searched and filtered, and the day is closed: all of it with the server away. */
import type { Page } from '@playwright/test';
import { goTo, openExample, openGroup, openOffline, startSession, typedLine } from '#tests/support/facilitator.ts';
import { covered } from '#tests/support/measures.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

test('The board shows by kind, side, group and block what was said, and finds it whatever the spelling', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  await goTo(page, 'groups');
  await openGroup(page, 'Policy');
  await typedLine(page).focus();
  await page.keyboard.type('Sağlık ocağında toplantı İstiklâl Caddesi’nde\nRéunion annulée à l’école\n');
  await goTo(page, 'board');

  const category = (name: 'philosophical' | 'policy' | 'legislative' | 'practical') =>
    say('board.barrier', { category: say(`words.category.${name}`) });
  await expectColumn(page, say('words.kinds.principle'), 2);
  await expectColumn(page, say('words.kinds.good_practice'), 2);
  await expectColumn(page, say('words.kinds.feature'), 3);
  await expectColumn(page, say('words.kinds.idea'), 3);
  for (const name of ['philosophical', 'policy', 'legislative', 'practical'] as const)
    await expectColumn(page, category(name), 2);
  await expect(page.getByText(say('board.count', { count: 41 }))).toBeVisible();

  await page.getByRole('button', { name: 'NGO', exact: true }).click();
  await expectColumn(page, category('policy'), 1);
  await expect(page.getByRole('button', { name: /No rule on who is consulted/ })).toBeVisible();
  await page.getByLabel(say('board.group'), { exact: true }).selectOption({ label: 'Policy' });
  await expectLines(page, 2);
  await page.getByRole('button', { name: say('board.clear') }).click();
  await page.getByLabel(say('board.block'), { exact: true }).selectOption({ label: 'Reading back' });
  await expectLines(page, 2);
  await expectColumn(page, say('words.kinds.feature'), 2);
  await page.getByRole('button', { name: say('board.clear') }).click();

  const search = page.getByLabel(say('board.search'));
  for (const [typed, found] of [
    ['saglik', 'Sağlık ocağında'],
    ['SAĞLIK OCAĞI', 'Sağlık ocağında'],
    ['istiklal', 'Sağlık ocağında'],
    ['reunion ecole', 'Réunion annulée'],
    ['conslted', 'No rule on who is consulted'],
    ['toplanti caddesi', 'Sağlık ocağında'],
  ] as const) {
    await search.fill(typed);
    await expectLines(page, 1);
    await expect(
      page.getByRole('button', { name: new RegExp(`^${say('board.openLine', { text: found })}`) }),
    ).toBeVisible();
  }
  await search.fill('zzzz');
  await expect(page.getByText(say('board.nothingFits'))).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: say('board.clear') })
    .first()
    .click();
  await expect(page.getByText(say('board.count', { count: 41 }))).toBeVisible();
});

test('The day is closed with who does what by when, and “none” where there is none', async ({ page, server }) => {
  await openOffline(page, server);
  await startSession(page);
  await goTo(page, 'close');
  await page.getByRole('textbox', { name: say('close.add.action') }).focus();
  await page.keyboard.type('Send everyone the notes\nBook the hall\n');
  // On a phone, under the keyboard of the screen, the next one is typed in sight.
  await page.setViewportSize({ width: 390, height: 500 });
  for (const text of ['Third', 'Fourth']) {
    await page.keyboard.type(`${text}\n`);
    await expect(page.getByRole('button', { name: say('close.openLine', { text }) })).toHaveCount(1);
    expect(await covered(page.getByRole('textbox', { name: say('close.add.action') }))).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const action = (text: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('button', { name: say('close.openLine', { text }) }) });
  await action('Book the hall')
    .getByRole('combobox', { name: say('close.owner') })
    .fill('District officer');
  await action('Book the hall').getByLabel(say('close.due')).focus();
  await page.keyboard.type('03032027');
  await action('Send everyone the notes').getByRole('checkbox').check();

  const decisions = page.getByRole('region', { name: say('close.heads.decision') });
  await decisions.getByRole('checkbox', { name: say('close.none') }).check();
  await expect(decisions.getByText(say('close.noneSaid'))).toBeVisible();

  await page.reload();
  await expect(action('Book the hall').getByRole('combobox', { name: say('close.owner') })).toHaveValue(
    'District officer',
  );
  await expect(action('Book the hall').getByLabel(say('close.due'))).toHaveValue('2027-03-03');
  await expect(action('Send everyone the notes').getByRole('checkbox')).toBeChecked();
  await expect(decisions.getByRole('checkbox', { name: say('close.none') })).toBeChecked();

  // Something was decided after all: "none" is taken back by it.
  await page.getByRole('textbox', { name: say('close.add.decision') }).fill('One contact person on each side');
  await page.keyboard.press('Enter');
  await expect(decisions.getByRole('checkbox', { name: say('close.none') })).toBeHidden();
  await page.getByRole('button', { name: say('close.closeSession') }).click();
  await expect(page.getByRole('button', { name: say('close.reopen') })).toBeVisible();
  await goTo(page, 'groups');
  await expect(page.getByRole('banner')).toContainText(say('app.sessionClosed'));
  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await expect(page.getByRole('listitem').filter({ hasText: say('home.row.closed') })).toBeVisible();
});

const expectLines = (page: Page, count: number) => expect(page.getByText(say('board.found', { count }))).toBeVisible();

const expectColumn = (page: Page, name: string, count: number) =>
  expect(page.getByRole('heading', { level: 2, name: `${name} ${count}`, exact: true })).toBeVisible();
