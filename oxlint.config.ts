/** The lint: import zones from tools/import-zones.mjs, pure folders, small files, no import cycles. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'oxlint';
import { restriction, zones } from './tools/import-zones.mjs';

const featuresFolder = join(import.meta.dirname, 'src/features');
const features = existsSync(featuresFolder)
  ? readdirSync(featuresFolder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  : [];

const asArgument = 'Clock, ids and randomness are arguments here, so that every test can replay them.';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist', 'data', 'node_modules', 'test-results', 'tests/fixtures'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-console': 'error',
    'max-lines': ['error', { max: 300 }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    // Sorting an array that was made on the same line mutates nobody's.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // Brands and parsed JSON are made by assertions, and an empty catalogue area is not an accident.
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-generated-empty-object-type': 'off',
    'typescript/no-unnecessary-type-assertion': 'off',
    'typescript/no-meaningless-void-operator': 'off',
    'typescript/require-array-sort-compare': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/consistent-return': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'eslint/no-shadow': 'off',
    'eslint/no-underscore-dangle': 'off',
    'import/no-unassigned-import': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Properties assert inside what they are given to.
    'vitest/expect-expect': 'off',
    'vitest/require-mock-type-parameters': 'off',
    // The second argument is the message that a failure prints.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-conditional-expect': 'off',
    // They speak for the React Compiler, which this app does not use.
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    'react/static-components': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    // The JSX runtime needs no import of React.
    'react/react-in-jsx-scope': 'off',
  },
  overrides: [
    ...zones(features).map((zone) => ({
      files: [`src/${zone.folder}/**`],
      rules: { 'no-restricted-imports': ['error', restriction(zone)] as ['error', ReturnType<typeof restriction>] },
    })),
    {
      files: ['src/domain/**', 'src/replication/**'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: asArgument },
          { object: 'Math', property: 'random', message: asArgument },
        ],
        'no-restricted-globals': [
          'error',
          ...['fetch', 'crypto', 'performance', 'setTimeout', 'navigator', 'window', 'document', 'process'].map(
            (name) => ({ name, message: asArgument }),
          ),
        ],
      },
    },
    { files: ['src/language/**'], rules: { 'max-lines': 'off' } },
    { files: ['src/server/**', 'tools/**', 'tests/**'], rules: { 'no-console': 'off', 'react/rules-of-hooks': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
