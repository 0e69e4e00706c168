/** Group work: what is said is written down faster than on a flip chart, with the server away. */
import {
  expectKept,
  goTo,
  kindButton,
  lineOf,
  openGroup,
  openMenuOf,
  openOffline,
  startGroupWork,
  textsOf,
  typedLine,
  undo,
} from '#tests/support/facilitator.ts';
import { covered } from '#tests/support/measures.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

const groupName = (number: number) => say('groups.number', { number });

test('Four groups each have their question, and twenty lines typed back to back lose no letter', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  const questions = [
    'What do we believe?',
    'Which policy is missing?',
    'Which law stands in the way?',
    'And on a workday?',
  ];
  for (const [at, question] of questions.entries()) {
    await page.getByRole('textbox', { name: say('groups.questionOf', { name: groupName(at + 1) }) }).fill(question);
    await page.keyboard.press('Enter');
    if (at < 3) await page.getByRole('link', { name: new RegExp(`^${say('groups.after')}`) }).click();
  }
  await goTo(page, 'groups');
  for (const [at, question] of questions.entries())
    await expect(page.getByRole('link', { name: new RegExp(`^${groupName(at + 1)}`) })).toContainText(question);

  await openGroup(page, groupName(4));
  const said = Array.from({ length: 20 }, (_, at) => `${at + 1} iş gününde çay`);
  await typedLine(page).focus();
  await page.keyboard.type(said.map((line) => `${line}\n`).join(''));
  await page.keyboard.type('And one more');
  await expect(typedLine(page)).toBeFocused();
  await expect(typedLine(page)).toHaveValue('And one more');
  await expect.poll(() => textsOf(page)).toEqual(said);
  await page.reload();
  await expect(typedLine(page)).toHaveValue('And one more');
  expect(await textsOf(page)).toEqual(said);

  // Over the keyboard of a phone the line being typed is whole and in sight, in a group with nothing in it too.
  await page.getByRole('link', { name: new RegExp(`^${say('groups.before')}`) }).click();
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByRole('button', { name: say('words.kind.barrier'), exact: true }).click();
  await expect(typedLine(page)).toBeFocused();
  await expect.poll(() => covered(typedLine(page))).toBe(false);
  await expect(page.getByRole('navigation', { name: say('app.nav.sessionLabel') })).toBeHidden();
});

test('One tap says what a line is and whose view it is, while it is typed and afterwards', async ({ page, server }) => {
  await openOffline(page, server);
  await startGroupWork(page);
  const chip = (name: string) => page.getByRole('button', { name, exact: true });
  const write = async (text: string) => {
    await page.keyboard.type(`${text}\n`);
    await expect(lineOf(page, text)).toBeVisible();
  };

  await typedLine(page).focus();
  await chip(say('words.kind.barrier')).click();
  for (const category of ['philosophical', 'policy', 'legislative', 'practical'] as const) {
    await chip(say(`words.category.${category}`)).click();
    await expect(typedLine(page)).toBeFocused();
    await write(`A ${category} barrier`);
  }
  for (const kind of ['good_practice', 'principle', 'feature', 'idea'] as const) {
    await chip(say(`words.kind.${kind}`)).click();
    await write(`Something that is ${kind}`);
  }
  await chip(say('words.side.ngo')).click();
  await expect(typedLine(page)).toBeFocused();
  await write('What the NGOs see');
  await page.reload();

  await expect(kindButton(page, 'A1-01', 'barrier', 'philosophical')).toBeVisible();
  await expect(kindButton(page, 'A1-02', 'barrier', 'policy')).toBeVisible();
  await expect(kindButton(page, 'A1-03', 'barrier', 'legislative')).toBeVisible();
  await expect(kindButton(page, 'A1-04', 'barrier', 'practical')).toBeVisible();
  await expect(kindButton(page, 'A1-05', 'good_practice')).toBeVisible();
  await expect(kindButton(page, 'A1-06', 'principle')).toBeVisible();
  await expect(kindButton(page, 'A1-07', 'feature')).toBeVisible();
  await expect(kindButton(page, 'A1-08', 'idea')).toBeVisible();
  const sideOf = (ref: string, side: string) =>
    page.getByRole('button', { name: say('captures.row.side', { ref, side }), exact: true });
  await expect(sideOf('A1-09', say('words.side.ngo'))).toBeVisible();
  await expect(sideOf('A1-08', say('captures.row.noSide'))).toBeVisible();

  // Afterwards: an idea was a barrier after all, and the view of the government.
  await kindButton(page, 'A1-08', 'idea').click();
  await lineOf(page, 'that is idea')
    .getByRole('button', { name: say('words.kind.barrier'), exact: true })
    .click();
  // Of two strips of the same chips one is away, and what was done is told beside the row's, not over them.
  const policy = lineOf(page, 'that is idea').getByRole('button', { name: say('words.category.policy'), exact: true });
  await expect(page.getByRole('button', { name: say('words.kind.principle'), exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: say('app.do.undo') })).toBeVisible();
  const [chips, told] = await Promise.all([
    lineOf(page, 'that is idea').boundingBox(),
    page.getByRole('button', { name: say('app.do.undo') }).boundingBox(),
  ]);
  expect((chips?.y ?? 0) + (chips?.height ?? 0)).toBeLessThanOrEqual(told?.y ?? 0);
  await policy.click();
  await expect(kindButton(page, 'A1-08', 'barrier', 'policy')).toBeVisible();
  await sideOf('A1-08', say('captures.row.noSide')).click();
  await expect(sideOf('A1-08', say('words.side.government'))).toBeVisible();
});

test('Lines are put in order without a mouse, moved to another group, deleted and brought back', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).focus();
  await page.keyboard.type('First\nSecond\nThird\n');
  await expect.poll(() => textsOf(page)).toEqual(['First', 'Second', 'Third']);

  await expectKept(page, 'A1-03');
  const quoted = (words: string) => say('captures.done.quoted', { words });
  const handle = (ref: string) => page.getByRole('button', { name: say('captures.row.move', { ref }), exact: true });
  await handle('A1-03').focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => textsOf(page)).toEqual(['First', 'Third', 'Second']);
  await expect(handle('A1-02')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => textsOf(page)).toEqual(['Third', 'First', 'Second']);
  await undo(page, say('captures.done.moved', { line: quoted('Third') }));
  await expect.poll(() => textsOf(page)).toEqual(['First', 'Third', 'Second']);

  const menu = await openMenuOf(page, 'A1-02');
  await menu.getByRole('button', { name: say('captures.menu.moveTo') }).click();
  await menu.getByRole('button', { name: new RegExp(`^${groupName(3)}`) }).click();
  await expect.poll(() => textsOf(page)).toEqual(['First', 'Second']);

  await (await openMenuOf(page, 'A1-01')).getByRole('button', { name: say('captures.menu.remove') }).click();
  await expect.poll(() => textsOf(page)).toEqual(['Second']);
  await undo(page, say('captures.done.removed', { line: quoted('First') }));
  await expect.poll(() => textsOf(page)).toEqual(['First', 'Second']);

  await goTo(page, 'groups');
  await openGroup(page, groupName(3));
  await page.reload();
  await expect.poll(() => textsOf(page)).toEqual(['Third']);
});
