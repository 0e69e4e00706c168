/** What PostgreSQL and the way to it answer with, told apart by code, never by text. */
import { DatabaseError } from 'pg';
import { DatabaseTrouble } from '#server/database-trouble.ts';
import { type PostgresAddress, shownAddress } from '#server/postgres-address.ts';

/** Serialization failure, deadlock, and a row that somebody else added at the same moment. */
const conflicts = ['40001', '40P01', '23505'];
/** Shut down by an administrator or a crash, the database dropped, idle for too long. */
const endings = ['57P01', '57P02', '57P04', '57P05', '25P03', '25P04'];
/**
 * Not able to: the connection (08), a standby (25006), too many connections or a full disk (53), a lock that
 * was held too long (55P03), a statement that took too long or a server that is starting (57), the disk (58).
 */
const refusals = /^(08|53|57|58)|^(25006|55P03)$/;

/** The trouble in what a statement was rejected with; undefined for a bug of ours. */
export function troubleIn(problem: unknown): DatabaseTrouble | undefined {
  if (problem instanceof DatabaseTrouble) return problem;
  if (problem instanceof DatabaseError) {
    const { code = '' } = problem;
    const kind = conflicts.includes(code) ? 'conflict' : endings.includes(code) ? 'lost' : undefined;
    if (kind === undefined && !refusals.test(code)) return undefined;
    return new DatabaseTrouble(kind ?? 'refused', reasonOf(problem), problem);
  }
  // Whatever else a connection rejects with is its own end, unless the driver could not make sense of a value.
  if (problem instanceof TypeError || problem instanceof RangeError) return undefined;
  return new DatabaseTrouble('lost', reasonOf(problem), problem);
}

export function reasonOf(problem: unknown): string {
  // A name with several addresses fails with one error for each.
  const one: unknown = problem instanceof AggregateError ? problem.errors[0] : problem;
  if (one instanceof DatabaseError) return `${one.code} ${one.message}`;
  if (!(one instanceof Error)) return String(one);
  return (one as NodeJS.ErrnoException).code ?? one.message;
}

export const codeOf = (problem: unknown): string => {
  const one: unknown = problem instanceof AggregateError ? problem.errors[0] : problem;
  return String((one as { code?: unknown } | undefined)?.code ?? '');
};

/** Why the database cannot be used, for the person who started the server: what to look at, and no password. */
export function connectSentence(address: PostgresAddress, problem: unknown): string {
  const where = shownAddress(address);
  const reason = reasonOf(problem);
  const { database, user } = address;
  switch (codeOf(problem)) {
    case '28P01':
    case '28000':
      return `The database ${where} does not let Baraza in (${reason}). Check the user and the password in DATABASE_URL.`;
    case '3D000':
      return `There is no database ${where}. Create it: createdb --encoding=UTF8 --owner=${user ?? 'baraza'} ${database}`;
    case '57P03':
      return `The database ${where} is not ready (${reason}). Try again in a minute.`;
    case '53300':
      return `The database ${where} has no connection left (${reason}). Raise max_connections or stop what else uses it.`;
    case '42501':
      return `Baraza may not make tables in the database ${where} (${reason}). Make its user the owner: alter database "${database}" owner to "${user ?? 'baraza'}"`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'ENOENT':
    case 'EACCES':
      return `The database ${where} cannot be reached (${reason}). Does PostgreSQL run, and are the host and the port in DATABASE_URL right?`;
    default:
      return `The database ${where} cannot be used (${reason}). Check DATABASE_URL${address.password === undefined ? ', which has no password,' : ''} and what PostgreSQL writes in its log.`;
  }
}
