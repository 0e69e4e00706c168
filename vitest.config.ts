import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // A test of the page says `// @vitest-environment happy-dom` in its first line.
    environment: 'node',
    include: ['tests/{unit,property,contract,integration}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    // Some start processes, on machines whose two cores are busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
