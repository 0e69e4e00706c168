/** Running other programs from the tools. Plain JavaScript for Node 20: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the app itself runs on: the package `node`, pinned in package-lock.json. */
export const pinnedNode = join(root, 'node_modules/node/bin/node');

/** Where the tools keep what can be made again. */
export const cache = join(root, 'node_modules/.cache/baraza');

/**
 * Runs a program in the project's folder with its output passed through, and resolves to its exit code, or to
 * 127 where it does not exist.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export const run = (command, args, env = process.env) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'ENOENT' ? resolve(127) : reject(error),
    );
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
