/** One run of tests in steps: each printed with its time, the first that fails ends it, and nothing is skipped in silence. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, pinnedNode, run } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts */

/** @typedef {object} TestRun
 * @property {(name: string, work: () => Promise<Counts | boolean | void>) => Promise<void>} step Runs one step unless
 *   an earlier one failed. A step that counts tests returns them; any other counts as one check, and false fails it.
 * @property {(reason: string) => void} skip
 * @property {() => never} end Says what was skipped and why, and ends the process.
 */

/** @returns {TestRun} */
export function testRun() {
  /** @type {Counts} */
  const total = { passed: 0, failed: 0, skipped: [] };
  let failedStep = '';

  return {
    step: async (name, work) => {
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
    },
    skip: (reason) => void total.skipped.push(reason),
    end: () => {
      if (total.skipped.length > 0)
        console.log(`\nSkipped:\n${total.skipped.map((reason) => `  ${reason}`).join('\n')}`);
      if (failedStep) console.log(`\nStopped at: ${failedStep}`);
      console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
      process.exit(failedStep ? 1 : 0);
    },
  };
}

/** @param {readonly string[]} args a script of Node and its arguments; resolves to whether it ended well */
export const tool = async (...args) => (await run(pinnedNode, args)) === 0;

/**
 * Runs Vitest and counts. What its tests measured (`figures` of tests/support/figures.ts) is printed after it.
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
export async function vitest(...args) {
  const report = newReport('vitest.json');
  const json = ['--reporter=json', `--outputFile.json=${report}`];
  const ok = await tool('node_modules/vitest/vitest.mjs', 'run', ...args, ...json);
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readReport(report);
  /** @type {{ status: string, fullName: string, meta?: { figures?: object } }[]} */
  const tests = testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  for (const { fullName, meta } of tests) if (meta?.figures) console.log(`${fullName}: ${inWords(meta.figures)}`);
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: ok ? 0 : Math.max(1, numFailedTests), skipped };
}

/**
 * Runs the browser tests and counts.
 * @param {string | undefined} browser its path
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
export async function playwright(browser, ...args) {
  const report = newReport('playwright.json');
  const cli = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts', ...args];
  const env = { ...process.env, CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const ok = (await run(pinnedNode, cli, env)) === 0;
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

/** @param {object} figures */
const inWords = (figures) =>
  Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');

/** A place for a report, where none of an earlier run can be taken for this one's. @param {string} name */
export function newReport(name) {
  mkdirSync(cache, { recursive: true });
  const report = join(cache, name);
  rmSync(report, { force: true });
  return report;
}

/** @param {string} report @returns {any} */
export function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
