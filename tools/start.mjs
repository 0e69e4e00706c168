/** `npm start`: installs and builds where needed, then runs the server on the pinned Node. */
import { spawn } from 'node:child_process';
import { isBuilt } from './build-record.mjs';
import { install } from './install.mjs';
import { pinnedNode, root, run } from './run.mjs';

await install();
if (!isBuilt()) {
  console.log('Building the app...');
  if ((await run(pinnedNode, ['tools/build.mjs'])) !== 0) process.exit(1);
}

const server = spawn(pinnedNode, ['src/server/main.ts'], { cwd: root, stdio: 'inherit' });
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // A terminal sends Ctrl+C to both of us; everybody else sends it to us alone.
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || server.kill(signal));
}
if (process.env.npm_lifecycle_event) {
  // Whoever ends npm ends its shell, which passes nothing on: without this the server would stay on its port.
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    server.kill('SIGTERM');
  }, 250);
}
