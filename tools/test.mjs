/**
 * `npm test`: everything that must hold before a change is shared, from a fresh clone. Installs what it needs,
 * stops at the first step that fails, and says what was skipped and why.
 */
import { findQuickBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { neededPostgres, neededQuickBrowser } from './needed-programs.mjs';
import { pinnedNode, run } from './run.mjs';
import { newReport, readReport, testRun, tool, vitest } from './test-run.mjs';

const withoutBrowser = process.env.NO_BROWSER === '1';
const { step, skip, end } = testRun();

await step('install', install);
if (withoutBrowser) skip('browser tests: NO_BROWSER=1');
else await step('browser', neededQuickBrowser);
await step('postgresql', neededPostgres);
await step('lint, format and types', checks);
await step('tests', () => vitest('--reporter=dot'));
await step('build', () => tool('tools/build.mjs'));
if (!withoutBrowser) await step('browser tests', playwright);
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

async function playwright() {
  const report = newReport('playwright.json');
  const ok =
    (await run(
      pinnedNode,
      ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'],
      { ...process.env, CHROME_PATH: findQuickBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    )) === 0;
  const { stats = { expected: 0, unexpected: 0, flaky: 0 }, suites = [] } = readReport(report);
  return {
    passed: stats.expected + stats.flaky,
    failed: ok ? 0 : Math.max(1, stats.unexpected),
    skipped: suites.flatMap(skippedSpecs),
  };
}

/** @param {any} suite @returns {string[]} each skipped test with its reason */
function skippedSpecs(suite) {
  const specs = suite.specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests
      .filter((/** @type {any} */ { status }) => status === 'skipped')
      .map((/** @type {any} */ { annotations }) => `${title}: ${annotations.map(descriptionOf).join(', ')}`),
  );
  return [...specs, ...(suite.suites ?? []).flatMap(skippedSpecs)];
}

/** @param {{ description?: string }} annotation */
function descriptionOf({ description }) {
  return description ?? 'no reason given';
}
