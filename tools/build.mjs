/**
 * Builds the app to dist/: pages, chunks and workers by Vite, then the service worker with the list of every file
 * of the build and its hash. Fails over the budgets. `npm run build`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { budgets, kilobytes, overBudget, weigh } from './budgets.mjs';
import { hashOfInputs, recordBuild } from './build-record.mjs';
import { cache, root } from './run.mjs';

const dist = join(root, 'dist');
// Built beside and moved over at the end, so that a server never sees half a build.
const out = join(cache, `dist-${process.pid}`);
process.chdir(root);

try {
  const inputs = hashOfInputs();
  await build({ logLevel: 'warn', build: { outDir: out, emptyOutDir: true } });
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));
  rmSync(join(out, '.vite'), { recursive: true });

  const files = filesOf(out);
  await buildServiceWorker(files.map(entryOf));
  const added = filesOf(out).filter((file) => file !== 'sw.js' && !files.includes(file));
  if (added.length > 0) throw new Error(`Not in the precache: ${added.join(', ')}`);
  checkPage(readFileSync(join(out, 'index.html'), 'utf8'));

  const figures = weigh(out, files, manifest);
  console.log(
    `First route ${kilobytes(figures.firstRoute.gz)} of ${kilobytes(budgets.firstRoute)}, ` +
      `precache ${kilobytes(figures.precache.gz)} of ${kilobytes(budgets.precache)} in ${files.length} files (gzip).`,
  );
  const over = overBudget(figures);
  if (over.length > 0) throw new Error(over.join('\n'));

  rmSync(dist, { recursive: true, force: true });
  renameSync(out, dist);
  recordBuild(inputs, figures);
} catch (error) {
  console.error(`The build failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

/**
 * What the service worker fetches and keeps. The hash lets the browser refuse anything else under that address,
 * such as the page of a hotel's login.
 * @param {string} file
 */
function entryOf(file) {
  const hash = createHash('sha256')
    .update(readFileSync(join(out, file)))
    .digest('base64');
  // Vite names the files in assets/ after their content.
  return { url: `/${file}`, revision: file.startsWith('assets/') ? null : hash, integrity: `sha256-${hash}` };
}

/** @param {ReturnType<typeof entryOf>[]} entries */
async function buildServiceWorker(entries) {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'self.__WB_MANIFEST': JSON.stringify(entries), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/sw/service-worker.ts'),
        output: { entryFileNames: 'sw.js', format: 'iife' },
      },
    },
  });
}

/** The policy sent with the page allows neither inline scripts nor scripts of others. @param {string} html */
function checkPage(html) {
  for (const [tag, attributes] of html.matchAll(/<script\b([^>]*)>/g)) {
    if (!/\bsrc="\/[^/]/.test(attributes ?? ''))
      throw new Error(`index.html has a script that its policy forbids: ${tag}`);
  }
}

/** @param {string} folder @returns {string[]} paths relative to `out`, with / */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : relative(out, path).replaceAll('\\', '/');
    })
    .sort();
}
