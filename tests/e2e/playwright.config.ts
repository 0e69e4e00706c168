import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserPath, launchArguments } from '#tests/support/browser.ts';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'test-results'),
  // A test starts a server and a browser: two at a time are what two cores carry.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as ['json']] : [])],
  use: {
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: browserPath(), args: launchArguments },
    trace: 'retain-on-failure',
  },
});
