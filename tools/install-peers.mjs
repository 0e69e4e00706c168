/** Brings tests/bench/peers/others/node_modules to what its own lockfile says. Nothing else of the project needs it. */
import { npm, upToDate } from './install.mjs';

const folder = 'tests/bench/peers/others';

/** Answers whether they are there. No package's own scripts are run. */
export async function installPeers() {
  if (upToDate(folder)) return true;
  console.error(`Installing what Baraza is measured against (npm ci in ${folder})...`);
  return (await npm(['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'])) === 0;
}
