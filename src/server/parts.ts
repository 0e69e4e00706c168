/** What the app is put together from. Clock and randomness are parts, so that a test can replay an answer. */
import type { HttpBindings } from '@hono/node-server';
import type { Journal } from '#replication/journal.ts';
import type { Attempts } from '#server/attempts.ts';
import type { Device, Devices } from '#server/devices.ts';
import type { EventStreams } from '#server/event-streams.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { AppFiles } from '#server/app-files.ts';
import type { Store } from '#server/store.ts';

export interface Parts {
  /** Pokes after each append. */
  readonly journal: Journal;
  readonly devices: Devices;
  readonly streams: EventStreams;
  readonly attempts: Attempts;
  readonly fileStore: FileStore;
  readonly database: Store['database'];
  /** Undefined where the app has not been built. */
  readonly files: AppFiles | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly version: string;
  readonly serverName: string;
  /** A line for whoever runs the server: no personal data, no tokens, no codes. */
  readonly log: (line: string) => void;
  readonly logRequests: boolean;
}

/** Tests call the app without a connection, so its bindings may be absent. */
export interface ServerEnv {
  Bindings: Partial<HttpBindings> | undefined;
  Variables: { device: Device; token: string };
}
