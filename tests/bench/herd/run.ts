/**
 * `npm run bench -- herd`: 1,000 tablets with 200 changes each find the network again within 10 s, before one server
 * process on SQLite, then before two on one PostgreSQL. Beside it, in the same run, the statements of the same requests
 * alone. Prints JSON; `--update` writes it as the committed baseline; `sqlite` or `postgres` runs one of them. Figures are
 * of this machine at this hour, where the tablets share its cores with the server: read the goals and the ratios.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { quantile, rounded } from '#tests/bench/statistics.ts';
import { startCluster } from '#tests/support/postgres-cluster.ts';
import { command, poolOn, withDatabase } from '#tests/support/postgres-url.ts';
import { type ServerProcess, serverProcess } from '#tests/support/server-process.ts';
import { findPostgres, howToGetPostgres } from '#tools/find-postgres.mjs';
import { type Herd, herd, reconnectWithinMs } from './herd.ts';
import { joinAll, type Tablet } from './joined.ts';
import { cpuSeconds, peakMb } from './process-figures.ts';
import { rawPostgresMs } from './raw-postgres.ts';
import { rawSqliteMs } from './raw-sqlite.ts';
import { changesPerTablet, tabletsPerSession } from './work.ts';

/** Fewer for a quick look: BARAZA_HERD=100. */
const tablets = Number(process.env.BARAZA_HERD ?? 1000);
const records = tablets * changesPerTablet;
const goals = { sqliteSeconds: 90, postgresSeconds: 180, p99Seconds: 2, peakMb: 400, ofRaw: 0.25 } as const;
const baselineFile = join(import.meta.dirname, '../herd-baseline.json');
/** Joining is not what is measured here, and a thousand from one address would take its time. */
const unlimited = { RATE_LIMITS: 'off' };

const named = process.argv.slice(2);
const isWanted = (which: string) => named.includes(which) || !['sqlite', 'postgres'].some((one) => named.includes(one));
const figures = {
  tablets,
  changesPerTablet,
  tabletsPerSession,
  reconnectWithinSeconds: reconnectWithinMs / 1000,
  cores: availableParallelism(),
  ...(isWanted('sqlite') && { sqlite: await onSqlite() }),
  ...(isWanted('postgres') && { postgres: await onPostgres() }),
};
console.log(JSON.stringify(figures, null, 2));
if (named.includes('--update')) writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`);
else console.log(`Baseline: ${readFileSync(baselineFile, 'utf8')}`);

async function onSqlite() {
  const server = await serverProcess();
  try {
    await server.start(unlimited);
    const joined = await joinAll(server.url, await server.setupLink(), tablets);
    await server.stop();
    const rawMs = await rawSqliteMs(server.dataDir, joined);
    return await measured([server], joined, rawMs, goals.sqliteSeconds);
  } finally {
    await server.remove();
  }
}

async function onPostgres() {
  const bin = findPostgres();
  if (bin === undefined) return { skipped: howToGetPostgres };
  const cluster = await startCluster(bin, { durable: true });
  const admin = poolOn(cluster.url('postgres'));
  const urlOf = (database: string) => withDatabase(cluster.url('postgres'), database);
  const env = { DATABASE_URL: urlOf('herd') };
  const servers = [await serverProcess(env), await serverProcess(env)] as const;
  try {
    await command(admin, `create database herd encoding 'UTF8' template template0`);
    await servers[0].start(unlimited);
    const joined = await joinAll(servers[0].url, await servers[0].setupLink(), tablets);
    await servers[0].stop();
    for (const copy of ['recorded', 'raw']) await command(admin, `create database ${copy} template herd`);
    const rawMs = await rawPostgresMs(urlOf('recorded'), urlOf('raw'), joined);
    return await measured(servers, joined, rawMs, goals.postgresSeconds);
  } finally {
    for (const server of servers) await server.remove();
    await admin.close();
    await cluster.remove();
  }
}

/** The servers are started anew, with the limits they have for everybody, so that their peak is the herd's. */
async function measured(servers: readonly ServerProcess[], joined: readonly Tablet[], rawMs: number, goal: number) {
  for (const server of servers) await server.start();
  const pids = servers.map((server) => server.pid() ?? 0);
  const own = process.cpuUsage();
  const found = await herd(
    joined,
    servers.map(({ url }) => url),
    5 * goal * 1000,
  );
  const { user, system } = process.cpuUsage(own);
  const peaks = pids.map(peakMb);
  const cpu = pids.map(cpuSeconds);
  for (const server of servers) await server.stop();
  const perSecond = records / (found.allSafeMs / 1000);
  const rawPerSecond = records / (rawMs / 1000);
  return {
    processes: servers.length,
    allSafeSeconds: seconds(found.allSafeMs),
    allSafeGoal: goal,
    p99AdmittedSeconds: seconds(quantile(found.admittedMs, 0.99)),
    p99AdmittedGoal: goals.p99Seconds,
    peakMb: peaks.map((peak) => rounded(peak, 0)),
    peakMbGoal: goals.peakMb,
    recordsPerSecond: rounded(perSecond, 0),
    rawRecordsPerSecond: rounded(rawPerSecond, 0),
    ofRaw: rounded(perSecond / rawPerSecond),
    ofRawGoal: goals.ofRaw,
    goalsMet:
      found.allSafeMs <= goal * 1000 &&
      quantile(found.admittedMs, 0.99) < goals.p99Seconds * 1000 &&
      Math.max(...peaks) < goals.peakMb &&
      perSecond >= goals.ofRaw * rawPerSecond,
    medianAdmittedSeconds: seconds(quantile(found.admittedMs, 0.5)),
    medianSafeSeconds: seconds(quantile(found.safeAfterMs, 0.5)),
    ...counts(found),
    serverCpuSeconds: cpu.map((one) => rounded(one, 0)),
    tabletsCpuSeconds: rounded((user + system) / 1e6, 0),
  };
}

function counts({ pushes, pulls, turnedAway, broken, bytesUp, bytesDown }: Herd) {
  return { pushes, pulls, turnedAway, broken, bytesUp, bytesDown };
}

function seconds(ms: number): number {
  return rounded(ms / 1000);
}
