/** The browser is killed, the page is reloaded, the disk is full, two tabs are open: no word is lost. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { tablet } from '#tests/support/browser.ts';
import {
  expectKept,
  goTo,
  kindButton,
  lineOf,
  openOffline,
  startGroupWork,
  startSession,
  textsOf,
  typedLine,
} from '#tests/support/facilitator.ts';
import { diskThatFillsUp, keepDiskBusy } from '#tests/support/page-disk.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

/** How long a person looks at what they typed before the battery is pulled. */
const beatMs = 400;

/** A tablet whose browser can be killed; `open` answers its page. */
async function watchedTablet(watch: (context: BrowserContext) => void) {
  const device = await tablet({ locale: 'en-GB' });
  const open = async () => {
    const context = await device.open();
    watch(context);
    return context.pages()[0] ?? (await context.newPage());
  };
  return { device, open };
}

test('A line that was being written when the browser was killed is back, with its kind and its caret', async ({
  server,
  watch,
}) => {
  await server.start();
  const { device, open } = await watchedTablet(watch);
  let page = await open();
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).focus();
  await page.keyboard.type('An ended line\n');
  await expect(lineOf(page, 'An ended line')).toBeVisible();
  await page.getByRole('button', { name: say('words.kind.barrier'), exact: true }).click();
  await page.getByRole('button', { name: say('words.category.policy'), exact: true }).click();
  await page.getByRole('button', { name: say('words.side.ngo'), exact: true }).click();
  await typeWithCaretInside(page, 'No rule on who is consulted', 'at all ', 'No rule '.length);
  const address = page.url();
  await device.kill();

  page = await open();
  await page.goto(address);
  await expect(typedLine(page)).toHaveValue('No rule at all on who is consulted');
  await expect(typedLine(page)).toBeFocused();
  expect(await caretOf(typedLine(page))).toBe('No rule at all '.length);
  for (const name of [say('words.kind.barrier'), say('words.category.policy'), say('words.side.ngo')])
    await expect(page.getByRole('button', { name, exact: true, pressed: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(kindButton(page, 'A1-02', 'barrier', 'policy')).toBeVisible();

  // The same for a line that is put right where it stands.
  await lineOf(page, 'An ended line').getByRole('button', { name: 'An ended line' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('Not ');
  await page.waitForTimeout(beatMs);
  await device.kill();

  page = await open();
  await page.goto(address);
  const edited = page.getByRole('textbox', { name: say('captures.row.textOf', { ref: 'A1-01' }) });
  await expect(edited).toHaveValue('Not An ended line');
  await expect(edited).toBeFocused();
  expect(await caretOf(edited)).toBe('Not '.length);
  await page.keyboard.press('Enter');
  await expect.poll(() => textsOf(page)).toEqual(['Not An ended line', 'No rule at all on who is consulted']);
  await device.remove();
});

test(
  'A title and a name that were being written when the browser was killed are back',
  { tag: '@long' },
  async ({ server, watch }) => {
    await server.start();
    const { device, open } = await watchedTablet(watch);
    let page = await open();
    await openOffline(page, server);
    await startSession(page);
    const title = () => page.getByRole('textbox', { name: say('nouns.session.title'), exact: true }).first();
    await title().focus();
    await typeWithCaretInside(page, 'Partnership day', 'work ', 'Partnership '.length);
    await device.kill();

    page = await open();
    await page.goto(server.url);
    // Home says what was being written, and leads back to it.
    await page.getByRole('link', { name: /^Partnership work day/ }).click();
    await expect(title()).toHaveValue('Partnership work day');
    await expect(title()).toBeFocused();
    expect(await caretOf(title())).toBe('Partnership work '.length);

    await goTo(page, 'register');
    const name = () => page.getByRole('textbox', { name: say('register.add.label') });
    await page.getByRole('button', { name: say('words.side.ngo'), exact: true }).click();
    await name().focus();
    await page.keyboard.type('Ayşe Demir\nMarie Claude');
    await page.waitForTimeout(beatMs);
    await device.kill();

    page = await open();
    await page.goto(server.url);
    await page.getByRole('link', { name: /^Marie Claude/ }).click();
    await expect(name()).toHaveValue('Marie Claude');
    await expect(name()).toBeFocused();
    await expect(page.getByRole('button', { name: say('words.side.ngo'), exact: true, pressed: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(say('register.list.count', { count: 2 }), { exact: true })).toBeVisible();

    // A field of somebody on the list.
    await page.getByRole('button', { name: /Demir/ }).first().click();
    await page.getByRole('textbox', { name: say('nouns.person.organisation') }).fill('Health Promotion');
    await page.waitForTimeout(beatMs);
    const address = page.url();
    await device.kill();

    page = await open();
    await page.goto(address);
    const organisation = page.getByRole('textbox', { name: say('nouns.person.organisation') });
    await expect(organisation).toHaveValue('Health Promotion');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Health Promotion')).toBeVisible();
    await device.remove();
  },
);

test('Two tabs of one tablet show each other’s lines and do not write each other’s', async ({
  page,
  context,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).focus();
  await page.keyboard.type('From the first tab\nHalf of a li');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => textsOf(other)).toEqual(['From the first tab']);
  await expect(typedLine(other)).toHaveValue('');
  await typedLine(other).focus();
  await other.keyboard.type('From the second\n');
  await expect.poll(() => textsOf(page)).toEqual(['From the first tab', 'From the second']);
  await typedLine(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('ne\n');
  const both = ['From the first tab', 'From the second', 'Half of a line'];
  await expect.poll(() => textsOf(other)).toEqual(both);

  // What is being put right in one tab is not taken for something that a crash left, and ended, by the other.
  await lineOf(page, 'From the second').getByRole('button', { name: 'From the second' }).click();
  await page.keyboard.type(' ta');
  await other.reload();
  await expect.poll(() => textsOf(other)).toEqual(both);
  await goTo(other, 'board');
  await page.keyboard.type('b\n');
  await expect.poll(() => textsOf(page)).toEqual(['From the first tab', 'From the second tab', 'Half of a line']);
  await expect(page.getByText(say('problems.also.title'))).toBeHidden();
});

test('A reload in the middle of writing gives back what was typed, and a second one too', async ({ page, server }) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).focus();
  await page.keyboard.type('Each side thinks th');
  await page.reload();
  await expect(typedLine(page)).toHaveValue('Each side thinks th');
  await page.keyboard.type('e other wan');
  await page.reload();
  await expect(typedLine(page)).toHaveValue('Each side thinks the other wan');
  await page.keyboard.type('ts control\n');
  await expect.poll(() => textsOf(page)).toEqual(['Each side thinks the other wants control']);
  await goTo(page, 'close');
  await page.getByRole('textbox', { name: say('close.add.action') }).fill('Send the no');
  await page.reload();
  await expect(page.getByRole('textbox', { name: say('close.add.action') })).toHaveValue('Send the no');
  await page.keyboard.type('tes\n');
  await expect(page.getByRole('button', { name: say('close.openLine', { text: 'Send the notes' }) })).toBeVisible();
});

test('A reload while the disk is slow gives back the lines that were ended and the one being typed', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).focus();
  await page.keyboard.type('Before\n');
  await expectKept(page, 'A1-01');

  await keepDiskBusy(page);
  await page.keyboard.type('Each side thinks the other wants control\nNobody says who decides\nThe law is ol');
  await expect(typedLine(page)).toHaveValue('The law is ol');
  await page.reload();
  await expect(typedLine(page)).toHaveValue('The law is ol');
  const ended = ['Before', 'Each side thinks the other wants control', 'Nobody says who decides'];
  await expect.poll(() => textsOf(page)).toEqual(ended);
  for (const ref of ['A1-02', 'A1-03']) await expectKept(page, ref);
  await page.keyboard.type('d\n');
  await page.reload();
  await expect.poll(() => textsOf(page)).toEqual([...ended, 'The law is old']);
  await expect(typedLine(page)).toHaveValue('');
});

test('A full tablet says so, keeps the words on screen, and saves them once there is room', async ({
  page,
  server,
}) => {
  const setFull = await diskThatFillsUp(page);
  await openOffline(page, server);
  await startGroupWork(page);
  const full = page.getByRole('alert').filter({ hasText: say('problems.commit.full.happened') });
  const retry = () => full.getByRole('button', { name: say('problems.commit.retry') }).click();
  await typedLine(page).focus();
  await page.keyboard.type('Before\n');
  await expect.poll(() => textsOf(page)).toEqual(['Before']);

  await setFull(true);
  await page.keyboard.type('Each side thinks the other wants control');
  await expect(full).toContainText(say('problems.commit.full.advice'));
  await page.keyboard.press('Enter');
  await expect(full).toContainText(say('problems.commit.stillOnScreen'));
  await expect(typedLine(page)).toHaveValue('Each side thinks the other wants control');
  expect(await textsOf(page)).toEqual(['Before']);
  await setFull(false);
  await retry();
  await expect.poll(() => textsOf(page)).toEqual(['Before', 'Each side thinks the other wants control']);
  await expect(full).toBeHidden();

  // A field, an action, and a tap on Home.
  await page.getByRole('link', { name: say('app.empty.untitled') }).click();
  const title = page.getByRole('textbox', { name: say('nouns.session.title'), exact: true }).first();
  await setFull(true);
  await title.fill('Partnership day');
  await title.blur();
  await expect(full).toBeVisible();
  await expect(title).toHaveValue('Partnership day');
  await setFull(false);
  await retry();
  await expect(full).toBeHidden();
  await expect(page.getByRole('link', { name: 'Partnership day' })).toBeVisible();

  await goTo(page, 'close');
  await setFull(true);
  const action = page.getByRole('textbox', { name: say('close.add.action') });
  await action.fill('Send the notes');
  await action.press('Enter');
  await expect(full).toBeVisible();
  await expect(action).toHaveValue('Send the notes');
  const none = page.getByRole('region', { name: say('close.heads.decision') }).getByRole('checkbox');
  await none.check();
  await expect(full).toHaveCount(2);
  await goTo(page, 'agenda');
  await page.getByRole('button', { name: say('agenda.addLunch') }).click();
  await expect(full).toBeVisible();
  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await page.getByRole('button', { name: say('home.start') }).click();
  await expect(full).toBeVisible();
  await setFull(false);
  await retry();
  await expect(page.getByRole('heading', { level: 1, name: say('sessions.purpose.title') })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await goTo(page, 'close');
  await expect(action).toHaveValue('Send the notes');
  await action.press('Enter');
  await expect(page.getByRole('button', { name: say('close.openLine', { text: 'Send the notes' }) })).toBeVisible();
});

/** Types `text`, then `inside` at a place in it, and lets a moment pass. */
async function typeWithCaretInside(page: Page, text: string, inside: string, at: number): Promise<void> {
  await page.keyboard.type(text);
  for (let left = text.length; left > at; left -= 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(inside);
  await page.waitForTimeout(beatMs);
}

const caretOf = (field: Locator) => field.evaluate((element) => (element as HTMLInputElement).selectionStart);
