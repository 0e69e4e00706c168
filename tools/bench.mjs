/** `npm run bench`: builds where needed and measures on this machine. Prints JSON. */
import { isBuilt } from './build-record.mjs';
import { findBrowser, howToGetBrowser } from './find-browser.mjs';
import { install } from './install.mjs';
import { pinnedNode, run } from './run.mjs';

await install();
if (!isBuilt() && (await run(pinnedNode, ['tools/build.mjs'])) !== 0) process.exit(1);
const browser = findBrowser();
if (!browser) {
  console.error(howToGetBrowser);
  process.exit(1);
}
process.exit(
  await run(pinnedNode, ['tests/bench/run.ts', ...process.argv.slice(2)], { ...process.env, CHROME_PATH: browser }),
);
