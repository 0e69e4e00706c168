/** A Chromium or Chrome for the browser tests: one that is installed, or Debian's where apt works. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser, or undefined. `CHROME_PATH` goes before everything. */
export function findBrowser() {
  const { CHROME_PATH, PATH = '' } = process.env;
  const folders = [...new Set(['/usr/bin', ...PATH.split(delimiter).filter(Boolean)])];
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...installed, ...elsewhere].find(isExecutable);
}

/** Debian's Chromium without windows: all that the browser tests need, in less time. */
const shell = '/usr/lib/chromium/chromium-headless-shell';

/** The path of a browser for tests that nobody watches. */
export const findQuickBrowser = () =>
  process.env.CHROME_PATH === undefined && isExecutable(shell) ? shell : findBrowser();

export const installBrowser = () => aptInstall('chromium', 'the browser tests');

export async function installQuickBrowser() {
  if (!isExecutable(shell)) await aptInstall('chromium-headless-shell', 'the browser tests');
  if (!findQuickBrowser()) await installBrowser();
}

export const howToGetBrowser =
  'The browser tests need Chromium or Chrome. On Debian: apt-get install chromium. Elsewhere install Chrome, or say\n' +
  'where it is with CHROME_PATH. To go on without them: NO_BROWSER=1 npm test';

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
