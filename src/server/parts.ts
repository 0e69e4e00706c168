/** What the app is put together from. Clock and randomness are parts, so that a test can replay an answer. */
import type { HttpBindings } from '@hono/node-server';
import type { Journal } from '#replication/journal.ts';
import type { Admission } from '#server/admission.ts';
import type { Attempts } from '#server/attempts.ts';
import type { Device, Devices } from '#server/devices.ts';
import type { EventStreams } from '#server/event-streams.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { AppFiles } from '#server/app-files.ts';
import type { Log } from '#server/log.ts';
import type { Metrics } from '#server/metrics.ts';
import type { Pokes } from '#server/pokes.ts';
import type { RateLimits } from '#server/rate-limits.ts';
import type { Store } from '#server/store.ts';

export interface Parts {
  /** Pokes and counts after each append. */
  readonly journal: Journal;
  readonly devices: Devices;
  readonly streams: EventStreams;
  /** Ends the streams of a device that was revoked, in every process. */
  readonly turnAway: Pokes['turnAway'];
  readonly attempts: Attempts;
  readonly fileStore: FileStore;
  readonly database: Store['database'];
  readonly databaseBytes: Store['bytes'];
  readonly limits: RateLimits;
  readonly admission: Admission;
  readonly metrics: Metrics;
  /** Reverse proxies of our own in front, each of which adds to X-Forwarded-For. */
  readonly proxies: number;
  /** Who sends it may read the metrics; undefined: this machine alone. */
  readonly metricsToken: string | undefined;
  /** Undefined where the app has not been built. */
  readonly files: AppFiles | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When the process started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** In [0, 1), for waits that are to differ. */
  readonly chance: () => number;
  readonly version: string;
  readonly serverName: string;
  readonly log: Log;
}

/** Tests call the app without a connection, so its bindings may be absent. */
export interface ServerEnv {
  Bindings: Partial<HttpBindings> | undefined;
  Variables: { device: Device; token: string };
}
