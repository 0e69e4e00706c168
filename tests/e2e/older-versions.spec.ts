/** Tablets that come from an earlier version: their database is opened by this one, in a real browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captures } from '#language/en/captures.ts';
import { expect, test } from '#tests/support/app-test.ts';
import { type DatabaseDump, loadDump } from '#tests/support/database-dump.ts';

const folder = join(import.meta.dirname, '../fixtures');

for (const version of readdirSync(folder)) {
  test(`A tablet that comes from version ${version} has its sessions and its half-typed line`, async ({
    page,
    server,
  }) => {
    const dump = JSON.parse(readFileSync(join(folder, version, 'database.json'), 'utf8')) as DatabaseDump;
    // An address of the same origin where the app does not run.
    await page.goto(`${server.url}/manifest.webmanifest`);
    await page.evaluate(loadDump, { name: 'baraza', dump });
    await page.goto(server.url);
    await expect(page.getByText('New line 59').or(page.getByText('Half a line'))).toBeVisible();
    await page.getByRole('link', { name: /Half a line/ }).click();
    await expect(page.getByPlaceholder(captures.typing.placeholder)).toHaveValue('Half a line');
    await expect(page.getByText('New line 59')).toBeVisible();
  });
}
