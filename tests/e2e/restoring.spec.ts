/** A backup carried from one tablet to another without a network, and what is said of one that cannot be read. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { backupVersion } from '#documents/backup.ts';
import { lines, openExample, openGroup, openOffline, startGroupWork, typedLine } from '#tests/support/facilitator.ts';
import { expectReadable } from '#tests/support/readable.ts';
import { test as base } from '#tests/support/offline-test.ts';
import { say } from '#tests/support/words.ts';

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-backup-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const part = (page: Page): Locator => page.getByRole('region', { name: say('reports.backup.restore.title') });

/** To the page of this tablet, by the rail or the bar of Home. */
async function openTablet(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: say('app.nav.home') })
    .first()
    .click();
  await page
    .getByRole('navigation', { name: say('app.nav.label') })
    .getByRole('link', { name: say('app.nav.device') })
    .click();
}

/** A backup of everything, saved to a file. */
async function saveBackup(page: Page, folder: string): Promise<string> {
  await openTablet(page);
  const own = page.getByRole('region', { name: say('reports.backup.everything.title') });
  await expect(own).toContainText(say('reports.backup.everything.never'));
  await own.getByRole('button', { name: say('reports.backup.make') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('button', { name: say('reports.file.save') }).click(),
  ]);
  await expect(own).toContainText(/The last one was saved on .+\./);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const choose = async (page: Page, path: string): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    part(page)
      .getByRole('button', { name: /^Choose / })
      .click(),
  ]);
  await chooser.setFiles(path);
};

test('A backup brings a tablet’s sessions to an empty one, with the server away, and twice changes nothing', async ({
  page,
  server,
  another,
  folder,
}) => {
  await page.goto(server.url);
  const second = await another();
  await second.goto(server.url);

  await startGroupWork(page);
  for (const text of ['One contact person', 'İki tarafta birer kişi', '=1+1 is not three']) {
    await typedLine(page).fill(text);
    await typedLine(page).press('Enter');
  }
  await expect(lines(page)).toHaveCount(3);
  await typedLine(page).fill('half a thou');
  const path = await saveBackup(page, folder);
  await expect(page.getByText(/^The backup made on .+ holds all of them\./)).toBeVisible();

  await second.getByRole('link', { name: say('home.restore') }).click();
  await expect(part(second)).toBeInViewport();
  await choose(second, path);
  await expect(part(second)).toContainText(say('reports.backup.restore.sessions', { count: 1 }));
  await expect(part(second)).toContainText(say('reports.backup.restore.newLines', { count: 3 }));
  await expectReadable(second);
  await part(second)
    .getByRole('button', { name: say('reports.backup.restore.restore'), exact: true })
    .click();
  await expect(part(second)).toContainText(/Added: \d+ new, 0 changed, 0 already here\./);
  await expect(part(second)).toContainText(say('reports.backup.restore.keepFile'));

  await part(second)
    .getByRole('link', { name: say('reports.backup.restore.toSessions') })
    .click();
  await second.getByRole('link', { name: new RegExp(`^${say('app.empty.untitled')}`) }).click();
  await second
    .getByRole('navigation', { name: say('app.nav.sessionLabel') })
    .getByRole('link', { name: say('app.nav.groups') })
    .click();
  await openGroup(second, say('groups.number', { number: 1 }));
  await expect(lines(second)).toHaveCount(3);
  await expect(lines(second).nth(1)).toContainText('İki tarafta birer kişi');
  await expect(typedLine(second)).toHaveValue('');

  await openTablet(second);
  await choose(second, path);
  await expect(part(second)).toContainText(say('reports.backup.restore.nothingNew'));
  await expect(part(second)).toContainText(/\d+ are here already/);
  await expect(
    part(second).getByRole('button', { name: say('reports.backup.restore.restore'), exact: true }),
  ).toBeHidden();
});

test('An example that is restored is an example again', async ({ page, server, folder }) => {
  await openOffline(page, server);
  await openExample(page, 'seychelles');
  const path = await saveBackup(page, folder);
  await page.getByRole('link', { name: say('app.nav.home') }).click();
  await page
    .getByRole('button', { name: say('examples.removeOf', { title: say('examples.seychelles.title') }) })
    .click();
  await expect(page.getByRole('link', { name: /^Exploring partnership work/ })).toBeHidden();

  await page.getByRole('link', { name: say('home.restore') }).click();
  await choose(page, path);
  await expect(part(page)).toContainText('Exploring partnership work');
  await part(page)
    .getByRole('button', { name: say('reports.backup.restore.restore'), exact: true })
    .click();
  await part(page)
    .getByRole('link', { name: say('reports.backup.restore.toSessions') })
    .click();
  await expect(page.getByRole('link', { name: /^Exploring partnership work/ })).toContainText(say('home.row.example'));
});

test('A backup that cannot be read says why, and nothing on the tablet is changed', async ({
  page,
  server,
  folder,
}) => {
  await openOffline(page, server);
  await startGroupWork(page);
  await typedLine(page).fill('Here before');
  await typedLine(page).press('Enter');
  await expect(lines(page)).toHaveCount(1);
  const whole = new Uint8Array(await readFile(await saveBackup(page, folder)));

  const write = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const [head = '', ...rest] = strFromU8(gunzipSync(whole)).split('\n');
  const changed = (facts: object) =>
    gzipSync(strToU8([JSON.stringify({ ...(JSON.parse(head) as object), ...facts }), ...rest].join('\n')));
  const broken = rest.map((line) => line.replace('"Here before"', '"Here beford"'));
  const unreadable = rest.map((line) => line.replace('"kind":"note"', '"kind":"song"'));
  const body = strToU8(unreadable.join('\n'));

  const cases = [
    [
      'letter.txt',
      strToU8('Dear all,\nhere are the notes.'),
      say('reports.backup.problem.notBackup.happened', { name: 'letter.txt' }),
    ],
    ['cut.baraza', whole.subarray(0, whole.length - 40), /The file is cut off: of \d+ entries, \d+ are there\./],
    ['early.baraza', whole.subarray(0, 60), say('reports.backup.problem.cutEarly.happened')],
    ['damaged.baraza', gzipSync(strToU8([head, ...broken].join('\n'))), say('reports.backup.problem.damaged.happened')],
    ['newer.baraza', changed({ version: backupVersion + 1 }), say('reports.backup.problem.newerFile.happened')],
    [
      'unknown.baraza',
      gzipSync(
        strToU8(
          `${JSON.stringify({ ...(JSON.parse(head) as object), bytes: body.length, crc32: crcOf(body) })}\n${unreadable.join('\n')}`,
        ),
      ),
      /^1 entry of \d+ in the file/,
    ],
  ] as const;
  for (const [name, bytes, sentence] of cases) {
    await choose(page, await write(name, bytes));
    const problem = part(page).getByRole('alert');
    await expect(problem).toContainText(sentence);
    await expect(problem).toContainText(say('reports.backup.problem.safe'));
  }
  await expectReadable(page);

  // The whole one is taken after all of them, and brings nothing that was not here.
  await choose(page, await write('whole.baraza', whole));
  await expect(part(page)).toContainText(say('reports.backup.restore.nothingNew'));
});

/** As gzip says it at its end. */
function crcOf(bytes: Uint8Array): string {
  const zipped = gzipSync(bytes);
  return new DataView(zipped.buffer, zipped.byteOffset + zipped.length - 8, 4)
    .getUint32(0, true)
    .toString(16)
    .padStart(8, '0');
}
