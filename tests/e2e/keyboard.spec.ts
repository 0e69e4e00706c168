/** A facilitator with a keyboard and without a mouse. */
import type { Page } from '@playwright/test';
import { expectKept, goTo, kindButton, openOffline, textsOf, typedLine } from '#tests/support/facilitator.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

test('A session is begun and a group’s words are kept, sorted and taken back, all without a mouse', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await tabTo(page, say('home.start'), 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: say('sessions.purpose.title') })).toBeVisible();

  // The first stop of each screen leads past the frame.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: say('sessions.purpose.title') })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: say('app.nav.skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);

  await goTo(page, 'groups');
  await tabTo(page, say('groups.empty.start', { count: 4 }), 'button');
  await page.keyboard.press('Enter');
  await tabTo(page, say('groups.number', { number: 1 }), 'link');
  await page.keyboard.press('Enter');
  // Ready to write, without a further key.
  await expect(typedLine(page)).toBeFocused();

  // What the line is: back to the kinds, along them, and on with the words.
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, say('words.kind.note'), 'button', 'Shift+Tab');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: say('words.kind.barrier'), exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(typedLine(page)).toBeFocused();
  await page.keyboard.type('Forms that differ\nMeetings at ten\nNobody answers\n');
  await expect(kindButton(page, 'A1-03', 'barrier')).toBeVisible();

  // Whose view.
  await tabTo(page, say('words.side.ngo'), 'button', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(typedLine(page)).toBeFocused();
  await page.keyboard.type('Nobody asks us\n');
  await expect(
    page.getByRole('button', {
      name: say('captures.row.side', { ref: 'A1-04', side: say('words.side.ngo') }),
      exact: true,
    }),
  ).toBeVisible();

  await expectKept(page, 'A1-04');

  // Up into the list: put right, put elsewhere, and taken back.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Nobody answers', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' the phone\n');
  await expect(typedLine(page)).toBeFocused();
  await expect
    .poll(() => textsOf(page))
    .toEqual(['Forms that differ', 'Meetings at ten', 'Nobody answers the phone', 'Nobody asks us']);
  for (const key of ['ArrowUp', 'ArrowUp', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await expect
    .poll(() => textsOf(page))
    .toEqual(['Forms that differ', 'Nobody answers the phone', 'Meetings at ten', 'Nobody asks us']);
  await tabTo(page, say('app.do.undo'), 'button');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => textsOf(page))
    .toEqual(['Forms that differ', 'Meetings at ten', 'Nobody answers the phone', 'Nobody asks us']);
});

test('A sheet and a menu take the focus and give it back, and the focus is always to be seen', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await page.getByRole('button', { name: say('home.start') }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: say('sessions.purpose.title') })).toBeVisible();
  await goTo(page, 'agenda');
  await page.getByRole('textbox', { name: say('agenda.add') }).focus();
  await page.keyboard.type('Opening\nBarriers\n');

  const open = page.getByRole('button', { name: say('agenda.open', { title: 'Opening' }) });
  await open.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Opening' });
  await expect(sheet).toBeVisible();
  // Twice round: the focus stays in the sheet.
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const isInside = await sheet.evaluate(
      (element) => element.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(open).toBeFocused();
  await expectFocusSeen(page);

  const more = page.getByRole('button', { name: say('agenda.more', { title: 'Barriers' }) });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  // Down the whole page and along the frame: each stop can be seen.
  await page.reload();
  await expect(open).toBeVisible();
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
  }
});

/** Goes from stop to stop until the one of this name has the focus. */
async function tabTo(page: Page, name: string, role: 'button' | 'link', key = 'Tab'): Promise<void> {
  const wanted = page.getByRole(role, { name: new RegExp(`^${name.replaceAll(/[?.]/g, String.raw`\$&`)}`) });
  await expect(wanted.first()).toBeVisible();
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press(key);
    if (await wanted.evaluateAll((found) => found.includes(document.activeElement as never))) return;
  }
  throw new Error(`No way to “${name}” by ${key}.`);
}

/** The ring around what has the focus, or around the row that it stands in. */
async function expectFocusSeen(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || !element.matches(':focus-visible')) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < window.innerHeight && box.width > 0;
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && isOnScreen ? undefined : element.outerHTML;
  });
  expect(unseen).toBeUndefined();
}
