import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const postgres = 'tests/**/*postgres*.test.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    // A test of the page says `// @vitest-environment happy-dom` in its first line.
    environment: 'node',
    maxWorkers: 2,
    // Some start processes, on machines whose two cores are busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['tests/{unit,property,contract,integration}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, postgres],
        },
      },
      {
        // Apart, so that a PostgreSQL is started only where a test that needs it runs.
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/{unit,contract,integration}/**/*postgres*.test.ts'],
          globalSetup: 'tests/support/postgres-setup.ts',
        },
      },
    ],
  },
});
