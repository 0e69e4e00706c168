/**
 * `npm run bench`: builds where needed and measures on this machine. Prints JSON. `npm run bench -- peers` measures
 * replication beside other engines instead, and installs them first; `npm run bench -- herd` measures the server before
 * a thousand tablets.
 */
import { isBuilt } from './build-record.mjs';
import { findBrowser, howToGetBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { installPeers } from './install-peers.mjs';
import { neededPostgres } from './needed-programs.mjs';
import { pinnedNode, run } from './run.mjs';

await install();
const args = process.argv.slice(2);
if (args[0] === 'herd') {
  await neededPostgres();
  process.exit(await run(pinnedNode, ['tests/bench/herd/run.ts', ...args]));
}
if (!isBuilt() && (await run(pinnedNode, ['tools/build.mjs'])) !== 0) process.exit(1);
const browser = findBrowser();
if (!browser) {
  console.error(howToGetBrowser);
  process.exit(1);
}
const isPeers = args[0] === 'peers';
if (isPeers && !(await installPeers())) process.exit(1);
const bench = isPeers ? 'tests/bench/peers/run-peers.ts' : 'tests/bench/run.ts';
process.exit(await run(pinnedNode, [bench, ...args], { ...process.env, CHROME_PATH: browser }));
