/** The lint runs on a house of its own, where each zone is broken once on purpose. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** What each folder must not import, one of each kind. A new feature is a zone without anybody writing it down. */
const forbidden = {
  domain: [
    '#replication/merge.ts',
    '#storage/commit.ts',
    '#tests/support/browser.ts',
    'dexie',
    'react',
    'node:fs',
    '../app/main.tsx',
  ],
  replication: ['#storage/commit.ts', '#language/load.ts', '#server/app.ts', 'dexie', 'node:crypto'],
  language: ['#domain/noun.ts', '#app/main.tsx', 'use-intl'],
  storage: ['#sync/engine.ts', '#language/load.ts', '#features/board/board.tsx', '#ui/theme.ts', 'zustand', 'hono'],
  sync: ['#storage/commit.ts', '#app/main.tsx', 'dexie', 'react'],
  documents: ['#storage/commit.ts', '#replication/merge.ts', '#ui/theme.ts', 'dexie', 'react', 'node:fs'],
  server: ['#storage/commit.ts', '#language/load.ts', '#app/main.tsx', 'react', 'dexie'],
  sw: ['#domain/noun.ts', '#storage/commit.ts', 'dexie'],
  ui: ['#domain/noun.ts', '#language/load.ts', '#storage/commit.ts', '#features/board/board.tsx', 'use-intl', 'dexie'],
  app: ['#server/app.ts', '#sw/service-worker.ts', '#tests/support/browser.ts', 'hono', 'node:fs'],
  'features/board': [
    '#features/capture/page.tsx',
    '#sync/status.ts',
    '#replication/merge.ts',
    '#app/main.tsx',
    'dexie',
    '../capture/page.tsx',
  ],
  'features/capture': ['#features/board/board.tsx', '#features/device/page.tsx'],
  'features/device': ['#features/board/board.tsx', '#sync/engine.ts', '#server/app.ts'],
};
const allowed = {
  domain: ['#domain/nouns/block.ts', './noun.ts', './nouns/block.ts', 'valibot'],
  replication: ['#domain/noun.ts', '#replication/merge.ts', 'valibot'],
  language: ['./en/catalogue.ts', '#language/en/catalogue.ts'],
  storage: ['#domain/noun.ts', '#replication/merge.ts', '#storage/queries/block.ts', 'dexie'],
  sync: ['#domain/noun.ts', '#replication/merge.ts', './status.ts'],
  documents: ['#domain/noun.ts', '#language/load.ts', 'docx', 'write-excel-file/browser', 'use-intl/core'],
  server: ['#domain/noun.ts', '#replication/merge.ts', '#documents/report.ts', 'node:sqlite', 'hono/cors'],
  sw: ['workbox-precaching', 'workbox-routing'],
  ui: ['react', 'react-dom/client', '@mantine/core', './theme.ts', './button.module.css'],
  app: [
    '#domain/noun.ts',
    '#storage/commit.ts',
    '#sync/engine.ts',
    '#features/board/board.tsx',
    '#ui/theme.ts',
    'use-intl',
    'workbox-window',
  ],
  'features/board': [
    '#domain/noun.ts',
    '#language/load.ts',
    '#storage/commit.ts',
    '#documents/report.ts',
    '#ui/theme.ts',
    '#features/board/x.ts',
    './x.ts',
    'zustand',
  ],
  'features/capture': ['#storage/commit.ts'],
  'features/device': ['#storage/commit.ts', '#sync/status.ts'],
};

interface Problem {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
}
let house = '';
let problems: readonly Problem[] = [];

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), text);
};
const importing = (specifier: string) => `import * as it from '${specifier}';\n\nexport const used = it;\n`;
const fileOf = (folder: string, kind: string, index: number) => `src/${folder}/${kind}-${index}.ts`;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'baraza-lint-'));
  for (const file of ['package.json', 'tsconfig.base.json', 'oxlint.config.ts', 'tools/import-zones.mjs']) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await cp(join(root, file), join(house, file));
  }
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
  await write('tsconfig.json', '{ "extends": "./tsconfig.base.json", "include": ["src"] }');
  for (const [kind, table] of Object.entries({ forbidden, allowed })) {
    for (const [folder, specifiers] of Object.entries(table)) {
      for (const [index, specifier] of specifiers.entries())
        await write(fileOf(folder, kind, index), importing(specifier));
    }
  }
  await write('src/domain/day.ts', `import { night } from '#domain/night.ts';\n\nexport const day = () => night;\n`);
  await write('src/domain/night.ts', `import { day } from '#domain/day.ts';\n\nexport const night = () => day;\n`);
  await write('src/domain/clock.ts', 'export const clock = () => Date.now();\n');
  await write('src/replication/dice.ts', 'export const dice = () => Math.random();\n');
  await write('src/replication/news.ts', `export const news = () => fetch('/news');\n`);
  await write('src/ui/long.ts', 'export const long = 1;\n'.concat('// One more line.\n'.repeat(300)));
  await write('src/domain/number.ts', `export const number: number = 'one';\n`);
  await write('src/sync/gone.ts', `const gone = async () => 1;\nexport const start = () => {\n  gone();\n};\n`);

  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = await promisify(execFile)(process.execPath, [oxlint, '--format', 'json'], { cwd: house }).catch(
    (failed: { stdout: string }) => failed,
  );
  problems = (JSON.parse(stdout) as { diagnostics: Problem[] }).diagnostics;
}, 60_000);
afterAll(() => rm(house, { recursive: true }));

const codesIn = (file: string) => problems.filter(({ filename }) => filename === file).map(({ code }) => code);
/** What is imported is not there, which the types say and the zones do not. */
const zoneCodesIn = (file: string) => codesIn(file).filter((code) => !/^typescript\(TS\d+\)$/.test(code));

describe('import zones', () => {
  it.each(Object.entries(forbidden))('%s is refused what it must not import', (folder, specifiers) => {
    const caught = specifiers.filter((_, index) =>
      codesIn(fileOf(folder, 'forbidden', index)).includes('eslint(no-restricted-imports)'),
    );
    expect(caught).toEqual(specifiers);
  });

  it.each(Object.entries(allowed))('%s may import what it is made of', (folder, specifiers) => {
    const refused = specifiers.filter((_, index) => zoneCodesIn(fileOf(folder, 'allowed', index)).length > 0);
    expect(refused).toEqual([]);
  });

  it('says why', () => {
    const [problem] = problems.filter(({ filename }) => filename === fileOf('features/board', 'forbidden', 0));
    expect(JSON.stringify(problem)).toContain('composed by a route in app');
  });
});

describe('other rules of the house', () => {
  it.each([
    ['src/domain/day.ts', 'import(no-cycle)'],
    ['src/domain/clock.ts', 'eslint(no-restricted-properties)'],
    ['src/replication/dice.ts', 'eslint(no-restricted-properties)'],
    ['src/replication/news.ts', 'eslint(no-restricted-globals)'],
    ['src/ui/long.ts', 'eslint(max-lines)'],
    ['src/sync/gone.ts', 'typescript(no-floating-promises)'],
    ['src/domain/number.ts', 'typescript(TS2322)'],
  ])('%s is refused by %s', (file, code) => {
    expect(codesIn(file)).toContain(code);
  });
});
