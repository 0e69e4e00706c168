/**
 * Statements and transactions on a pool of connections to PostgreSQL.
 *
 * Connections are pipelined: statements that do not wait for each other travel in one flight. A statement or
 * transaction that met another one is tried again; one whose connection broke is tried again only where doing
 * it twice is the same as once. Everything has a bound in time, on the server and here.
 */
import { setTimeout } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig, types } from 'pg';
import { DatabaseTrouble } from '#server/database-trouble.ts';
import type { PostgresAddress } from '#server/postgres-address.ts';
import { reasonOf, troubleIn } from '#server/postgres-problem.ts';

/** Connections of one process; PostgreSQL allows 100 unless told otherwise. One more listens. */
const maxConnections = 10;
const connectWithinMs = 5_000;
/** How long a statement waits for another's lock, and how long it may run; the last is for a silent network. */
const lockTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
const answerTimeoutMs = 20_000;
/** A process that stands still in a transaction must not hold a scope for ever. */
const idleInTransactionMs = 10_000;
const maxTries = 4;
const retryAfterMs = 15;

/** A statement with its values. `_row` is never there: it carries the type of the rows. */
export interface Bound<Row> {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly _row?: Row;
}
type RowsOf<T extends readonly Bound<unknown>[]> = {
  -readonly [K in keyof T]: T[K] extends Bound<infer Row> ? readonly Row[] : never;
};

/** A statement that each connection plans once, under its name. */
export const statement =
  <Row = never>(name: string, text: string) =>
  (...values: readonly unknown[]): Bound<Row> => ({ name, text, values });

export interface Session {
  /** Sends statements in one flight and resolves to the rows of each. */
  all<T extends readonly Bound<unknown>[]>(...bound: T): Promise<RowsOf<T>>;
}
export interface Transaction extends Session {
  /** Sends a statement whose outcome is awaited with the commit. */
  send(bound: Bound<unknown>): void;
  /** Runs several statements without values. */
  script(sql: string): Promise<void>;
}

export interface Postgres extends Session {
  /** `bound` may be done twice. */
  rows<Row>(bound: Bound<Row>): Promise<readonly Row[]>;
  /**
   * What `work` throws rolls it back. Its first flight must be of reads or locks, since it travels with the
   * begin. `repeatable`: it may be done twice, so it is tried again where it is not known whether it was done.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, repeatable: boolean): Promise<T>;
  close(): Promise<void>;
}

const begin = statement('begin', 'begin isolation level read committed')();
const commit = statement('commit', 'commit')();
const rollback = statement('rollback', 'rollback')();

export function postgresPool(config: PoolConfig): Postgres {
  const pool = new Pool({
    ...config,
    pipeline: true,
    max: maxConnections,
    idleTimeoutMillis: 60_000,
    lock_timeout: lockTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: answerTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
  });
  // A connection that breaks is told to whoever waits for it, and replaced by the next who asks.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  /** One connection for the time of `work`, thrown away where it broke. */
  const connected = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((problem: unknown) => {
      throw new DatabaseTrouble('refused', reasonOf(problem), problem);
    });
    let broken = false;
    try {
      return await work(client);
    } catch (problem) {
      broken = isLost(problem);
      throw problem;
    } finally {
      client.release(broken);
    }
  };

  const single = <T extends readonly Bound<unknown>[]>(bound: T) =>
    again(() => connected((client) => flight(client, bound)), true);

  return {
    all: (...bound) => single(bound),
    rows: async <Row>(bound: Bound<Row>) => (await single<[Bound<Row>]>([bound]))[0],
    transaction: (work, repeatable) => again(() => connected((client) => inTransaction(client, work)), repeatable),
    close: () => pool.end(),
  };
}

/** How every connection of ours begins. */
export const connectionOf = (address: PostgresAddress, ca: string | undefined): PoolConfig => ({
  host: address.host,
  port: address.port,
  database: address.database,
  ...(address.user !== undefined && { user: address.user }),
  ...(address.password !== undefined && { password: address.password }),
  ssl: tlsOf(address, ca),
  application_name: 'baraza',
  connectionTimeoutMillis: connectWithinMs,
  keepAlive: true,
  // A receipt says that it is on the disk, whatever the database's own habit is.
  options: '-c synchronous_commit=on',
  types: { getTypeParser: parserOf as typeof types.getTypeParser },
});

type TypeNumber = Parameters<typeof types.getTypeParser>[0];

/** Whole numbers are numbers: ours stay below 2^53. */
const parserOf = (oid: TypeNumber, format: 'text') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);

function tlsOf({ tls }: PostgresAddress, ca: string | undefined): PoolConfig['ssl'] {
  if (tls === 'disable') return false;
  if (tls === 'require') return { rejectUnauthorized: false };
  return {
    rejectUnauthorized: true,
    ...(ca !== undefined && { ca }),
    ...(tls === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}

async function inTransaction<T>(client: PoolClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  let begun = false;
  const sent: Promise<unknown>[] = [];
  const transaction: Transaction = {
    all: async (...bound) => {
      if (begun) return flight(client, bound);
      begun = true;
      const [, ...rows] = await flight(client, [begin, ...bound]);
      return rows as never;
    },
    send: (bound) => {
      if (!begun) throw new Error('A transaction begins with what it reads or locks');
      const one = flight(client, [bound]);
      // Told by the commit.
      one.catch(() => undefined);
      sent.push(one);
    },
    script: async (text) => void (await client.query(text)),
  };
  try {
    const value = await work(transaction);
    await Promise.all([...sent, flight(client, [commit])]);
    return value;
  } catch (problem) {
    if (begun && !isLost(problem)) await flight(client, [rollback]);
    throw problem;
  }
}

async function flight<T extends readonly Bound<unknown>[]>(client: PoolClient, bound: T): Promise<RowsOf<T>> {
  try {
    const answers = bound.map(({ name, text, values }) => client.query({ name, text, values: [...values] }));
    return (await Promise.all(answers)).map(({ rows }) => rows as unknown[]) as never;
  } catch (problem) {
    throw troubleIn(problem) ?? problem;
  }
}

const isLost = (problem: unknown): boolean => problem instanceof DatabaseTrouble && problem.kind === 'lost';

async function again<T>(work: () => Promise<T>, repeatable: boolean): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (problem) {
      const kind = problem instanceof DatabaseTrouble ? problem.kind : undefined;
      if (!(kind === 'conflict' || (kind === 'lost' && repeatable)) || tries === maxTries) throw problem;
      await setTimeout(retryAfterMs * tries);
    }
  }
}
