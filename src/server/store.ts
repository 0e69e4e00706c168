/** What the server keeps, in whichever database it keeps it. */
import type { Result } from '#domain/result.ts';
import type { Journal } from '#replication/journal.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { Attempts } from '#server/attempts.ts';
import type { Config } from '#server/config.ts';
import type { Devices } from '#server/devices.ts';
import type { EpochState } from '#server/journal/epoch.ts';
import type { Pokes } from '#server/pokes.ts';
import type { Random } from '#server/secrets.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';

export interface Store {
  readonly database: 'SQLite' | 'PostgreSQL';
  readonly journal: Journal;
  readonly devices: Devices;
  readonly files: FileStore;
  readonly attempts: Attempts;
  readonly pokes: Pokes;
  readonly epochState: EpochState;
  /** Size of the database in bytes. */
  bytes(): Promise<number>;
  /** Sentences for the person who started the server: what works, but costs something. */
  readonly remarks: readonly string[];
  /**
   * Writes how far the journal has come beside the database, and tells whether the database was put back
   * meanwhile; rejects where the disk does not take it.
   */
  saveEpoch(): Promise<EpochState>;
  /** Everything is on the disk when it resolves. */
  close(): Promise<void>;
}

/** The error is a sentence for the person who started the server. */
export async function openStore(
  { dataDir, postgres }: Config,
  random: Random,
  log: (line: string) => void,
): Promise<Result<Store, string>> {
  if (!postgres) return openSqliteStore(dataDir, random);
  // Its driver is loaded where it is used alone.
  const { openPostgresStore } = await import('#server/postgres-store.ts');
  return openPostgresStore({ address: postgres, dataDir, random, log });
}
