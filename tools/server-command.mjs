/** Runs one of the server's own programs on the pinned Node, from wherever npm was called. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pinnedNode, run } from './run.mjs';

/**
 * Ends the process with the program's exit code. Words that are no options are paths, and count from the folder
 * that the person is in.
 * @param {string} program its file under src/server
 */
export async function serverCommand(program) {
  if (!existsSync(pinnedNode)) {
    console.error('Baraza is not installed here yet: npm start installs it.');
    process.exit(1);
  }
  const here = process.env.INIT_CWD ?? process.cwd();
  const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : resolve(here, arg)));
  process.exit(await run(pinnedNode, [`src/server/${program}`, ...args]));
}
