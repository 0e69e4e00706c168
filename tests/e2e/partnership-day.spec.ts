/** A day of government and NGOs is prepared on a tablet whose server is away from the first screen on. */
import type { Page } from '@playwright/test';
import { goTo, openOffline, startSession, undo } from '#tests/support/facilitator.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

test('A session is there after one tap, and what is still open stays to be confirmed', async ({ page, server }) => {
  await openOffline(page, server);
  await startSession(page);
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  await field(say('nouns.session.title')).first().fill('Exploring partnership work');
  await field(say('nouns.session.aim')).fill('How NGOs and government can work closer together');
  await field(say('sessions.outputs.next')).focus();
  await page.keyboard.type('What principles should guide us\nExamples of good practice\nFeatures and barriers\n');
  await page.keyboard.type('Ideas for the fut');
  // Outputs come into their list as the disk takes them, and move what is below.
  const output = (number: number) => field(say('sessions.outputs.output', { number }));
  await expect(output(3)).toHaveValue('Features and barriers');

  await page.getByRole('button', { name: say('register.quota.edit') }).click();
  const wanted = (side: 'government' | 'ngo' | 'other') =>
    say('register.quota.wanted', { label: say(`words.side.${side}`) });
  for (const side of ['government', 'ngo'] as const) {
    await page.getByRole('textbox', { name: wanted(side) }).focus();
    await page.keyboard.type('15');
  }
  const more = page.getByRole('button', { name: `${say('app.do.oneMore')}: ${wanted('other')}` });
  for (let tap = 0; tap < 5; tap += 1) await more.click();
  await page.keyboard.press('Escape');
  const quotas = page.getByRole('list', { name: say('register.quota.title') });
  await expect(quotas).toHaveText('Government15NGO15Other5');

  await page.reload();
  await expect(page.getByRole('link', { name: 'Exploring partnership work' })).toBeVisible();
  await expect(field(say('nouns.session.aim'))).toHaveValue('How NGOs and government can work closer together');
  const outputs = ['What principles should guide us', 'Examples of good practice', 'Features and barriers'];
  for (const [at, text] of [...outputs, 'Ideas for the fut'].entries()) await expect(output(at + 1)).toHaveValue(text);
  await expect(quotas).toHaveText('Government15NGO15Other5');

  await expect(page.getByLabel(say('sessions.days.date', { day: 1 }))).toHaveValue('');
  await expect(page.getByText(say('app.empty.toBeConfirmed'), { exact: true })).toBeVisible();
  await expect(field(say('nouns.session.venue'))).toHaveAttribute('placeholder', say('app.empty.toBeConfirmed'));
  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await expect(page.getByRole('link', { name: /^Exploring partnership work/ })).toContainText(say('home.row.bothTbc'));
});

test('The times of the agenda follow its blocks, and lunch stays where it is locked', async ({ page, server }) => {
  await openOffline(page, server);
  await startSession(page);
  await goTo(page, 'agenda');
  const duration = () => page.getByRole('textbox', { name: say('agenda.fields.duration') });

  await page.getByRole('textbox', { name: say('agenda.add') }).focus();
  await page.keyboard.type('Opening\nWhat is partnership?\nBarriers\nGroup work\n');
  await page.getByRole('button', { name: say('agenda.addLunch') }).click();
  await page.getByRole('textbox', { name: say('agenda.add') }).focus();
  await page.keyboard.type('Case study\n');
  await expectTimes(
    page,
    '09:00 Opening, 09:30 What is partnership?, 10:00 Barriers, 10:30 Group work, 12:30 Lunch, 13:30 Case study',
  );

  const longer = page.getByRole('button', { name: say('agenda.longerOf', { title: 'Opening' }) });
  for (let tap = 0; tap < 4; tap += 1) await longer.click();
  await expectTimes(
    page,
    '09:00 Opening, 09:50 What is partnership?, 10:20 Barriers, 10:50 Group work, 12:30 Lunch, 13:30 Case study',
  );

  await page.reload();
  await page.getByRole('button', { name: say('agenda.open', { title: 'Group work' }) }).click();
  await duration().focus();
  await page.keyboard.type('120');
  await page.keyboard.press('Escape');
  await expect(block(page, 'Lunch')).toContainText(say('agenda.overrun', { minutes: 20 }));
  await expectTimes(
    page,
    '09:00 Opening, 09:50 What is partnership?, 10:20 Barriers, 10:50 Group work, 12:30 Lunch, 13:30 Case study',
  );

  await page.getByRole('button', { name: say('agenda.more', { title: 'Barriers' }) }).click();
  await page.getByRole('menuitem', { name: say('agenda.moveUp') }).click();
  await expectTimes(
    page,
    '09:00 Opening, 09:50 Barriers, 10:20 What is partnership?, 10:50 Group work, 12:30 Lunch, 13:30 Case study',
  );
  await page.getByRole('button', { name: say('agenda.drag', { title: 'Opening' }) }).focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
    // The library that moves blocks measures them between two keys.
    await page.waitForTimeout(150);
  }
  await expectTimes(
    page,
    '09:00 Barriers, 09:30 Opening, 10:20 What is partnership?, 10:50 Group work, 12:30 Lunch, 13:30 Case study',
  );

  await page.getByRole('button', { name: say('agenda.more', { title: 'Opening' }) }).click();
  await page.getByRole('menuitem', { name: say('agenda.remove') }).click();
  await expectTimes(
    page,
    '09:00 Barriers, 09:30 What is partnership?, 10:00 Group work, 12:30 Lunch, 13:30 Case study',
  );
  await undo(page, say('agenda.removed', { title: 'Opening' }));
  const asBefore =
    '09:00 Barriers, 09:30 Opening, 10:20 What is partnership?, 10:50 Group work, 12:30 Lunch, 13:30 Case study';
  await expectTimes(page, asBefore);
  await page.reload();
  await expectTimes(page, asBefore);
});

/** The blocks of the agenda: those that can be opened. */
const blocks = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^${say('app.do.open')} `) }) });

const block = (page: Page, title: string) => blocks(page).filter({ hasText: title });

/** The agenda as it is read aloud: times and titles, in order. */
async function expectTimes(page: Page, said: string): Promise<void> {
  const timeAndTitle = (text: string) => text.split('\n').filter(Boolean).slice(0, 2).join(' ');
  await expect.poll(async () => (await blocks(page).allInnerTexts()).map(timeAndTitle).join(', ')).toBe(said);
}
