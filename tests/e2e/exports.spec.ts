/** The coordinator's files, made on a tablet whose server is away and read back as Word, Excel and a script read them. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { strFromU8 } from 'fflate';
import { readBackup } from '#documents/backup.ts';
import type { Choice } from '#features/reports/choices.ts';
import { goTo, openExample, openOffline, startGroupWork, startSession, typedLine } from '#tests/support/facilitator.ts';
import { chapterOf, documentOf, picturesOf, sheetOf, sheetsOf } from '#tests/support/office-files.ts';
import { flipChart, photoOn, takePhoto } from '#tests/support/pictures.ts';
import { expectReadable } from '#tests/support/readable.ts';
import { expect, test } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

interface Download {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The page of files, from the page of the session's purpose. */
async function openFiles(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('sessions.purpose.report') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('reports.title') })).toBeVisible();
}

const choice = (page: Page, which: Choice): Locator =>
  page.getByRole('radio', { name: `${say(`reports.choice.${which}.title`)} ${say(`reports.choice.${which}.format`)}` });
const preview = (page: Page): Locator => page.getByRole('region', { name: say('reports.preview.title') });

async function make(page: Page, label: string): Promise<Download> {
  await page.getByRole('button', { name: label, exact: true }).click();
  return save(page);
}

async function save(page: Page): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('reports.file.save') }).click(),
  ]);
  await expect(page.getByText(say('reports.file.saved'))).toBeVisible();
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

test('Each file of a day is made with the server away, and holds the day', async ({ page, server }) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  await openFiles(page);

  await expect(preview(page)).toContainText('Barriers by category and side');
  const report = await make(page, say('reports.choice.report.make'));
  expect(report.name).toMatch(/^Exploring partnership work .* \d{4}-\d\d-\d\d report\.docx$/);
  const read = documentOf(report.bytes);
  expect(read.paragraphs.map(({ text }) => text)).toContain('Draft: the session is not closed yet');
  expect(chapterOf(read, 'E2 · Policy')).toContain('E2-01\tNo rule on who is consulted, or when (NGO, Policy)');
  expect(read.tables.find(([head]) => head?.[0] === 'Figure')?.[1]?.slice(0, 2)).toEqual(['People', '29']);

  await choice(page, 'lines').click();
  await expect(preview(page)).toContainText(say('reports.preview.rows', { count: 39 }));
  const lines = await make(page, say('reports.choice.lines.make'));
  expect(lines.name).toMatch(/ lines\.xlsx$/);
  expect(sheetOf(lines.bytes, 'Lines').rows).toHaveLength(39);

  for (const [which, separator] of [
    ['comma', ','],
    ['semicolon', ';'],
  ] as const) {
    await choice(page, which).click();
    const csv = await make(page, say(`reports.choice.${which}.make`));
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(csv.bytes)).toContain(['Reference', 'Kind', 'Text', 'Side'].join(separator));
    expect(strFromU8(csv.bytes).trim().split('\r\n')).toHaveLength(40);
  }

  await choice(page, 'register').click();
  const plain = await make(page, say('reports.choice.register.make'));
  expect(sheetOf(plain.bytes, 'People').rows).toHaveLength(32);
  expect(sheetsOf(plain.bytes).flatMap(({ heads }) => heads)).not.toContain('Phone');
  await page.getByRole('checkbox', { name: say('reports.contactDetails') }).check();
  const asked = await make(page, say('reports.choice.register.make'));
  expect(sheetOf(asked.bytes, 'People').heads).toEqual(expect.arrayContaining(['Phone', 'Email', 'Access needs']));

  await choice(page, 'summary').click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: say('reports.text.copy') }).click();
  await expect(page.getByText(say('reports.text.copied'))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('29 people · 29 person-days · 29 completers');
  const text = await make(page, say('reports.choice.summary.make'));
  expect(strFromU8(text.bytes).trim()).toBe(copied.trim());

  for (const which of ['session', 'everything'] as const) {
    await choice(page, which).click();
    const backup = await make(page, say('reports.backup.make'));
    expect(backup.name).toMatch(/\.baraza$/);
    const opened = readBackup(backup.bytes);
    expect(opened.ok && opened.value.records.filter(({ noun }) => noun === 'capture')).toHaveLength(39);
  }
  await expect(page.getByText(say('reports.backup.everything.never'))).toBeHidden();
});

