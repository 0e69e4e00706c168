/** Every screen, on a tablet held either way and on a phone: it fits, it can be read, and a thumb hits what is on it. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app-test.ts';
import { openExample } from '#tests/support/facilitator.ts';
import { sidewaysScroll, targetsTooSmall } from '#tests/support/measures.ts';
import { type AxeRules, hardToRead } from '#tests/support/readable.ts';
import { firstScreens, screens, show } from '#tests/support/screens.ts';
import { type Say, say, sayInTurkish } from '#tests/support/words.ts';

const table = { width: 1280, height: 800 };
const upright = { width: 800, height: 1280 };
const phone = { width: 390, height: 844 };

test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

// Colours are the same at every size: they are looked at once in the light and once in the dark.
for (const [name, viewport, rules] of [
  ['a tablet on the table', table, 'all'],
  ['a tablet held upright', upright, 'structure'],
  ['a phone', phone, 'structure'],
] as const) {
  test.describe(() => {
    test.use({ viewport });
    test(`On ${name} every screen fits, can be read, and can be hit with a thumb`, async ({ page, server }) => {
      await page.goto(server.url);
      await lookAtAll(page, say, rules);
    });
  });
}

test.describe(() => {
  test.use({ viewport: phone, colorScheme: 'dark' });
  test('In the dark every screen can be read, on a phone too', async ({ page, server }) => {
    await page.goto(server.url);
    await lookAtAll(page, say, 'colours');
  });
});

test.describe(() => {
  test.use({ viewport: phone, locale: 'tr-TR' });
  test('In Turkish every screen fits on a phone', async ({ page, server }) => {
    await page.goto(server.url);
    await lookAtAll(page, sayInTurkish, 'colours');
  });
});

/** Looks at every screen, whatever is found on the first. */
async function lookAtAll(page: Page, speak: Say, rules: AxeRules): Promise<void> {
  test.slow();
  for (const screen of [...firstScreens, 'the example' as const, ...screens]) {
    if (screen === 'the example') {
      await openExample(page, 'seychelles', speak);
      continue;
    }
    await show(page, { say: speak, named: (name) => name }, screen);
    const found = [
      ...(await sidewaysScroll(page)),
      ...(await targetsTooSmall(page)),
      ...(await hardToRead(page, rules)),
    ];
    expect.soft(found, screen.name).toEqual([]);
  }
}
