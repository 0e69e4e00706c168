/** What the tests need beside the packages: as steps that look for it, install it where apt works, and say where it is. */
import {
  findBrowser,
  findQuickBrowser,
  howToGetBrowser,
  installBrowser,
  installQuickBrowser,
} from './find-browser.mjs';
import { findPostgres, howToGetPostgres, installPostgres } from './find-postgres.mjs';

export async function neededBrowser() {
  if (!findBrowser()) await installBrowser();
  const found = findBrowser();
  console.log(found ?? howToGetBrowser);
  return found !== undefined;
}

export async function neededQuickBrowser() {
  if (process.env.CHROME_PATH === undefined) await installQuickBrowser();
  const found = findQuickBrowser();
  console.log(found ?? howToGetBrowser);
  return found !== undefined;
}

/** Without it the tests that need it are skipped, each with the reason. */
export async function neededPostgres() {
  const { TEST_DATABASE_URL } = process.env;
  if (!TEST_DATABASE_URL && !findPostgres()) await installPostgres();
  console.log(TEST_DATABASE_URL ? 'TEST_DATABASE_URL' : (findPostgres() ?? howToGetPostgres));
}
