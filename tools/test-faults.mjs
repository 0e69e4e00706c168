/**
 * `npm run test:faults`: the long tests, of what a day does to tablets, networks, disks and servers, and the browser
 * tests that are tagged @long. Installs what it needs, says what was skipped and why. Words are passed on: `npm run
 * test:faults -- fuzz` runs the files that are named so.
 * BARAZA_RUNS=10 makes everything ten times as long; BARAZA_SEED replays a seed that was printed.
 */
import { isBuilt } from './build-record.mjs';
import { findBrowser, findQuickBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { neededBrowser, neededPostgres } from './needed-programs.mjs';
import { playwright, testRun, tool, vitest } from './test-run.mjs';

const { step, end } = testRun();

await step('install', install);
await step('browser', neededBrowser);
await step('postgresql', neededPostgres);
await step('build', async () => isBuilt() || tool('tools/build.mjs'));
process.env.CHROME_PATH ??= findBrowser();

const named = process.argv.slice(2);
let found = 0;
/** @param {import('./test-run.mjs').Counts} counts */
const counted = (counts) => {
  found += counts.passed + counts.failed;
  return counts;
};
/** Of one kind there may be none that is named so. @param {string} option */
const perhaps = (option) => (named.length > 0 ? [option, ...named] : []);
await step('faults', async () =>
  counted(
    await vitest('--config', 'tests/faults/vitest.config.ts', '--reporter=verbose', ...perhaps('--passWithNoTests')),
  ),
);
await step('long browser tests', async () =>
  counted(await playwright(findQuickBrowser(), '--grep', '@long', ...perhaps('--pass-with-no-tests'))),
);
if (named.length > 0) await step(`files named ${named.join(', ')}`, async () => found > 0);
end();