test('A file speaks the language that was chosen for it, whatever the screen speaks', async ({ page, server }) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  await openFiles(page);
  await page.getByRole('combobox', { name: say('reports.language') }).selectOption({ label: 'Türkçe' });
  await page.getByRole('combobox', { name: say('reports.timeZone') }).selectOption({ label: 'Istanbul' });
  await expect(preview(page)).toContainText('Kategoriye ve tarafa göre engeller');
  const { name, bytes } = await make(page, say('reports.choice.report.make'));
  expect(name).toMatch(/ rapor\.docx$/);
  expect(chapterOf(documentOf(bytes), 'E2 · Policy')).toContain(
    'E2-01\tNo rule on who is consulted, or when (NGO, Politika)',
  );
  await choice(page, 'lines').click();
  const lines = await make(page, say('reports.choice.lines.make'));
  const about = sheetsOf(lines.bytes)
    .at(-1)
    ?.rows.map((row) => Object.values(row).map(({ text }) => text));
  expect(about).toContainEqual(['Saat dilimi', 'Europe/Istanbul']);

  // The place is kept on the tablet; the language follows the screen again.
  await page.reload();
  await expect(page.getByRole('combobox', { name: say('reports.timeZone') })).toHaveValue('Europe/Istanbul');
  await expect(page.getByRole('combobox', { name: say('reports.language') })).toHaveValue('en');
});

test('A session with nothing in it still has its files, one tap away from its row on Home', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startSession(page);
  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await page.getByRole('button', { name: say('home.row.more', { title: say('app.empty.untitled') }) }).click();
  await page.getByRole('menuitem', { name: say('home.row.report') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('reports.title') })).toBeVisible();
  await expect(page.getByText(say('reports.empty'))).toBeVisible();
  const { name, bytes } = await make(page, say('reports.choice.report.make'));
  expect(name).toMatch(/^Untitled session /);
  expect(chapterOf(documentOf(bytes), 'Decisions')).toEqual(['Nothing recorded']);
});

test('A line that is still being typed is in no file, and the page says so', async ({ page, server }) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).fill('One contact person');
  await typedLine(page).press('Enter');
  await typedLine(page).fill('half a thou');
  await goTo(page, 'close');
  await page.getByRole('link', { name: say('close.toDocuments') }).click();

  await expect(page.getByText(say('reports.drafts', { count: 1 }))).toBeVisible();
  await choice(page, 'comma').click();
  const csv = strFromU8((await make(page, say('reports.choice.comma.make'))).bytes);
  expect(csv).toContain('One contact person');
  expect(csv).not.toContain('half a thou');

  await page.getByRole('link', { name: say('reports.toDraft') }).click();
  await expect(typedLine(page)).toHaveValue('half a thou');
});

