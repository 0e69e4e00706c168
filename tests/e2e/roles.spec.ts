/** Who may come in, and what becomes of a tablet that is turned away: it keeps every word and says whom to ask. */
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/offline-test.ts';
import { lineOf, openTheGroup, startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { goHome, joinWith, makeCode, stateChip } from '#tests/support/joining.ts';
import { expectReadable } from '#tests/support/readable.ts';
import type { ServerProcess } from '#tests/support/server-process.ts';
import { say } from '#tests/support/words.ts';

/** Longer than the longest wait of a tablet that has just written something. */
const byItself = { timeout: 45_000 };

const write = async (page: Page, text: string) => {
  await typedLine(page).fill(text);
  await typedLine(page).press('Enter');
  await expect(lineOf(page, text)).toBeVisible();
};

/** The first coordinator, with a session that is on the server. */
async function coordinate(page: Page, server: ServerProcess): Promise<void> {
  await server.start();
  await page.goto(await server.setupLink());
  await page.getByRole('textbox', { name: say('device.join.tabletName') }).fill('Office tablet');
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await goHome(page);
  await startGroupWork(page);
  await write(page, 'Written in the office');
  await expect(stateChip(page, 'allSafe')).toBeVisible(byItself);
}

const joinAs = async (page: Page, server: ServerProcess, code: string, name: string) => {
  await page.goto(`${server.url}/join`);
  await page.getByRole('textbox', { name: say('device.join.tabletName') }).fill(name);
  await joinWith(page, code);
};

const onTheList = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

test(
  'A tablet that is turned away keeps every word, says whom to ask, and sends it all with a new code',
  { tag: '@long' },
  async ({ page, server, another }) => {
    test.setTimeout(240_000);
    await coordinate(page, server);
    await stateChip(page, 'allSafe').click();
    const code = await makeCode(page, say('device.invite.untitled'), say('tablets.role.facilitator'));

    const tablet = await another();
    await joinAs(tablet, server, code, 'Blue cover');
    await goHome(tablet);
    await openTheGroup(tablet);
    await write(tablet, 'Said in the room');
    await expect(stateChip(tablet, 'allSafe')).toBeVisible(byItself);
    const groupAddress = tablet.url();

    await page.getByRole('link', { name: say('tablets.open') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('tablets.title') })).toBeVisible();
    const row = onTheList(page, 'Blue cover');
    await expect(row).toContainText(say('tablets.role.facilitator'));
    await expect(row).toContainText(say('tablets.sent'));
    await expect(row).toContainText(say('tablets.invitedBy', { name: 'Office tablet' }));
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await expectReadable(page);
    }

    await row.getByRole('button', { name: say('tablets.more', { name: 'Blue cover' }) }).click();
    await page.getByRole('menuitem', { name: say('tablets.revoke') }).click();
    const sheet = page.getByRole('dialog', { name: say('tablets.revokeTitle', { name: 'Blue cover' }) });
    await expect(sheet).toContainText(say('tablets.revokeWords'));
    await expectReadable(page);
    await sheet.getByRole('button', { name: say('tablets.revokeDo') }).click();
    await expect(page.getByRole('list', { name: say('tablets.gone') })).toContainText('Blue cover');

    // Nothing is under way there, and it hears of it all the same.
    await expect(stateChip(tablet, 'notLetIn')).toBeVisible(byItself);
    await write(tablet, 'Said after it was turned away');
    await write(tablet, 'And one more');
    await stateChip(tablet, 'countOnTablet').click();
    const serverSection = tablet.getByRole('region', { name: say('device.server.title') });
    await expect(serverSection.getByText(say('device.server.refusedDevice.happened', { name: 'Baraza' }))).toBeVisible(
      byItself,
    );
    await expect(serverSection).toContainText('“Office tablet”');
    await expect(tablet.getByRole('region', { name: say('device.invite.title') })).toBeHidden();
    await tablet.reload();
    await expect(serverSection).toContainText('“Office tablet”');
    await expectReadable(tablet);

    await page.goto(`${server.url}/device`);
    const again = await makeCode(page, say('device.invite.untitled'), say('tablets.role.facilitator'));
    await joinAs(tablet, server, again, 'Blue cover');
    await tablet.goto(groupAddress);
    for (const text of ['Said in the room', 'Said after it was turned away', 'And one more']) {
      await expect(lineOf(tablet, text)).toBeVisible();
    }
    await expect(stateChip(tablet, 'allSafe')).toBeVisible(byItself);
    await page.goto(groupAddress);
    await expect(lineOf(page, 'And one more')).toBeVisible(byItself);
    await page.goto(`${server.url}/devices`);
    await expect(page.getByRole('list', { name: say('tablets.list') })).toContainText('Blue cover');
  },
);

test('A viewer reads, and is told where it writes that it stays on the tablet', async ({ page, server, another }) => {
  test.setTimeout(180_000);
  await coordinate(page, server);
  await stateChip(page, 'allSafe').click();
  const code = await makeCode(page, say('device.invite.untitled'), say('tablets.role.viewer'));

  const donor = await another();
  await joinAs(donor, server, code, 'Donor');
  await goHome(donor);
  await openTheGroup(donor);
  await expect(lineOf(donor, 'Written in the office')).toBeVisible();
  await expect(donor.getByText(say('tablets.readOnly.session'))).toBeVisible();
  await expect(typedLine(donor)).toHaveAttribute('placeholder', say('captures.typing.staysHere'));
  await write(donor, 'A question of the donor');
  await stateChip(donor, 'countOnTablet').click();
  await expect(donor.getByText(say('device.server.viewer'))).toBeVisible();
  await expect(donor.getByRole('region', { name: say('device.invite.title') })).toBeHidden();
  await expectReadable(donor);
  await donor.goto(`${server.url}/devices`);
  await expect(donor.getByRole('alert')).toContainText(say('tablets.failed.mayNot.happened'));
});

test('The list of tablets says what to do where the server is away, and where nobody has joined', async ({
  page,
  server,
}) => {
  await server.start();
  await page.goto(await server.setupLink());
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await goHome(page);
  await page.goto(`${server.url}/devices`);
  await expect(page.getByText(say('tablets.noneHint'))).toBeVisible();
  await expectReadable(page);
  await server.stop();
  await page.getByRole('button', { name: say('tablets.again') }).click();
  await expect(page.getByRole('alert')).toContainText(say('tablets.failed.away.happened'));
  await expectReadable(page);
});
