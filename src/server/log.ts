/**
 * The log: one line of JSON for each event. Events are a closed list without a place for free text of people, so
 * that no name, code, token or address of a session or of a person can get into it.
 */

export type LogEvent =
  | { readonly event: 'started'; readonly version: string; readonly database: string }
  | { readonly event: 'stopping' | 'stopped' }
  | { readonly event: 'database-put-back' }
  | {
      readonly event: 'request';
      readonly method: string;
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      /** Why it was refused. */
      readonly refused?: string;
    }
  /** The database refused or is away. `reason` is its own word, `place` where in our code it was met. */
  | { readonly event: 'database-trouble'; readonly reason: string; readonly place: string }
  /** A bug of ours: the kind of the error, never its message, which may quote what was sent. */
  | { readonly event: 'fault'; readonly kind: string; readonly place: string }
  /** A person ordered an erasure: what and by which tablet, never what it said. */
  | {
      readonly event: 'erased';
      readonly noun: string;
      readonly id: string;
      readonly scope: string;
      readonly device: string;
    }
  | { readonly event: 'epoch-not-saved' }
  /** Something that works, but costs something, in a sentence that names no person. */
  | { readonly event: 'remark'; readonly remark: string };

export type Log = (event: LogEvent) => void;

const levels: Partial<Record<LogEvent['event'], string>> = {
  'database-trouble': 'error',
  fault: 'error',
  'epoch-not-saved': 'error',
  'database-put-back': 'warning',
  erased: 'notice',
  remark: 'warning',
};

/**
 * Writes events as lines: when, how bad, what. `now` is in milliseconds since 1970. `trouble` leaves out what is as it
 * should be, for a server that a person has in a window.
 */
export const jsonLog =
  (write: (line: string) => void, now: () => number, what: 'all' | 'trouble'): Log =>
  (event) => {
    const level = levels[event.event];
    if (level === undefined && what === 'trouble') return;
    write(JSON.stringify({ at: new Date(now()).toISOString(), level: level ?? 'info', ...event }));
  };

/** The place in our code where an error was met: the first line of its stack. */
export const placeOf = ({ stack }: Error): string =>
  stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim()
    .replace(/^at /, '')
    .replace(/file:\/\/\S*?(?=\/src\/|\/node_modules\/)/, '') ?? '';
