/** Addresses of test databases, and pools on them. */
import { type PostgresAddress, readPostgresAddress } from '#server/postgres-address.ts';
import { connectionOf, type Postgres, postgresPool } from '#server/postgres.ts';

export function addressOf(url: string): PostgresAddress {
  const read = readPostgresAddress(url);
  if (!read.ok) throw new Error(`The address of the test database ${read.error}`);
  return read.value;
}

export const poolOn = (url: string): Postgres => postgresPool(connectionOf(addressOf(url), undefined));

export const withDatabase = (url: string, database: string): string =>
  url.replace(/^(\w+:\/\/[^/?]*\/)[^?]*/, `$1${database}`);

/** Runs one statement without values and outside a transaction, as the making of databases asks for. */
export const command = (db: Postgres, text: string): Promise<unknown> => db.all({ name: '', text, values: [] });
