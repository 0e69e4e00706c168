/** The register: a list from a spreadsheet, who walks in, who is here, and what that comes to. No server anywhere. */
import type { Page } from '@playwright/test';
import { goTo, openOffline, startSession, undo } from '#tests/support/facilitator.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

/** 13 of the government, 17 of NGOs, as they are copied out of a spreadsheet. */
const people = Array.from({ length: 30 }, (_, at) => {
  const side = at < 13 ? 'Government' : 'NGO';
  return [`Given${at + 1}`, `Çelik${String(at + 1).padStart(2, '0')}`, `Unit ${at % 4} (example)`, side];
});
const pasted = [['First name', 'Surname', 'Organisation', 'Side'], ...people].map((row) => row.join('\t')).join('\n');

test('Thirty people come from a spreadsheet, one walks in, and the counts by side meet the quotas', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startSession(page);
  await goTo(page, 'register');
  await page.getByRole('button', { name: say('register.quota.edit') }).click();
  for (const side of ['government', 'ngo'] as const) {
    const label = say(`words.side.${side}`);
    await page.getByRole('textbox', { name: say('register.quota.wanted', { label }) }).focus();
    await page.keyboard.type('15');
  }
  await page.keyboard.press('Escape');

  await paste(page, pasted);
  const sheet = page.getByRole('dialog', { name: say('register.import.title') });
  await sheet.getByRole('button', { name: say('register.import.add', { count: 30 }) }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(say('register.list.count', { count: 30 }), { exact: true })).toBeVisible();
  await undo(page, say('register.import.added', { count: 30 }));
  await expect(page.getByText(say('register.empty.title'))).toBeVisible();
  await paste(page, pasted);
  await sheet.getByRole('button', { name: say('register.import.add', { count: 30 }) }).click();
  await expectQuotas(page, '13 of 15 · 0 came', '17 of 15 · 2 over · 0 came');

  await page.getByRole('button', { name: say('register.add.walkIn') }).click();
  await page.getByLabel(say('register.add.walkInWhen')).selectOption({ label: say('words.dayPart.am') });
  await page.getByRole('button', { name: say('words.side.government'), exact: true }).click();
  await page
    .getByRole('textbox', { name: say('register.add.label') })
    .fill('Ayşe Demir, Health Promotion Unit (example)');
  await page.keyboard.press('Enter');
  await expect(box(page, 'Ayşe Demir', 'am')).toHaveAttribute('aria-pressed', 'true');

  for (const name of ['Given1 Çelik01', 'Given14 Çelik14', 'Given15 Çelik15']) await box(page, name, 'am').click();
  await box(page, 'Given1 Çelik01', 'pm').click();
  await expectQuotas(page, '14 of 15 · 2 came', '17 of 15 · 2 over · 2 came');
  await expectFigures(page, { registered: 31, people: 4, personDays: 4, completers: 1 });

  await page.getByLabel(say('register.list.search')).fill('celik3');
  await expect(page.getByText(say('register.list.found', { count: 1 }))).toBeVisible();
  await page.getByLabel(say('register.list.search')).fill('');
  await page
    .getByRole('button', { name: new RegExp(`^${say('register.list.markAll', { halfDay: say('words.dayPart.pm') })}`) })
    .click();
  await expectFigures(page, { registered: 31, people: 31, personDays: 31, completers: 4 });
  await undo(page, say('register.list.allMarked', { count: 30, halfDay: say('words.dayPart.pm') }));
  await expectFigures(page, { registered: 31, people: 4, personDays: 4, completers: 1 });

  await page.reload();
  await expectQuotas(page, '14 of 15 · 2 came', '17 of 15 · 2 over · 2 came');
  await expect(box(page, 'Given14 Çelik14', 'am')).toHaveAttribute('aria-pressed', 'true');
  await expect(box(page, 'Given14 Çelik14', 'pm')).toHaveAttribute('aria-pressed', 'false');
});

test('A spreadsheet without names gets a sentence, changes nothing, and stays to be put right', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startSession(page);
  await goTo(page, 'register');
  await paste(page, 'Item\tPrice\tAmount\nChairs\t120.50\t40\nTables\t410\t10\nWater\t3.20\t200');
  const sheet = page.getByRole('dialog', { name: say('register.import.title') });
  await expect(sheet.getByText(say('register.import.noNames'))).toBeVisible();
  await expect(sheet.getByText(say('register.import.kept'))).toBeVisible();
  await expect(sheet.getByRole('button', { name: new RegExp(`^${say('app.do.add')}`) })).toBeHidden();
  await sheet.getByRole('button', { name: say('app.do.close') }).click();
  await expect(page.getByText(say('register.empty.title'))).toBeVisible();
  await expectFigures(page, { registered: 0, people: 0, personDays: 0, completers: 0 });

  // A picture that calls itself a spreadsheet.
  await page
    .getByRole('main')
    .getByRole('button', { name: say('register.add.fromSpreadsheet') })
    .click();
  await sheet.getByLabel(say('register.import.chooseFile')).setInputFiles({
    name: 'list.xlsx',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  });
  await expect(sheet.getByRole('alert')).toContainText(say('register.import.problem.noTable'));
  await sheet.getByRole('button', { name: say('app.do.close') }).click();
  await page.reload();
  await expect(page.getByText(say('register.empty.title'))).toBeVisible();
});

/** Pastes into the line of the register, as out of a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: say('register.add.label') }).evaluate((field, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The box of a person in a half-day of the one day. */
const box = (page: Page, name: string, part: 'am' | 'pm') =>
  page.getByRole('button', {
    name: say('register.list.present', { name, halfDay: say(`words.dayPart.${part}`) }),
    exact: true,
  });

async function expectQuotas(page: Page, government: string, ngo: string): Promise<void> {
  for (const [side, said] of Object.entries({ government, ngo }))
    await expect(page.getByRole('meter', { name: say(`words.side.${side as 'government' | 'ngo'}`) })).toHaveAttribute(
      'aria-valuetext',
      said,
    );
}

async function expectFigures(page: Page, wanted: Readonly<Record<string, number>>): Promise<void> {
  const figures = page.getByRole('region', { name: say('register.figures.title') });
  const read = async (figure: string) =>
    Number(await figures.locator(`[data-figure=${figure}] dd`).first().innerText());
  await expect
    .poll(async () =>
      Object.fromEntries(await Promise.all(Object.keys(wanted).map(async (key) => [key, await read(key)]))),
    )
    .toEqual(wanted);
}
