/** The whole server without a port, a disk or chance: its clock stands still and its randomness counts. */
import { admission } from '#server/admission.ts';
import { createApp } from '#server/app.ts';
import type { AppFiles } from '#server/app-files.ts';
import type { Devices } from '#server/devices.ts';
import { eventStreams, type EventStreams, heartbeatMs } from '#server/event-streams.ts';
import { jsonLog } from '#server/log.ts';
import { type Metrics, serverMetrics } from '#server/metrics.ts';
import type { Parts } from '#server/parts.ts';
import { erasingJournal } from '#server/erasing-journal.ts';
import { pokingJournal } from '#server/pokes.ts';
import { type Random, hashSecret } from '#server/secrets.ts';
import { rateLimits } from '#server/rate-limits.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';
import type { Store } from '#server/store.ts';
import type { DeviceRole, InviteRequest } from '#replication/membership.ts';
import type { Scope } from '#domain/scope.ts';

/** Bytes that look random and are the same in every run. */
export function countingRandom(seed = 'baraza'): Random {
  let drawn = 0;
  return (bytes) => {
    let filled = 0;
    while (filled < bytes.length) {
      drawn += 1;
      const block = Buffer.from(hashSecret(`${seed} ${drawn}`), 'base64url').subarray(0, bytes.length - filled);
      bytes.set(block, filled);
      filled += block.length;
    }
    return bytes;
  };
}

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST';

export interface AppInMemory {
  readonly store: Store;
  readonly devices: Devices;
  readonly streams: EventStreams;
  readonly metrics: Metrics;
  readonly logged: readonly string[];
  /** Milliseconds since 1970; a test may set it. */
  readonly clock: { now: number };
  readonly call: (method: Method, path: string, options?: CallOptions) => Promise<Response>;
  /** Joins by the set-up link. */
  readonly coordinator: () => Promise<JoinedDevice>;
  /** Joins by an invitation of a coordinator. */
  readonly facilitator: (scopes: readonly Scope[], by: JoinedDevice) => Promise<JoinedDevice>;
  /** Joins by an invitation that `by` makes. */
  readonly invited: (request: Partial<InviteRequest>, by: JoinedDevice, name?: string) => Promise<JoinedDevice>;
  /** Every route of the app, as it declares them. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly close: () => Promise<void>;
}
export interface CallOptions {
  readonly token?: string | undefined;
  /** Sent as JSON, unless it is bytes, a stream of them, or text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}
export interface JoinedDevice {
  readonly token: string;
  readonly device: string;
  readonly role: DeviceRole;
  readonly epoch: string;
}

function sqliteInMemory(seed?: string): Store {
  const opened = openSqliteStore(':memory:', countingRandom(seed));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** `parts` take the place of its own. */
export function appInMemory({
  seed,
  store = sqliteInMemory(seed),
  ...parts
}: Partial<Parts> & {
  readonly files?: AppFiles | undefined;
  readonly seed?: string;
  readonly store?: Store;
} = {}): AppInMemory {
  const clock = { now: Date.UTC(2026, 10, 23, 8) };
  const streams = eventStreams(
    (scope, among) => store.devices.readers(scope, among),
    heartbeatMs,
    () => clock.now,
  );
  store.pokes.subscribe((poke) => streams.poke(poke));
  store.pokes.onTurnedAway((device) => streams.closeDevice(device));
  const logged: string[] = [];
  const metrics = serverMetrics();
  const log = jsonLog(
    (line) => logged.push(line),
    () => clock.now,
    'all',
  );
  const app = createApp({
    journal: pokingJournal(erasingJournal(store.journal, store.files, log), store.pokes, (records) =>
      metrics.appended(records),
    ),
    devices: store.devices,
    fileStore: store.files,
    streams,
    turnAway: (device) => store.pokes.turnAway(device),
    attempts: store.attempts,
    database: store.database,
    databaseBytes: () => store.bytes(),
    limits: rateLimits(),
    admission: admission(64),
    metrics,
    proxies: 0,
    metricsToken: undefined,
    files: undefined,
    now: () => clock.now,
    startedAt: clock.now,
    chance: () => 0.5,
    version: '0.1.0',
    serverName: 'Baraza',
    log,
    ...parts,
  });

  const call: AppInMemory['call'] = async (method, path, { token, body, headers = {}, address = '192.0.2.1' } = {}) => {
    const raw =
      typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream || body === undefined;
    const bindings = { incoming: { socket: { remoteAddress: address } } };
    return app.request(
      path,
      {
        method,
        headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body), duplex: 'half' }),
      },
      bindings as never,
    );
  };
  const joinWith = async (code: string, deviceName = 'Tablet'): Promise<JoinedDevice> => {
    const answer = await call('POST', '/api/join', { body: { code, deviceName } });
    if (answer.status !== 200) throw new Error(`joining was refused: ${await answer.text()}`);
    return (await answer.json()) as JoinedDevice;
  };

  const invited: AppInMemory['invited'] = async (request, by, name) => {
    const body = { scopes: 'all', role: 'facilitator', expiresInHours: 1, ...request };
    const answer = await call('POST', '/api/invites', { token: by.token, body });
    if (answer.status !== 200) throw new Error(`inviting was refused: ${await answer.text()}`);
    return joinWith(((await answer.json()) as { code: string }).code, name);
  };

  return {
    store,
    devices: store.devices,
    streams,
    metrics,
    logged,
    clock,
    call,
    coordinator: async () => joinWith((await store.devices.setupCode(true)) ?? ''),
    facilitator: (scopes, by) => invited({ scopes }, by),
    invited,
    routes: app.routes,
    close: () => {
      streams.closeAll();
      return store.close();
    },
  };
}
