/** The store in PostgreSQL, shared by any number of processes, and the witness in the folder of this one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import { folderNotWritten, makeDataFolder } from '#server/data-folder.ts';
import { postgresFiles } from '#server/files/postgres-files.ts';
import { migratePostgres } from '#server/journal/migrations/postgres/migrate.ts';
import { keepPostgresEpoch } from '#server/journal/postgres-epoch.ts';
import { postgresJournal } from '#server/journal/postgres-journal.ts';
import { isLoopback } from '#server/origin.ts';
import { type PostgresAddress, shownAddress } from '#server/postgres-address.ts';
import { postgresAttempts } from '#server/postgres-attempts.ts';
import { postgresDevices } from '#server/postgres-devices.ts';
import { postgresPokes } from '#server/postgres-pokes.ts';
import { codeOf, connectSentence } from '#server/postgres-problem.ts';
import { connectionOf, type Postgres, postgresPool, statement } from '#server/postgres.ts';
import { drawName, type Random } from '#server/secrets.ts';
import type { Store } from '#server/store.ts';

/** The oldest one whose makers still mend it when this was written. */
const oldestVersion = 14;
/** A database that is starting gets this long; systemd and containers start it beside us. */
const startsWithinMs = 30_000;

export interface PostgresStoreOptions {
  readonly address: PostgresAddress;
  readonly dataDir: string;
  readonly random: Random;
  readonly log: (line: string) => void;
}

/** The error is a sentence for the person who started the server. It holds no password. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Result<Store, string>> {
  const { address, dataDir } = options;
  const made = makeDataFolder(dataDir);
  if (!made.ok) return made;
  const ca = readCa(address.caFile);
  if (!ca.ok) return ca;
  const connection = connectionOf(address, ca.value);
  const db = postgresPool(connection);
  const opened = await open(db, connection, options);
  if (!opened.ok) await db.close();
  return opened;
}

async function open(
  db: Postgres,
  connection: ReturnType<typeof connectionOf>,
  { address, dataDir, random, log }: PostgresStoreOptions,
): Promise<Result<Store, string>> {
  let settings: Settings;
  try {
    settings = await firstAnswer(db);
    const unfit = unfitness(address, settings);
    if (unfit !== undefined) return err(unfit);
    const newer = await migratePostgres(db);
    if (newer !== undefined) {
      return err(
        `The database ${shownAddress(address)} was written by a newer version of Baraza (${newer.found}; this one knows ${newer.known}). Install that version again.`,
      );
    }
  } catch (problem) {
    return err(connectSentence(address, problem instanceof Error ? (problem.cause ?? problem) : problem));
  }
  try {
    const draw = () => drawName(random);
    const epoch = await keepPostgresEpoch(db, join(dataDir, 'epoch-postgresql'), draw);
    const devices = postgresDevices(db, random);
    const pokes = postgresPokes(db, connection, draw(), log);
    await pokes.started;
    return ok({
      database: 'PostgreSQL',
      journal: postgresJournal(db, { onFounded: (scope, by) => devices.founding(by.device, scope) }),
      devices,
      files: postgresFiles(db),
      attempts: postgresAttempts(db),
      pokes,
      epochState: epoch.state,
      bytes: async () => (await db.rows(databaseSize()))[0]?.bytes ?? 0,
      remarks: remarksOn(address, settings),
      saveEpoch: () => epoch.save(),
      close: async () => {
        await pokes.close();
        // Where the database is away the mark is written at the next start.
        await epoch.save().catch(() => undefined);
        await db.close();
      },
    });
  } catch (problem) {
    return err(
      codeOf(problem).startsWith('E') ? folderNotWritten(dataDir, problem) : connectSentence(address, problem),
    );
  }
}

const databaseSize = statement<{ bytes: number }>(
  'size',
  'select pg_database_size(current_database())::double precision as bytes',
);

interface Settings {
  readonly version: number;
  readonly encoding: string;
  readonly readOnly: string;
  readonly fsync: string;
}
const settingsOf = statement<Settings>(
  'settings',
  `select current_setting('server_version_num')::integer / 10000 as version,
     current_setting('server_encoding') as encoding, current_setting('transaction_read_only') as "readOnly",
     current_setting('fsync') as fsync`,
);

async function firstAnswer(db: Postgres): Promise<Settings> {
  const from = performance.now();
  for (;;) {
    try {
      const [settings] = await db.rows(settingsOf());
      if (settings) return settings;
    } catch (problem) {
      const starting = codeOf((problem as Error).cause) === '57P03';
      if (!starting || performance.now() - from > startsWithinMs) throw problem;
    }
    await setTimeout(500);
  }
}

function unfitness(address: PostgresAddress, { version, encoding, readOnly }: Settings): string | undefined {
  const where = shownAddress(address);
  if (version < oldestVersion) {
    return `The database ${where} runs PostgreSQL ${version}, and Baraza needs ${oldestVersion} or newer.`;
  }
  if (encoding !== 'UTF8') {
    return `The database ${where} keeps text as ${encoding}, and names and notes need UTF8. Make another: createdb --encoding=UTF8 --template=template0 ${address.database}`;
  }
  if (readOnly === 'on') {
    return `The database ${where} can only be read: it is a standby, or set so. DATABASE_URL has to name the one that is written to.`;
  }
  return undefined;
}

function remarksOn(address: PostgresAddress, { fsync }: Settings): string[] {
  const remarks: string[] = [];
  if (address.tls === 'disable' && !address.host.startsWith('/') && !isLoopback(address.host)) {
    remarks.push(
      `The connection to the database ${shownAddress(address)} is not encrypted. Add ?sslmode=verify-full to DATABASE_URL unless the network between is yours alone.`,
    );
  }
  if (fsync === 'off') {
    remarks.push(
      'PostgreSQL is set to fsync=off, so a power cut can lose what devices were told is kept. Set fsync=on in postgresql.conf.',
    );
  }
  return remarks;
}

function readCa(file: string | undefined): Result<string | undefined, string> {
  if (file === undefined) return ok(undefined);
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (problem) {
    return err(`sslrootcert=${file} in DATABASE_URL cannot be read (${codeOf(problem)}). Check the path.`);
  }
}
