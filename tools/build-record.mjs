/** What the last build was made from and what it weighs, so that a start builds only when something changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './run.mjs';

const record = join(cache, 'build.json');
const inputs = [
  'index.html',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'tools/budgets.mjs',
  'tools/build.mjs',
  'tools/compiled-messages.mjs',
  'vite.config.ts',
];
/** The server is not built: it runs from its sources. */
const notBuilt = join('src', 'server');

/** @param {string} path @returns {string[]} */
const filesOf = (path) =>
  path === notBuilt
    ? []
    : readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? filesOf(join(path, entry.name)) : join(path, entry.name),
      );

/** A hash over everything that the build reads. */
export function hashOfInputs() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const files = !existsSync(join(root, input)) ? [] : input.includes('.') ? [input] : filesOf(input).sort();
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** Whether dist/ is there and was made from what is there now. */
export const isBuilt = () => existsSync(join(root, 'dist/sw.js')) && readBuild()?.inputs === hashOfInputs();

/** @returns {({ inputs: string } & import('./budgets.mjs').Figures) | undefined} */
export function readBuild() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} hash @param {import('./budgets.mjs').Figures} figures */
export function recordBuild(hash, figures) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(record, JSON.stringify({ inputs: hash, ...figures }, null, 2));
}
