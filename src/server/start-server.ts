/** Puts the server together, listens, and stops again without cutting anybody off. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { createAdaptorServer } from '@hono/node-server';
import { err, ok, type Result } from '#domain/result.ts';
import { createApp } from '#server/app.ts';
import { readAppFiles } from '#server/app-files.ts';
import type { Config } from '#server/config.ts';
import { admission } from '#server/admission.ts';
import { DatabaseTrouble } from '#server/database-trouble.ts';
import { eventStreams, heartbeatMs } from '#server/event-streams.ts';
import type { Log } from '#server/log.ts';
import { serverMetrics } from '#server/metrics.ts';
import { localOrigin } from '#server/origin.ts';
import { erasingJournal } from '#server/erasing-journal.ts';
import { pokingJournal } from '#server/pokes.ts';
import { noRateLimits, rateLimits } from '#server/rate-limits.ts';
import type { Random } from '#server/secrets.ts';
import { openStore, type Store } from '#server/store.ts';

/** Requests that are under way when the server is told to stop get this long. */
const stopWithinMs = 5_000;
const saveEpochEveryMs = 5_000;
/** Coarse bounds, wide enough for 512 KB over the worst link that is worth the name. */
const patience: Patience = { headersMs: 30_000, requestMs: 180_000, silentMs: 120_000, checkEveryMs: 15_000 };

export interface RunningServer {
  readonly origin: string;
  /** The link by which the first coordinator joins, until it has been used. */
  readonly setupLink: string | undefined;
  /** The database was put back by hand, so devices compare everything again. */
  readonly epochRenewed: boolean;
  readonly appBuilt: boolean;
  /** What the store has to say to whoever started it. */
  readonly remarks: readonly string[];
  stop(): Promise<void>;
}
export interface Surroundings {
  readonly random: Random;
  readonly now: () => number;
  readonly version: string;
  readonly log: Log;
  /** In [0, 1). */
  readonly chance: () => number;
  /** For tests, which do not wait that long. */
  readonly patience?: Patience;
}
/** How long a request may take to come in, in milliseconds. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  /** A connection on which nothing moves. */
  readonly silentMs: number;
  readonly checkEveryMs: number;
}

/** The error is a sentence for the person who started the server. */
export async function startServer(config: Config, around: Surroundings): Promise<Result<RunningServer, string>> {
  const tls = readTls(config.tls);
  if (!tls.ok) return tls;
  const opened = await openStore(config, around.random, (remark) => around.log({ event: 'remark', remark }));
  if (!opened.ok) return opened;
  const store = opened.value;

  const files = readAppFiles(config.appDir);
  const streams = eventStreams((scope, among) => store.devices.readers(scope, among), heartbeatMs, around.now);
  store.pokes.subscribe((poke) => streams.poke(poke));
  store.pokes.onTurnedAway((device) => streams.closeDevice(device));
  const metrics = serverMetrics();
  const app = createApp({
    ...around,
    startedAt: around.now(),
    journal: pokingJournal(erasingJournal(store.journal, store.files, around.log), store.pokes, (records) =>
      metrics.appended(records),
    ),
    devices: store.devices,
    fileStore: store.files,
    streams,
    turnAway: (device) => store.pokes.turnAway(device),
    attempts: store.attempts,
    database: store.database,
    databaseBytes: () => store.bytes(),
    limits: config.rateLimits ? rateLimits() : noRateLimits,
    admission: admission(config.maxSyncs),
    metrics,
    proxies: config.proxies,
    metricsToken: config.metricsToken,
    files,
    serverName: config.serverName,
  });
  const { headersMs, requestMs, silentMs, checkEveryMs } = around.patience ?? patience;
  const timeouts = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
  };
  const server = createAdaptorServer(
    tls.value
      ? { fetch: app.fetch, createServer: createSecureServer, serverOptions: { ...tls.value, ...timeouts } }
      : { fetch: app.fetch, serverOptions: timeouts },
  ) as Server;
  server.setTimeout(silentMs);

  const code = await setupCode(store, config);
  if (!code.ok) {
    await store.close();
    return code;
  }
  const port = await listen(server, config);
  if (!port.ok) {
    await store.close();
    return port;
  }
  const stopSaving = savingEpoch(store, around.log);
  around.log({ event: 'started', version: around.version, database: store.database });
  const origin = localOrigin(config.tls !== undefined, config.host, port.value);
  return ok({
    origin,
    setupLink: code.value === undefined ? undefined : `${origin}/join#${code.value}`,
    epochRenewed: store.epochState === 'renewed',
    appBuilt: files !== undefined,
    remarks: store.remarks,
    stop: async () => {
      around.log({ event: 'stopping' });
      stopSaving();
      streams.closeAll();
      await closeServer(server);
      await store.close();
      around.log({ event: 'stopped' });
    },
  });
}

async function setupCode({ devices }: Store, config: Config): Promise<Result<string | undefined, string>> {
  try {
    return ok(await devices.setupCode(config.newSetupLink));
  } catch (problem) {
    return err(`The database could not be written to (${(problem as Error).message}). Try again in a minute.`);
  }
}

/** One at a time: the next is due some seconds after the last one has ended. Returns what ends it. */
function savingEpoch(store: Store, log: Log): () => void {
  const save = async () => {
    try {
      if ((await store.saveEpoch()) === 'renewed') log({ event: 'database-put-back' });
    } catch (problem) {
      // A database that is away is told by the requests that need it.
      if (!(problem instanceof DatabaseTrouble)) {
        log({ event: 'epoch-not-saved' });
      }
    }
    if (!stopped) next = setTimeout(() => void save(), saveEpochEveryMs);
  };
  let stopped = false;
  let next = setTimeout(() => void save(), saveEpochEveryMs);
  return () => {
    stopped = true;
    clearTimeout(next);
  };
}

function listen(server: Server, { host, port }: Config): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (problem: NodeJS.ErrnoException) => resolve(err(listenProblem(problem, host, port))));
    server.listen(port, host, () => resolve(ok((server.address() as AddressInfo).port)));
  });
}

function listenProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use. Stop the program that uses it, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES') return `Port ${port} needs special rights. Choose one above 1023: PORT=8787 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST=${host} is not an address of this machine. Use HOST=127.0.0.1 for this machine alone or HOST=0.0.0.0 for every address it has.`;
  }
  return `The server cannot listen on ${host}, port ${port} (${message}). Choose others with HOST and PORT.`;
}

/** Stops accepting, waits for what is under way, and then cuts what has not ended in time. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    // A connection whose last answer has been sent would be kept alive for the next request.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
  });
}

function readTls(tls: Config['tls']): Result<{ cert: Buffer; key: Buffer } | undefined, string> {
  if (!tls) return ok(undefined);
  const read = (variable: string, file: string): Result<Buffer, string> => {
    try {
      return ok(readFileSync(file));
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      return err(`${variable}=${file} cannot be read (${code}). Check the path and its permissions.`);
    }
  };
  const cert = read('TLS_CERT', tls.certFile);
  if (!cert.ok) return cert;
  const key = read('TLS_KEY', tls.keyFile);
  if (!key.ok) return key;
  try {
    createSecureContext({ cert: cert.value, key: key.value });
    return ok({ cert: cert.value, key: key.value });
  } catch (problem) {
    return err(
      `TLS_CERT=${tls.certFile} and TLS_KEY=${tls.keyFile} are no certificate and its key in PEM (${(problem as Error).message}).`,
    );
  }
}
