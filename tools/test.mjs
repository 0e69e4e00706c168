/**
 * `npm test`: everything that must hold before a change is shared, from a fresh clone. Installs what it needs,
 * stops at the first step that fails, and says what was skipped and why.
 */
import { findQuickBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { neededPostgres, neededQuickBrowser } from './needed-programs.mjs';
import { playwright, testRun, tool, vitest } from './test-run.mjs';

const withoutBrowser = process.env.NO_BROWSER === '1';
const { step, skip, end } = testRun();

await step('install', install);
if (withoutBrowser) skip('browser tests: NO_BROWSER=1');
else await step('browser', neededQuickBrowser);
await step('postgresql', neededPostgres);
await step('lint, format and types', checks);
await step('tests', () => vitest('--reporter=dot'));
await step('build', () => tool('tools/build.mjs'));
if (!withoutBrowser) await step('browser tests', () => playwright(findQuickBrowser(), '--grep-invert', '@long'));
end();

/** They run side by side; each tells what it found. */
async function checks() {
  const ended = await Promise.all([
    tool('node_modules/oxlint/bin/oxlint'),
    tool('node_modules/oxfmt/bin/oxfmt', '--check'),
  ]);
  const passed = ended.filter(Boolean).length;
  return { passed, failed: ended.length - passed, skipped: [] };
}
