/**
 * DATABASE_URL, taken apart once. What cannot be understood is said in a sentence that never repeats the
 * address, since it may hold a password; no part of it is silently ignored.
 */
import { err, ok, type Result } from '#domain/result.ts';

export const tlsModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof tlsModes)[number];

export interface PostgresAddress {
  /** A name, an address, or the folder of a socket, which begins with a slash. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Undefined: PGUSER, or the name of the server's own user. */
  readonly user: string | undefined;
  /** Undefined: PGPASSWORD, or a server that asks for none. */
  readonly password: string | undefined;
  readonly tls: TlsMode;
  /** The certificate authority, a file in PEM; undefined: those that Node knows. */
  readonly caFile: string | undefined;
}

/** Stands for the empty host of a socket's address while it is taken apart. */
const noHost = 'socket.invalid';
const example = 'for example DATABASE_URL=postgres://baraza:password@localhost:5432/baraza';
const escapes = 'In a name or password write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23 and % as %25';

/** The error completes a sentence that begins with the variable's name and has no full stop yet. */
export function readPostgresAddress(text: string): Result<PostgresAddress, string> {
  if (!/^postgres(ql)?:\/\//i.test(text)) {
    return err(`is not the address of a PostgreSQL database. It begins with postgres://, ${example}`);
  }
  // A socket's folder stands after the question mark, and the place of the host is empty.
  const url = URL.parse(text.replace(/^([^/]+:\/\/[^/?#]*@)(?=[/?])/, `$1${noHost}`));
  const parts = url && decoded(url);
  if (!url || !parts) return err(`cannot be read. ${escapes}; ${example}`);
  const { host, database, user, password } = parts;
  if (url.hash !== '') return err(`has a # in it. ${escapes}`);
  if (database === '') return err(`names no database after the host. ${escapes}; ${example}`);
  if (database.includes('/')) return err(`has a / in the name of the database. ${escapes}; ${example}`);

  const known = new Set(['host', 'sslmode', 'sslrootcert']);
  const strange = [...url.searchParams.keys()].find((name) => !known.has(name));
  if (strange !== undefined) {
    // What does not look like a name may be the end of a password.
    const name = /^[a-z_]{1,30}$/.test(strange) ? `: ${strange}` : '';
    return err(`has a setting that Baraza does not know${name}. It knows ${[...known].join(', ')}`);
  }
  const socket = url.searchParams.get('host');
  if (socket !== null && !socket.startsWith('/')) {
    return err('has ?host= with something other than the folder of a socket, for example ?host=/var/run/postgresql');
  }
  const caFile = url.searchParams.get('sslrootcert') ?? undefined;
  const mode = url.searchParams.get('sslmode') ?? (caFile === undefined ? 'disable' : 'verify-full');
  const tls = tlsModes.find((one) => one === mode);
  if (tls === undefined) return err(`has an sslmode that is not known. It is one of ${tlsModes.join(', ')}`);
  if (caFile !== undefined && !tls.startsWith('verify')) {
    return err(`names a certificate in sslrootcert that sslmode=${tls} does not look at. Use sslmode=verify-full`);
  }
  return ok({
    host: socket ?? (host === '' || host === noHost ? 'localhost' : host),
    port: url.port === '' ? 5432 : Number(url.port),
    database,
    user: user === '' ? undefined : user,
    password: password === '' ? undefined : password,
    tls,
    caFile,
  });
}

/** How the database is called in sentences: never with its user or password. */
export const shownAddress = ({ host, port, database }: PostgresAddress): string =>
  host.startsWith('/') ? `"${database}" at the socket in ${host}` : `"${database}" at ${host}:${port}`;

function decoded(url: URL): Readonly<Record<'host' | 'database' | 'user' | 'password', string>> | undefined {
  try {
    return {
      host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
  } catch {
    return undefined;
  }
}
