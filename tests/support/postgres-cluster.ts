/**
 * A PostgreSQL of the tests' own, in a temporary folder, reached by a socket in it: nobody else on the machine
 * can, and no port is taken. PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
 */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

const prefix = 'baraza-postgres-';
const startWithinMs = 30_000;
/** Quick and forgetful, for tests that never pull the plug. */
const careless = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };

/** A role that needs a password, `secret`; every other name is let in. */
export const lockedRole = 'locked';

export interface Cluster {
  readonly folder: string;
  url(database: string): string;
  start(): Promise<void>;
  /** SIGQUIT: all its processes end at once and nothing is tidied up, as in a crash. */
  kill(): Promise<void>;
  /** Kills it and removes its data. */
  remove(): Promise<void>;
}

export interface ClusterOptions {
  /** Waits for the disk, as a database in use does. */
  readonly durable?: boolean;
  /** More of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Makes a cluster from the programs in `bin`, and starts it. */
export async function startCluster(
  bin: string,
  { durable = false, settings = {} }: ClusterOptions = {},
): Promise<Cluster> {
  removeOrphans();
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'];
  await promisify(execFile)(join(bin, 'initdb'), initdb, { ...owner, cwd: folder });
  writeFileSync(
    join(data, 'pg_hba.conf'),
    `local all ${lockedRole} scram-sha-256\nlocal all all trust\nhost all all 127.0.0.1/32 trust\n`,
  );

  const all = {
    listen_addresses: '',
    unix_socket_directories: folder,
    shared_buffers: '64MB',
    ...(!durable && careless),
    ...settings,
  };
  const args = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server: ChildProcess | undefined;
  const url = (database: string) => `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`;

  const cluster: Cluster = {
    folder,
    url,
    start: async () => {
      let log = '';
      const starting = spawn(join(bin, 'postgres'), args, {
        ...owner,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      starting.stderr.on('data', (text: Buffer) => (log = (log + text.toString()).slice(-4000)));
      server = starting;
      const from = Date.now();
      while (!(await answers(folder))) {
        if (starting.exitCode !== null || Date.now() - from > startWithinMs)
          throw new Error(`PostgreSQL did not start:\n${log}`);
        await setTimeout(30);
      }
    },
    kill: async () => {
      const ending = server;
      server = undefined;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill('SIGQUIT');
      await ended;
    },
    remove: async () => {
      await cluster.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await cluster.start();
  } catch (problem) {
    await cluster.remove();
    throw problem;
  }
  return cluster;
}

async function answers(host: string): Promise<boolean> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, name]).toString());
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Clusters of runs that were killed before they could remove them. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const server = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
      // A number that was given to another process meanwhile must not end that one.
      if (readFileSync(`/proc/${server}/cmdline`, 'utf8').includes(folder)) process.kill(server, 'SIGQUIT');
    } catch {
      // It has ended by itself, or is another user's.
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
