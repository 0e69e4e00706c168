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

/** Rules of the two categories below that this house does not share. */
const notOurs = [
  // The JSX runtime needs no import of React, and nobody here runs the React Compiler.
  'react/react-in-jsx-scope',
  'react/refs',
  'react/set-state-in-effect',
  'react/static-components',
  'react/exhaustive-effect-dependencies',
  // Brands and parsed JSON are made by assertions, and an area without words yet is not an accident.
  'typescript/no-unsafe-type-assertion',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-generated-empty-object-type',
  // Properties assert inside what they are given to.
  'vitest/expect-expect',
  'vitest/no-conditional-expect',
  'vitest/require-mock-type-parameters',
  // Matters of taste, or of types that the compiler checks already.
  'eslint/no-shadow',
  'eslint/no-underscore-dangle',
  'import/no-named-as-default',
  'import/no-named-as-default-member',
  'import/no-unassigned-import',
  'jsx-a11y/prefer-tag-over-role',
  'typescript/consistent-return',
  'typescript/no-base-to-string',
  'typescript/no-meaningless-void-operator',
  'typescript/no-misused-spread',
  'typescript/require-array-sort-compare',
  'unicorn/consistent-function-scoping',
  'unicorn/no-array-reverse',
  'unicorn/no-array-sort',
];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, typeCheck: true, reportUnusedDisableDirectives: 'error' },
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
    // The second argument is the message that a failure prints.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    ...Object.fromEntries(notOurs.map((rule) => [rule, 'off' as const])),
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
