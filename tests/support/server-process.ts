/**
 * The real server in a process of its own, which a test can stop, kill and start again on the same address and
 * data. To be offline is to stop it: what browsers offer for that does not reach the service worker.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const startWithinMs = 45_000;

export interface ServerProcess {
  /** `http://localhost:<port>`, the same after each start. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Of the process that runs now; undefined where none does. */
  readonly pid: () => number | undefined;
  /** The one-time link that the first start on empty data prints. */
  readonly setupLink: () => Promise<string>;
  /** All it printed, since the first start. */
  readonly output: () => string;
  /** Resolves when it has printed its address. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<void>;
  /** SIGTERM, as a person who ends it. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a power cut. */
  readonly kill: () => Promise<void>;
  /** Kills it and removes its data. */
  readonly remove: () => Promise<void>;
}

/** A server that is not started yet, on empty data and, where none is named, a free port. `env` goes over the test's own. */
export async function serverProcess(
  env: Readonly<Record<string, string>> = {},
  named?: number,
): Promise<ServerProcess> {
  const port = named ?? (await freePort());
  const dataDir = await mkdtemp(join(tmpdir(), 'baraza-server-'));
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };

  return {
    url,
    port,
    dataDir,
    pid: () => child?.pid,
    output: () => printed,
    setupLink: async () => {
      // It follows the address, perhaps in another piece of the output.
      for (let tries = 0; tries < 50; tries++) {
        const [link] = printed.match(/https?:\/\/\S+\/join#\S+/) ?? [];
        if (link) return link;
        await setTimeout(20);
      }
      throw new Error(`The server printed no set-up link:\n${printed}`);
    },
    start: async (more = {}) => {
      const from = printed.length;
      const starting = spawn(join(root, 'node_modules/node/bin/node'), ['src/server/main.ts'], {
        cwd: root,
        env: {
          ...process.env,
          NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/server'),
          PORT: String(port),
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          ...env,
          ...more,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = starting;
      const ready = new Promise<void>((resolve, reject) => {
        const fail = (why: string) => reject(new Error(`The server ${why}:\n${printed.slice(from)}`));
        const read = (text: Buffer) => {
          printed += text.toString();
          if (printed.slice(from).includes(`:${port}`)) resolve();
        };
        starting.stdout.on('data', read);
        starting.stderr.on('data', read);
        starting.once('error', (error) => fail(`could not be run (${error.message})`));
        starting.once('exit', (code) => fail(`ended with ${code}`));
        void setTimeout(startWithinMs, undefined, { ref: false }).then(() =>
          fail(`did not start within ${startWithinMs} ms`),
        );
      });
      await ready;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Below the range from which the system draws ports, so that nobody takes it while the server is stopped. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
