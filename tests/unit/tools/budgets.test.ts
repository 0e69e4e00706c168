import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgets, overBudget, weigh } from '#tools/budgets.mjs';

const contents = {
  'index.html': '<!doctype html>',
  'assets/main.js': 'main();',
  'assets/shared.js': 'shared();',
  'assets/main.css': 'p { margin: 0 }',
  'assets/en.js': 'short words',
  'assets/tr.js': 'words that are a good deal longer, and weigh more',
  'assets/home.js': 'a screen that is asked for at once',
  'assets/later.js': 'a screen that opens later',
};
const manifest = {
  'index.html': { file: 'assets/main.js', css: ['assets/main.css'], imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  'src/language/en/first.ts': { file: 'assets/en.js', imports: ['index.html'] },
  'src/language/tr/first.ts': { file: 'assets/tr.js', imports: ['index.html'] },
  'src/app/home-route.tsx': { file: 'assets/home.js', imports: ['index.html'] },
  'src/app/later.tsx': { file: 'assets/later.js' },
};
const files = Object.keys(contents);
const gz = (text: string) => gzipSync(text, { level: 9 }).length;

let dist = '';
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'baraza-dist-'));
  await mkdir(join(dist, 'assets'));
  for (const [file, text] of Object.entries(contents)) await writeFile(join(dist, file), text);
});
afterAll(() => rm(dist, { recursive: true }));

describe('budgets', () => {
  it('counts what comes before the first screen: page, static imports, styles, Home and the largest language', () => {
    const { firstRoute } = weigh(dist, files, manifest);
    expect(firstRoute.files.map(({ file }) => file).sort()).toEqual([
      'assets/home.js',
      'assets/main.css',
      'assets/main.js',
      'assets/shared.js',
      'assets/tr.js',
      'index.html',
    ]);
  });

  it('counts every file of the precache, packed', () => {
    const { precache } = weigh(dist, files, manifest);
    expect(precache.gz).toBe(Object.values(contents).reduce((sum, text) => sum + gz(text), 0));
  });

  it('refuses a build whose first screen it cannot find any more', () => {
    expect(() => weigh(dist, files, { 'index.html': { file: 'assets/main.js' } })).toThrow(
      /No chunk of the first screen/,
    );
  });

  it('says which budget is passed, by how much, and what is heaviest', () => {
    const heavy = [{ file: 'assets/main.js', gz: budgets.firstRoute + 1000 }];
    const light = { gz: budgets.precache, files: heavy };
    expect(overBudget({ firstRoute: light, precache: light }).length).toBe(1);
    const [sentence] = overBudget({ firstRoute: { gz: budgets.firstRoute + 1000, files: heavy }, precache: light });
    expect(sentence).toMatch(/firstRoute weighs 201\.0 kB, 1\.0 kB over.*assets\/main\.js 201\.0 kB/);
    expect(overBudget({ firstRoute: { gz: budgets.firstRoute, files: heavy }, precache: light })).toEqual([]);
  });
});
