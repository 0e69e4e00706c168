import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const minute = 60_000;
const postgres = 'tests/faults/**/*postgres*.test.ts';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    environment: 'node',
    pool: 'forks',
    // For what is measured after a collection of garbage.
    execArgv: ['--expose-gc'],
    // Most of them wait for processes and disks: two at a time are what two cores carry.
    maxWorkers: 2,
    testTimeout: 40 * minute * Math.max(1, Number(process.env.BARAZA_RUNS ?? 1)),
    hookTimeout: 2 * minute,
    projects: [
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: [...configDefaults.exclude, postgres],
        },
      },
      {
        extends: true,
        test: { name: 'faults-postgres', include: [postgres], globalSetup: 'tests/support/postgres-setup.ts' },
      },
    ],
  },
});
