/**
 * `npm test`: everything that must hold before a change is shared, from a fresh clone. Installs what it needs,
 * stops at the first step that fails, and says what was skipped and why.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToGetBrowser, installBrowser } from './find-browser.mjs';
import { findPostgres, howToGetPostgres, installPostgres } from './find-postgres.mjs';
import { install } from './install.mjs';
import { cache, pinnedNode, run } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts */

const vitestReport = join(cache, 'vitest.json');
const playwrightReport = join(cache, 'playwright.json');
const withoutBrowser = process.env.NO_BROWSER === '1';

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] };
let failedStep = '';

await step('install', install);
if (withoutBrowser) total.skipped.push('browser tests: NO_BROWSER=1');
else await step('browser', browser);
await step('postgresql', postgres);
await step('lint', () => tool('node_modules/oxlint/bin/oxlint'));
await step('format', () => tool('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
await step('types', () => tool('node_modules/typescript/bin/tsc', '-b'));
await step('tests', vitest);
await step('build', () => tool('tools/build.mjs'));
if (!withoutBrowser) await step('browser tests', playwright);

if (total.skipped.length > 0) console.log(`\nSkipped:\n${total.skipped.map((reason) => `  ${reason}`).join('\n')}`);
if (failedStep) console.log(`\nStopped at: ${failedStep}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(failedStep ? 1 : 0);

/**
 * Runs one step and prints how long it took. A step that counts tests returns them; any other counts as one check.
 * @param {string} name
 * @param {() => Promise<Counts | boolean | void>} work false: it failed
 */
async function step(name, work) {
  if (failedStep) return;
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const result = (await work()) ?? true;
  const counts =
    typeof result === 'boolean' ? { passed: Number(result), failed: Number(!result), skipped: [] } : result;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped);
  if (counts.failed > 0) failedStep = name;
  console.log(
    `== ${name}: ${counts.failed > 0 ? 'failed' : 'ok'}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
}

/** @param {readonly string[]} args a script of Node and its arguments */
async function tool(...args) {
  return (await run(pinnedNode, args)) === 0;
}

async function browser() {
  if (!findBrowser()) await installBrowser();
  const found = findBrowser();
  console.log(found ?? howToGetBrowser);
  return found !== undefined;
}

/** Without it the tests that need it are skipped, each with the reason. */
async function postgres() {
  const { TEST_DATABASE_URL } = process.env;
  if (!TEST_DATABASE_URL && !findPostgres()) await installPostgres();
  console.log(TEST_DATABASE_URL ? 'TEST_DATABASE_URL' : (findPostgres() ?? howToGetPostgres));
}

/** @returns {Promise<Counts>} */
async function vitest() {
  forget(vitestReport);
  const ok = await tool(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  );
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = read(vitestReport);
  /** @type {{ status: string, fullName: string }[]} */
  const tests = testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: ok ? 0 : Math.max(1, numFailedTests), skipped };
}

/** @returns {Promise<Counts>} */
async function playwright() {
  forget(playwrightReport);
  const ok =
    (await run(
      pinnedNode,
      ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'],
      { ...process.env, CHROME_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    )) === 0;
  const { stats = { expected: 0, unexpected: 0, flaky: 0 }, suites = [] } = read(playwrightReport);
  return {
    passed: stats.expected,
    failed: ok ? 0 : Math.max(1, stats.unexpected + stats.flaky),
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

/** @param {string} report a file of an earlier run must not be taken for this one's */
function forget(report) {
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
}

/** @param {string} report @returns {any} */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
