/** What can be measured of a screen: whether it fits, and whether a thumb can hit what is on it. */
import type { Locator, Page } from '@playwright/test';

/** Says by how much a page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  return over > 0 ? [`${over} px wider than the window`] : [];
}

/** Whether something lies over the middle of it, or it is out of the window. */
export const covered = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

/**
 * Names the targets that are less than 48 px either way. A link inside a sentence and a box beside its label are hit
 * by more than themselves: the link counts by its line, the box with its label.
 */
export const targetsTooSmall = (page: Page): Promise<string[]> => page.evaluate(smallTargets, 48);

/** Runs in the page. */
function smallTargets(least: number): string[] {
  const modal = document.querySelector('dialog:modal');
  const targets = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=menuitem]';
  return [...(modal ?? document).querySelectorAll<HTMLElement>(targets)].flatMap((target) => {
    if (!target.checkVisibility({ visibilityProperty: true }) || target.matches('[type=file], :disabled')) return [];
    const boxes = [target, ...(target instanceof HTMLInputElement ? (target.labels ?? []) : [])].map((element) =>
      element.getBoundingClientRect(),
    );
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    const isInText = target.matches('p a, li a') && getComputedStyle(target).display === 'inline';
    if (isInText || (width >= least - 0.5 && height >= least - 0.5)) return [];
    const name = target.getAttribute('aria-label') ?? target.innerText ?? target.outerHTML;
    return [`${Math.round(width)}x${Math.round(height)} ${target.tagName.toLowerCase()} ${name.slice(0, 60)}`];
  });
}
