/** Joining a server and inviting others to it, by the words on the screen. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './patient-expect.ts';
import { say } from './words.ts';

/** The one chip in the header, where it says this of how safe everything is. */
export const stateChip = (
  page: Page,
  says: 'allSafe' | 'onTablet' | 'countOnTablet' | 'countNeedLook' | 'notLetIn',
): Locator => {
  const words =
    says === 'allSafe' || says === 'onTablet' ? say(`app.state.${says}`) : say(`app.state.${says}`, { count: 2 });
  // Of one it says "item needs", of several "items need".
  const pattern = words
    .replace(/^2/, String.raw`\d+`)
    .replace('items ', 'items? ')
    .replace('need ', 'needs? ');
  return page.getByRole('banner').getByRole('link', { name: new RegExp(`^${pattern}$`) });
};

/** On the page for joining. */
export async function joinWith(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: say('device.join.code') }).fill(code);
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: new RegExp(`^${say('device.join.joined', { name: '' }).slice(0, -2)}`),
    }),
  ).toBeVisible();
}

/** As the first, on empty data; nothing was written before. */
export async function joinBySetupLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: say('device.join.join'), exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('device.join.joined', { name: 'Baraza' }) }),
  ).toBeVisible();
}

/** After joining, where nothing was written before. */
export async function goHome(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: say('device.join.home') })
    .click();
  await expect(page.getByRole('button', { name: say('home.start') })).toBeVisible();
}

/** On the page of this tablet: makes a code for a session, or for everything, and answers it. */
export async function makeCode(page: Page, what: string, as?: string): Promise<string> {
  const invite = page.getByRole('region', { name: say('device.invite.title') });
  await invite.getByRole('combobox', { name: say('device.invite.what') }).selectOption(what);
  const role = as ?? (await invite.getByRole('button', { pressed: true }).first().innerText());
  if (as !== undefined) await invite.getByRole('button', { name: as, exact: true }).click();
  await invite.getByRole('button', { name: say('device.invite.make') }).click();
  const code = invite.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await expect(code).toBeVisible();
  await expect(invite.getByText(say('device.invite.lets', { what, role }))).toBeVisible();
  await expect(invite.getByRole('img', { name: say('device.invite.qr') })).toBeVisible();
  await expect(invite.getByRole('link', { name: /join#/ })).toHaveAttribute(
    'href',
    new RegExp(`/join#${await code.innerText()}$`),
  );
  return code.innerText();
}
