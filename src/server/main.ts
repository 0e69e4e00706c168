/** The program: reads the environment, starts the server, says where it is, and stops when told to. */
import { readConfig } from '#server/config.ts';
import { isLoopback } from '#server/origin.ts';
import { jsonLog } from '#server/log.ts';
import { startServer } from '#server/start-server.ts';
import { version } from '#server/version.ts';

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

// Whatever the data folder allows, its files are for the server's own user.
process.umask(0o077);

const config = readConfig(process.env);
if (!config.ok) fail(config.error);
const { host, tls } = config.value;

const started = await startServer(config.value, {
  random: (bytes) => crypto.getRandomValues(bytes),
  now: () => Date.now(),
  version,
  chance: () => Math.random(),
  log: jsonLog((line) => console.log(line), Date.now, config.value.logRequests ? 'all' : 'trouble'),
});
if (!started.ok) fail(started.error);
const server = started.value;

// One write, so that whoever reads the first line has the others too.
const lines = [`Baraza is ready: ${server.origin}`];
if (server.setupLink !== undefined) lines.push(`Set it up with this link, once: ${server.setupLink}`);
if (!server.appBuilt) {
  lines.push(
    `The app is not in ${config.value.appDir}, so only devices that have it already can use this server. npm start builds it.`,
  );
}
if (server.epochRenewed) {
  lines.push(
    'The database is not the one this server last wrote: it was put back or copied. Devices will compare everything and send again what is missing.',
  );
}
lines.push(...server.remarks);
if (!isLoopback(host) && !tls) {
  lines.push(
    'Other tablets reach this server over plain http, where nothing works offline. Give them HTTPS: set TLS_CERT and TLS_KEY, or put a reverse proxy such as Caddy in front.',
  );
}
console.log(lines.join('\n'));

/** A service manager and the script that started this may both pass on one signal. */
const sameSignalMs = 1000;
let stoppingSince: number | undefined;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A second signal is somebody who will not wait.
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    void server.stop().then(
      () => {
        console.log('Baraza has stopped; everything is on the disk.');
        process.exit(0);
      },
      (problem: unknown) => fail(`Baraza stopped, but its database did not close: ${String(problem)}`),
    );
  });
}
