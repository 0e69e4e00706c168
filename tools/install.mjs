/** Brings node_modules to what package-lock.json says, and does nothing where it already is. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pinnedNode, root, run } from './run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/** @param {string} file @returns {Lock | undefined} */
const lock = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Compares with what npm noted in node_modules: times of files say nothing after a checkout.
 * @param {string} [folder] of package-lock.json, from the project's
 */
export function upToDate(folder = '.') {
  const wanted = lock(join(folder, 'package-lock.json'));
  const present = lock(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || (path in present.packages ? present.packages[path]?.version === version : optional),
  );
}

const pinnedNodeRuns = () => spawnSync(pinnedNode, ['--version']).status === 0;

/** @param {readonly string[]} args */
export const npm = (args) => {
  // Inside `npm start` node_modules/.bin stands first on the path, and npm ci removes it while it runs.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith('node_modules/.bin'));
  return run('npm', args, { ...process.env, PATH: path.join(delimiter) });
};

/** Installs the dependencies where needed. Ends the process with a sentence where that fails. */
export async function install() {
  if (!upToDate()) {
    console.log('Installing dependencies (npm ci)...');
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code === 127) stop('npm was not found. Install Node.js 20 or newer together with npm, then try again.');
    if (code !== 0) stop('The dependencies could not be installed: see what npm says above. Is there a network?');
  }
  if (!pinnedNodeRuns()) {
    // Its binary comes by an install script, which some machines switch off.
    await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
    if (!pinnedNodeRuns()) {
      stop(`The pinned Node does not run (${pinnedNode}). It is fetched by the install script of the package "node".`);
    }
  }
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
