/** A tablet that has joined a server and writes in a group, and what it has told its reader of each line. */
import type { BrowserContext, Page } from '@playwright/test';
import type { TestContext } from 'vitest';
import { waitUntilOffline } from './app-test.ts';
import { tablet } from './browser.ts';
import { startGroupWork, typedLine } from './facilitator.ts';
import { joinBySetupLink, stateChip } from './joining.ts';
import { type LinesTold, linesTold } from './lines-told.ts';
import { expect } from './patient-expect.ts';
import { tabletStore } from './tablet-store.ts';

export interface JoinedTablet {
  readonly page: Page;
  readonly told: LinesTold;
  /** Of the group. */
  readonly address: string;
}

/** Removed when the test has ended. `prepare` is called before any page is opened. */
export async function joinedTablet(
  { onTestFinished }: TestContext,
  url: string,
  setupLink: string,
  prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<JoinedTablet> {
  const device = await tablet({ locale: 'en-GB' });
  onTestFinished(() => device.remove());
  const told = linesTold();
  const browser = await device.open();
  await told.watch(browser);
  await prepare(browser);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(url);
  await waitUntilOffline(page);
  await joinBySetupLink(page, setupLink);
  await page.goto(url);
  await startGroupWork(page);
  return { page, told, address: page.url() };
}

export async function writeLine(page: Page, text: string): Promise<void> {
  await typedLine(page).focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/**
 * Waits until so many lines were shown as saved, nothing is left to send, and the tablet says so: what its chip says is
 * read from the store a moment after the line is.
 */
export async function untilAllSafe(
  { page, told }: Pick<JoinedTablet, 'page' | 'told'>,
  lines: number,
  within: { readonly timeout: number },
): Promise<void> {
  await expect.poll(() => told.saved.size, within).toBe(lines);
  await untilNothingIsLeft(page, within);
}

export async function untilNothingIsLeft(page: Page, within: { readonly timeout: number }): Promise<void> {
  await expect.poll(async () => (await tabletStore(page)).pending, within).toBe(0);
  await expect(stateChip(page, 'allSafe')).toBeVisible(within);
}
