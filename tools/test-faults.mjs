/**
 * `npm run test:faults`: the long tests, of what a day does to tablets, networks, disks and servers. Installs what it
 * needs, says what was skipped and why. Words are passed on to Vitest: `npm run test:faults -- fuzz` runs one file.
 * BARAZA_RUNS=10 makes everything ten times as long; BARAZA_SEED replays a seed that was printed.
 */
import { isBuilt } from './build-record.mjs';
import { findBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { neededBrowser, neededPostgres } from './needed-programs.mjs';
import { testRun, tool, vitest } from './test-run.mjs';

const { step, end } = testRun();

await step('install', install);
await step('browser', neededBrowser);
await step('postgresql', neededPostgres);
await step('build', async () => isBuilt() || tool('tools/build.mjs'));
process.env.CHROME_PATH ??= findBrowser();
await step('faults', () =>
  vitest('--config', 'tests/faults/vitest.config.ts', '--reporter=verbose', ...process.argv.slice(2)),
);
end();
