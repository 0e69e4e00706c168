/** What the app may weigh, and what it does weigh. All figures are bytes after gzip -9. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Binding for the build: it fails over them. */
export const budgets = { firstRoute: 200_000, precache: 1_000_000 };

/**
 * Modules that are asked for by `import()` and yet come before the first screen. Of the languages one is
 * loaded, so the largest counts.
 */
const firstScreen = [/^src\/language\/(?:en|tr|fr)\/first\.ts$/, /^src\/app\/home-route\.tsx$/];

/**
 * @typedef {{ file: string, gz: number }} Weight
 * @typedef {{ firstRoute: { gz: number, files: Weight[] }, precache: { gz: number, files: Weight[] } }} Figures
 * @typedef {Record<string, { file: string, css?: string[], imports?: string[] }>} ViteManifest
 */

/**
 * Weighs a build.
 * @param {string} dist
 * @param {readonly string[]} files every file that is precached, relative to `dist`
 * @param {ViteManifest} manifest
 * @returns {Figures}
 */
export function weigh(dist, files, manifest) {
  /** @param {Iterable<string>} names */
  const weights = (names) => {
    const list = Array.from(names, (file) => ({
      file,
      gz: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
    }));
    return { gz: sum(list), files: list.sort((a, b) => b.gz - a.gz) };
  };
  const entry = closure(manifest, 'index.html');
  const later = firstScreen.map((pattern) => {
    const candidates = Object.keys(manifest)
      .filter((key) => pattern.test(key))
      .map((key) => weights(difference(closure(manifest, key), entry)));
    if (candidates.length === 0)
      throw new Error(`No chunk of the first screen matches ${pattern}: see tools/budgets.mjs`);
    return candidates.reduce((a, b) => (b.gz > a.gz ? b : a)).files.map(({ file }) => file);
  });
  return {
    firstRoute: weights(new Set(['index.html', ...entry, ...later.flat()])),
    precache: weights(files),
  };
}

/** One sentence for each budget that is passed. @param {Figures} figures */
export const overBudget = (figures) =>
  /** @type {const} */ (['firstRoute', 'precache'])
    .filter((name) => figures[name].gz > budgets[name])
    .map(
      (name) =>
        `${name} weighs ${kilobytes(figures[name].gz)}, ${kilobytes(figures[name].gz - budgets[name])} over its budget. The heaviest: ` +
        figures[name].files
          .slice(0, 5)
          .map(({ file, gz }) => `${file} ${kilobytes(gz)}`)
          .join(', '),
    );

/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The files that come with a chunk: what it imports statically, and their styles. @param {ViteManifest} manifest @param {string} key */
function closure(manifest, key, seen = /** @type {Set<string>} */ (new Set())) {
  /** @type {Set<string>} */
  const files = new Set();
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  for (const imported of chunk.imports ?? []) for (const file of closure(manifest, imported, seen)) files.add(file);
  return files;
}

/** @param {Set<string>} a @param {Set<string>} b */
const difference = (a, b) => new Set([...a].filter((item) => !b.has(item)));
/** @param {readonly Weight[]} list */
const sum = (list) => list.reduce((total, { gz }) => total + gz, 0);
