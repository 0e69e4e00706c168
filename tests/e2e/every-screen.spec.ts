/** Every screen, on a tablet held either way and on a phone: it fits, it can be read, and a thumb hits what is on it. */
import type { Page } from '@playwright/test';
import { openExample, openOffline } from '#tests/support/facilitator.ts';
import { sidewaysScroll, targetsTooSmall } from '#tests/support/measures.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { type AxeRules, hardToRead } from '#tests/support/readable.ts';
import { firstScreens, type Screen, screens, show } from '#tests/support/screens.ts';
import { type Say, say, sayInTurkish } from '#tests/support/words.ts';

const table = { width: 1280, height: 800 };
const upright = { width: 800, height: 1280 };
const phone = { width: 390, height: 844 };
const middle = Math.ceil(screens.length / 2);
const parts = [
  ['without a session', firstScreens],
  ['first half', screens.slice(0, middle)],
  ['second half', screens.slice(middle)],
] as const;

test.use({ actionTimeout: 10_000 });

// Colours are the same at every size, and so is the rail of a tablet: axe looks at each once.
for (const [part, some] of parts)
  test(`Every screen fits a tablet held either way and a phone, and can be read in the dark too: ${part}`, async ({
    page,
    server,
  }) => {
    await openOffline(page, server);
    await eachOf(page, some, say, async ({ name }) => {
      await look(page, `${name}, on the table`, 'all');
      await page.setViewportSize(upright);
      await look(page, `${name}, held upright`);
      await page.setViewportSize(phone);
      await look(page, `${name}, on a phone`, 'structure');
      await page.emulateMedia({ colorScheme: 'dark' });
      await look(page, `${name}, in the dark`, 'colours');
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(table);
    });
  });

for (const [part, some] of parts)
  test(`In Turkish every screen fits on a phone: ${part}`, async ({ page, server }) => {
    await openOffline(page, server);
    await page.getByRole('combobox', { name: say('app.language.label') }).selectOption({ label: 'Türkçe' });
    await page.setViewportSize(phone);
    await eachOf(page, some, sayInTurkish, ({ name }) => look(page, name));
  });

/** Shows one screen after the other, with the example on the tablet where they need it. */
async function eachOf(page: Page, some: readonly Screen[], speak: Say, look: (screen: Screen) => Promise<void>) {
  test.slow();
  if (some !== firstScreens) await openExample(page, 'seychelles', speak);
  for (const screen of some) {
    await show(page, { say: speak, named: (name) => name }, screen);
    await look(screen);
  }
}

/** Notes whatever is wrong, and goes on to the next screen. */
async function look(page: Page, name: string, rules?: AxeRules): Promise<void> {
  const found = [
    ...(await sidewaysScroll(page)),
    ...(await targetsTooSmall(page)),
    ...(rules ? await hardToRead(page, rules) : []),
  ];
  expect.soft(found, name).toEqual([]);
}
