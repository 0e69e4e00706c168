import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserPath, launchArguments } from '#tests/support/browser.ts';

const neverLost = /(nothing-is-lost|group-work|two-tablets|hand-over|photos|restoring|erasing|comparing)\.spec\.ts$/;
const root = join(import.meta.dirname, '../..');

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'test-results'),
  // A test starts a server and a browser: two at a time are what two cores carry.
  workers: 2,
  fullyParallel: true,
  // A test that passes at its second try is told as flaky at the end; of what must never be lost there is no second try.
  projects: [
    { name: 'nothing lost', testMatch: neverLost, retries: 0 },
    { name: 'screens', testIgnore: neverLost, retries: 1 },
  ],
  forbidOnly: true,
  timeout: 120_000,
  // A machine whose cores are busy is slow, not wrong.
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as ['json']] : [])],
  use: {
    locale: 'en-GB',
    // What moves is waited for anyway; standing still, a test takes less.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 800 },
    // What cannot be tapped for so long is told as that, and not as a test that took too long.
    actionTimeout: 40_000,
    launchOptions: { executablePath: browserPath(), args: launchArguments },
    // Tracing slows every test: TRACE=1 asks for it where one fails.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
  },
});