test('Making a file can be stopped, and one that was not made says what is safe', async ({ page, server }) => {
  // A worker that takes its time, until it is told to break.
  await page.addInitScript(() => {
    class SlowWorker extends EventTarget {
      constructor() {
        super();
        addEventListener('break-workers', () => this.dispatchEvent(new ErrorEvent('error', { message: 'no memory' })));
      }
      postMessage() {}
      terminate() {}
    }
    Object.assign(window, { Worker: SlowWorker });
  });
  await openOffline(page, server);
  await startSession(page);
  await openFiles(page);
  const button = page.getByRole('button', { name: say('reports.choice.report.make') });
  await button.click();
  await expect(page.getByRole('progressbar', { name: say('reports.file.making') })).toBeVisible();
  await page.getByRole('button', { name: say('app.do.cancel') }).click();
  await expect(button).toBeVisible();

  await button.click();
  await expect(page.getByRole('progressbar', { name: say('reports.file.making') })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('break-workers')));
  const problem = page.getByRole('alert');
  await expect(problem).toContainText(say('reports.file.failed.happened'));
  await expect(problem).toContainText(say('reports.file.failed.safe'));
  await expect(problem.getByRole('button', { name: say('problems.commit.retry') })).toBeVisible();
  await expect(page.getByText(say('reports.preview.failed'))).toBeVisible();
});

test('A file is handed on by the tablet itself, and saved where the browser does not hand on its kind', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, {
      canShare: ({ files }: ShareData) => (files?.length ?? 0) > 0,
      share: ({ files, text }: ShareData) => {
        const [file] = files ?? [];
        // As Chromium on Android does with what it does not know.
        if (file && !file.name.endsWith('.csv')) return Promise.reject(new DOMException('', 'NotAllowedError'));
        shared.push(file?.name ?? text ?? '');
        return Promise.resolve();
      },
    });
  });
  await openOffline(page, server);
  await startSession(page);
  await openFiles(page);
  const share = page.getByRole('button', { name: say('reports.file.share'), exact: true });
  const shared = () => page.evaluate(() => (window as unknown as { readonly shared: readonly string[] }).shared);

  await choice(page, 'comma').click();
  await page.getByRole('button', { name: say('reports.choice.comma.make') }).click();
  await share.click();
  await expect(page.getByText(say('reports.file.shared'))).toBeVisible();
  expect(await shared()).toEqual([expect.stringMatching(/^Untitled session .* lines (comma|semicolon)\.csv$/)]);

  await choice(page, 'report').click();
  await page.getByRole('button', { name: say('reports.choice.report.make') }).click();
  await share.click();
  await expect(page.getByText(say('reports.file.notShared'))).toBeVisible();
  await expect(share).toBeHidden();
  expect((await save(page)).name).toMatch(/report\.docx$/);

  await choice(page, 'summary').click();
  await page.getByRole('button', { name: say('reports.text.share') }).click();
  await expect.poll(async () => (await shared()).at(-1)).toContain('*Untitled session*');
});

test('The page of files can be read by everybody, in the light and in the dark', async ({ page, server }) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  await openFiles(page);
  for (const which of ['report', 'register', 'summary', 'everything'] as const) {
    await choice(page, which).click();
    if (which === 'everything') await page.getByRole('button', { name: say('reports.backup.make') }).click();
    await expect(
      which === 'everything' ? page.getByRole('button', { name: say('reports.file.save') }) : preview(page),
    ).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectReadable(page);
    }
  }
});

test('A photo of a flip chart stands in the report as Word shows it, under the line it was taken for', async ({
  page,
  server,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  const session = page.url().split('/group/')[0] ?? '';
  await typedLine(page).fill('What the group drew');
  await takePhoto(page, await flipChart(page, 'What do we believe?'));
  await expect(photoOn(page, 'A1-01')).toBeVisible();
  await page.goto(`${session}/report`);
  await expect(preview(page)).toContainText(`Photos${say('reports.preview.photos', { count: 1 })}`);
  const { bytes } = await make(page, say('reports.choice.report.make'));
  expect(chapterOf(documentOf(bytes), 'Photos').slice(0, 2)).toEqual(['', 'A1-01\tWhat the group drew']);
  const [picture, ...more] = picturesOf(bytes);
  expect(more).toEqual([]);
  // JPEG, whatever the tablet keeps: Word shows no WebP.
  expect([...(picture?.bytes.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  expect(Math.round(((picture?.width ?? 0) / (picture?.height ?? 1)) * 100)).toBe(133);
});
