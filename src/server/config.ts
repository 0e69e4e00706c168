/** The environment, parsed once. What is wrong is said with the variable's name and an example. */
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { type PostgresAddress, readPostgresAddress } from '#server/postgres-address.ts';

export interface Config {
  readonly port: number;
  /** 127.0.0.1, this machine alone, unless HOST opens the server to others: 0.0.0.0 for all of its addresses. */
  readonly host: string;
  /** SQLite's folder, or the witness's of a database elsewhere. */
  readonly dataDir: string;
  /** Undefined: SQLite in the data folder. */
  readonly postgres: PostgresAddress | undefined;
  readonly appDir: string;
  readonly serverName: string;
  /** Files in PEM. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  readonly logRequests: boolean;
  /** Reverse proxies of our own in front of the server. */
  readonly proxies: number;
  /** Who sends it may read the metrics; undefined: this machine alone. */
  readonly metricsToken: string | undefined;
  /** Syncs that are worked on or wait for their turn; the others are asked to come back. */
  readonly maxSyncs: number;
  readonly rateLimits: boolean;
  /** Draws another set-up link, for when the only coordinator's device is lost. */
  readonly newSetupLink: boolean;
}

const text = (fallback: string) => v.optional(v.pipe(v.string(), v.maxLength(1000)), fallback);
const path = v.optional(v.pipe(v.string(), v.maxLength(4000)));

const environment = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^\d{1,5}$/,
        'is not a port. It is a number from 0 to 65535 (0 takes any that is free), for example PORT=8787',
      ),
      v.transform(Number),
      v.maxValue(
        65_535,
        'is not a port. It is a number from 0 to 65535 (0 takes any that is free), for example PORT=8787',
      ),
    ),
    '8787',
  ),
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[A-Za-z0-9.:_-]{1,255}$/,
        'is not an address, for example HOST=0.0.0.0 for every address of this machine',
      ),
    ),
    '127.0.0.1',
  ),
  DATA_DIR: text('./data'),
  APP_DIR: text('./dist'),
  SERVER_NAME: v.optional(v.pipe(v.string(), v.maxLength(100, 'is longer than 100 characters')), 'Baraza'),
  TLS_CERT: path,
  TLS_KEY: path,
  LOG: v.optional(v.picklist(['requests'], 'is not known. LOG=requests writes a line for each request')),
  TRUST_PROXY: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[0-5]$/,
        'is not known. It is how many reverse proxies of yours stand in front, for example TRUST_PROXY=1',
      ),
      v.transform(Number),
    ),
    '0',
  ),
  METRICS_TOKEN: v.optional(
    v.pipe(v.string(), v.regex(/^[!-~]{16,500}$/, 'is too short or has a space. Draw one: openssl rand -hex 24')),
  ),
  MAX_SYNCS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,3}$/, 'is not a number from 1 to 9999, for example MAX_SYNCS=64'),
      v.transform(Number),
    ),
    '64',
  ),
  RATE_LIMITS: v.optional(
    v.picklist(['on', 'off'], 'is not known. RATE_LIMITS=off lifts them, for a measurement'),
    'on',
  ),
  NEW_SETUP_LINK: v.optional(v.picklist(['1'], 'is not known. NEW_SETUP_LINK=1 prints another set-up link')),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const read = readPostgresAddress(dataset.value);
        if (read.ok) return read.value;
        addIssue({ message: read.error });
        return NEVER;
      }),
    ),
  ),
});

/** An empty variable counts as one that is not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = v.safeParse(environment, set);
  if (!parsed.success) {
    return err(parsed.issues.map(({ path: where, message }) => `${String(where?.[0].key)} ${message}.`).join('\n'));
  }
  const { TLS_CERT: certFile, TLS_KEY: keyFile, ...values } = parsed.output;
  if ((certFile === undefined) !== (keyFile === undefined)) {
    const [given, missing] = certFile === undefined ? ['TLS_KEY', 'TLS_CERT'] : ['TLS_CERT', 'TLS_KEY'];
    return err(`${given} is set without ${missing}. HTTPS needs both, for example TLS_CERT=cert.pem TLS_KEY=key.pem.`);
  }
  return ok({
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    postgres: values.DATABASE_URL,
    appDir: values.APP_DIR,
    serverName: values.SERVER_NAME,
    tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
    logRequests: values.LOG === 'requests',
    proxies: values.TRUST_PROXY,
    metricsToken: values.METRICS_TOKEN,
    maxSyncs: values.MAX_SYNCS,
    rateLimits: values.RATE_LIMITS === 'on',
    newSetupLink: values.NEW_SETUP_LINK === '1',
  });
}
