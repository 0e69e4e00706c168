/** The examples: each is there with the server away, can be worked in and thrown away, and is never sent to anyone. */
import { gunzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { exampleNames } from '#features/examples/example-names.ts';
import {
  goTo,
  lineOf,
  openExample,
  openGroup,
  openOffline,
  startSession,
  typedLine,
  undo,
} from '#tests/support/facilitator.ts';
import { goHome, stateChip } from '#tests/support/joining.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

test('Each example opens with the server away and shows what its source says', async ({ page, server }) => {
  await openOffline(page, server);
  const home = () => page.getByRole('link', { name: say('app.nav.home') }).click();
  const field = (name: string) => page.getByRole('textbox', { name, exact: true }).first();

  await openExample(page, 'seychelles');
  await expect(field(say('nouns.session.aim'))).toHaveValue(/^To explore how NGOs in Seychelles can develop closer/);
  await expect(page.getByRole('list', { name: say('register.quota.title') })).toHaveText(
    'Government15NGO15LUNGOS staff and relevant associates5',
  );
  await goTo(page, 'agenda');
  await expect(page.getByRole('listitem').filter({ hasText: 'Lunch' })).toContainText('12:30');
  await home();

  await openExample(page, 'turkiye');
  await expect(page.getByRole('heading', { name: say('home.programme.round', { round: 3 }) })).toBeVisible();
  await expect(page.getByRole('link', { name: /Round Training Programme – / })).toHaveCount(30);
  await page.getByRole('link', { name: /^1st Round Training Programme – Erzurum/ }).click();
  await goTo(page, 'register');
  await expect(page.getByRole('button', { name: /Işık, İbrahim/ })).toBeVisible();
  await home();

  await openExample(page, 'south-africa');
  await page.getByRole('link', { name: /^Planning the national support/ }).click();
  await goTo(page, 'close');
  const action = 'Meet in Bloemfontein to work on the adapted version of SLA for DSD';
  const actions = page.getByRole('region', { name: say('close.heads.action') });
  await expect(actions.getByRole('listitem').filter({ hasText: action }).getByLabel(say('close.due'))).toHaveValue(
    '2007-12-04',
  );
});

test('An example can be worked in; it goes in one tap, is asked about where somebody wrote, and comes back whole', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  for (const name of exampleNames) {
    await openExample(page, name);
    await page
      .getByRole('link', { name: say('app.nav.home') })
      .first()
      .click();
  }
  await openExample(page, 'seychelles');
  await goTo(page, 'groups');
  await openGroup(page, 'Policy');
  await typedLine(page).fill('Said while trying it out');
  await typedLine(page).press('Enter');
  await expect(lineOf(page, 'Said while trying it out')).toBeVisible();
  const address = page.url();

  await page.getByRole('link', { name: say('app.nav.home') }).click();
  for (const name of exampleNames) {
    const title = say(`examples.${name}.title`);
    const remove = page.getByRole('button', { name: say('examples.removeOf', { title }), exact: true });
    await remove.click();
    if (name === 'seychelles') {
      await expect(page.getByText(say('examples.written.lines', { count: 1, title }))).toBeVisible();
      await expect(remove).toBeVisible();
      await page.getByRole('button', { name: say('examples.written.remove'), exact: true }).click();
    }
    await expect(remove).toBeHidden();
    await undo(page, say('examples.removed', { title }));
    await expect(remove).toBeVisible();
  }
  await page.goto(address);
  await expect(lineOf(page, 'Said while trying it out')).toBeVisible();
});

test('On a tablet that sends its work, an example and what is changed in it stay where they are', async ({
  page,
  server,
}) => {
  await server.start();
  const sent = collectSent(page);
  await page.goto(await server.setupLink());
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await goHome(page);
  await openExample(page, 'seychelles');
  const title = () => page.getByRole('textbox', { name: say('nouns.session.title'), exact: true }).first();
  await title().fill('Changed while trying it out');
  await title().blur();
  await expect(stateChip(page, 'onTablet')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(say('app.exampleStays'));
  await goTo(page, 'close');
  await expect(page.getByText(say('device.dayEnd.example.never'))).toBeVisible();
  await expect(page.getByText(say('device.dayEnd.confirmed'))).toBeHidden();

  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await startSession(page);
  await title().fill('Real work');
  await title().blur();
  await expect.poll(() => sent.join()).toContain('Real work');
  await expect(stateChip(page, 'allSafe')).toBeVisible();
  expect(sent.join()).not.toContain('Changed while trying it out');
  expect(sent.join()).not.toContain('seychelles');

  await page.getByRole('link', { name: say('app.nav.home') }).click();
  const row = page.getByRole('link', { name: /^Changed while trying it out/ });
  await expect(row).toContainText(say('home.row.example'));
  await expect(row).not.toContainText(say('app.state.onTablet'));
});

/** What the page hands to the server, as text. */
function collectSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request: Request) => {
    const body = request.postDataBuffer();
    if (body) sent.push((body[0] === 0x1f ? gunzipSync(body) : body).toString('utf8'));
  });
  return sent;
}
