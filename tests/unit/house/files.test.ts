/** Habits that no lint rule covers. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
const sources = filesOf('src');
const code = sources.filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const matching = (files: readonly string[], pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)));

const folderOrFile = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

it('names files and folders in kebab-case', () => {
  const named = [...sources, ...filesOf('tests'), ...filesOf('tools')].filter((file) => !file.endsWith('.md'));
  // Fixtures keep the names that their writers gave them.
  const odd = named
    .filter((file) => !file.startsWith('tests/fixtures/'))
    .filter((file) => !file.split('/').every((part) => folderOrFile.test(part)));
  expect(odd).toEqual([]);
});

it('names files after what they hold: no index, no buckets', () => {
  const buckets = /^(?:index|utils?|helpers?|misc|common|shared)\./;
  expect(code.filter((file) => buckets.test(basename(file)))).toEqual([]);
});

it('has no barrels', () => {
  expect(matching(code, /^export \* /m)).toEqual([]);
});

it('takes the present time as an argument where code is pure', () => {
  const pure = code.filter((file) => /^src\/(?:domain|replication)\//.test(file));
  expect(matching(pure, /new Date\(\)/)).toEqual([]);
});

it('keeps the policy of the page: no inline script, no inline handler', () => {
  const page = textOf('index.html');
  expect(page.match(/<script\b(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
  expect(page.match(/\son[a-z]+=/g)).toBeNull();
});
