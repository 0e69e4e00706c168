/** Home: sessions are found, copied, put away and brought back, and what was being written leads back to its place. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app-test.ts';
import { goTo, openExample, openOffline, startSession, undo } from '#tests/support/facilitator.ts';
import { say } from '#tests/support/words.ts';

test('A session is copied without its people and its lines, archived, deleted, and brought back', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  const title =
    'Exploring partnership work between the NGO sector in Seychelles and the Republic of Seychelles Government';
  const copy = say('home.row.copyOf', { title });
  await home(page);
  await choose(page, title, say('home.row.duplicate'));
  await expect(page.getByRole('textbox', { name: say('nouns.session.title'), exact: true }).first()).toHaveValue(copy);
  await goTo(page, 'agenda');
  await expect(page.getByRole('listitem').filter({ hasText: 'Lunch' })).toContainText('12:30');
  await goTo(page, 'register');
  await expect(page.getByText(say('register.empty.title'))).toBeVisible();
  await goTo(page, 'board');
  await expect(page.getByText(say('board.empty.title'))).toBeVisible();

  // The copy of an example is real work: it stays when the example goes.
  await home(page);
  await page
    .getByRole('button', { name: say('examples.removeOf', { title: say('examples.seychelles.title') }), exact: true })
    .click();
  await expect(row(page, title)).toBeHidden();
  await expect(row(page, copy)).not.toContainText(say('home.row.example'));

  await choose(page, copy, say('home.row.archive'));
  await expect(row(page, copy)).toBeHidden();
  await page.getByRole('button', { name: say('home.showArchived', { count: 1 }) }).click();
  await choose(page, copy, say('home.row.unarchive'));
  await expect(page.getByRole('button', { name: say('home.showArchived', { count: 1 }) })).toBeHidden();
  await choose(page, copy, say('home.row.delete'));
  await expect(row(page, copy)).toBeHidden();
  await undo(page, say('home.row.deleted', { title: copy }));
  await expect(row(page, copy)).toBeVisible();
});

test('A session is found by a word of its title, its place or its programme, whatever the spelling', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await openExample(page, 'turkiye');
  await home(page);
  const search = page.getByLabel(say('home.search'));
  await search.fill('IZMIR 2nd');
  await expect(page.getByText(say('home.found', { count: 1 }))).toBeVisible();
  await expect(row(page, '2nd Round Training Programme – İzmir')).toBeVisible();
  await search.fill('nowhere');
  await expect(page.getByText(say('home.nothingFound', { words: 'nowhere' }))).toBeVisible();
});

test('What was being written when a page was left is on Home, leads back to it, and can be thrown away', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startSession(page);
  await goTo(page, 'close');
  await page.getByRole('textbox', { name: say('close.add.lesson') }).fill('Begin with t');
  await home(page);
  const list = page.getByRole('list', { name: say('home.unfinished.title') });
  await list.getByRole('link', { name: /^Begin with t/ }).click();
  await expect(page.getByRole('textbox', { name: say('close.add.lesson') })).toHaveValue('Begin with t');

  await home(page);
  const discard = async () => {
    await list.getByRole('button', { name: say('home.unfinished.more') }).click();
    await page.getByRole('menuitem', { name: say('home.unfinished.discard') }).click();
    await expect(list).toBeHidden();
  };
  await discard();
  await undo(page, say('home.unfinished.discarded'));
  await expect(list.getByRole('link', { name: /^Begin with t/ })).toBeVisible();
  await discard();
  await page.reload();
  await expect(page.getByRole('button', { name: say('home.start') })).toBeVisible();
  await expect(list).toBeHidden();
});

const home = (page: Page) =>
  page
    .getByRole('link', { name: say('app.nav.home') })
    .first()
    .click();

const row = (page: Page, title: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: say('home.row.more', { title }), exact: true }) });

async function choose(page: Page, title: string, item: string): Promise<void> {
  await row(page, title)
    .getByRole('button', { name: say('home.row.more', { title }), exact: true })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
