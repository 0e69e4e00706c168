/** What can be said by a machine of whether everybody can read and reach what is on screen. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Which of axe's rules: all, the one of colours (which takes nearly all of the time), or the others. */
export type AxeRules = 'all' | 'colours' | 'structure';

/**
 * What axe calls serious or critical, with the elements. It is run in the page by hand, which is four times as fast as
 * by its package for Playwright.
 */
export async function hardToRead(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (which) => {
    // A colour on its way to another is neither.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(document, {
      resultTypes: ['violations'],
      iframes: false,
      ...(which === 'colours' && { runOnly: ['color-contrast'] }),
      ...(which === 'structure' && { rules: { 'color-contrast': { enabled: false } } }),
    });
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

export async function expectReadable(page: Page): Promise<void> {
  expect(await hardToRead(page)).toEqual([]);
}
