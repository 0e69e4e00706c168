/** Debian's packages, where apt-get can install them: as root, or by a sudo that asks nothing. */
import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

/**
 * Does nothing where it cannot; whoever calls looks again whether the program is there.
 * @param {string} name of the package
 * @param {string} purpose completes "for ..."
 */
export async function aptInstall(name, purpose) {
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  console.log(`Installing ${name} for ${purpose} (apt-get)...`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [command = 'apt-get', ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    if ((await run(command, rest)) !== 0) return;
  }
}
