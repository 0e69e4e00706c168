/**
 * The server's pokes: "this scope is at this number now", and nothing else. A poke that is lost costs time only.
 * Read with fetch, because EventSource carries no token.
 */
import * as v from 'valibot';
import { type Scope, scopeSchema } from '#domain/scope.ts';
import { backoffMs } from './backoff.ts';
import { holdEvents, type Locks } from './leader.ts';
import { asOurs, bearerOf, retryAfterMs } from './wire.ts';

export interface EventParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The token, or undefined where there is no server or it turned this device away. */
  readonly token: () => Promise<string | undefined>;
  readonly onPoke: (scope: Scope, head: number) => void;
  /** Each time the stream stands, so that what was missed before is asked for. */
  readonly onOpen: () => void;
  /** The server does not let this device listen. */
  readonly onRefused?: () => void;
  readonly locks: Locks | undefined;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls after so many milliseconds; returns what calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** The server sends something every 25 s: a line that is silent this long is dead. */
export const silentMs = 70_000;
/** A stream that stood this long was well: the next one is asked for without a growing wait. */
export const wellAfterMs = 15_000;
/** Without a server there is nothing to listen to; whoever joins one starts the stream anew. */
const noTokenWaitMs = 60_000;
/** Longest wait that a server is granted. */
const longestAskedMs = 15 * 60_000;

/** Keeps the device's one stream open, in one tab, until it is stopped. */
export function followEvents(parts: EventParts): () => void {
  const stop = new AbortController();
  void holdEvents(parts.locks, stop.signal, () => keepOpen(parts, stop.signal)).catch(() => undefined);
  return () => stop.abort();
}

async function keepOpen(parts: EventParts, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const token = await parts.token().catch(() => undefined);
    const end = token === undefined ? ended : await readOnce(parts, token, stop);
    if (stop.aborted) return;
    failures = end.stood ? 0 : failures + 1;
    const waitMs = token === undefined ? noTokenWaitMs : backoffMs(failures, parts.random());
    await pause(parts, Math.max(waitMs, Math.min(end.askedToWaitMs, longestAskedMs)), stop);
  }
}

interface StreamEnd {
  /** Whether it stood long enough to be called well. */
  readonly stood: boolean;
  /** What a busy server asked for; else 0. */
  readonly askedToWaitMs: number;
}
const ended: StreamEnd = { stood: false, askedToWaitMs: 0 };

/** Reads one stream to its end. Never rejects. */
async function readOnce(parts: EventParts, token: string, stop: AbortSignal): Promise<StreamEnd> {
  const end = new AbortController();
  const giveUp = () => end.abort();
  stop.addEventListener('abort', giveUp);
  let callOff = parts.after(silentMs, giveUp);
  let callOffWell: () => void = () => undefined;
  let stood = false;
  try {
    const headers = { accept: 'text/event-stream', ...bearerOf(token) };
    const response = await parts.fetch('/api/events', { headers, signal: end.signal, ...asOurs });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (response.status !== 200 || !isStream || !response.body) {
      await response.body?.cancel();
      if (response.status === 401 || response.status === 403) parts.onRefused?.();
      const busy = response.status === 429 || response.status === 503;
      return { stood: false, askedToWaitMs: (busy && retryAfterMs(response, parts.now())) || 0 };
    }
    callOffWell = parts.after(wellAfterMs, () => {
      stood = true;
    });
    parts.onOpen();
    const reader = response.body.getReader();
    const lines = lineReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      callOff();
      callOff = parts.after(silentMs, giveUp);
      for (const line of lines(chunk.value)) tell(parts, line);
    }
  } catch {
    // The line broke, fell silent, or was given up: what it would have said comes with the next round.
  } finally {
    callOff();
    callOffWell();
    stop.removeEventListener('abort', giveUp);
  }
  return { stood, askedToWaitMs: 0 };
}

const pokeSchema = v.object({ scope: scopeSchema, head: v.pipe(v.number(), v.integer(), v.minValue(0)) });

function tell(parts: EventParts, line: string): void {
  if (!line.startsWith('data:')) return;
  try {
    const poke = v.safeParse(pokeSchema, JSON.parse(line.slice(5)));
    if (poke.success) parts.onPoke(poke.output.scope, poke.output.head);
  } catch {
    // A line that is no JSON says nothing.
  }
}

/** Longest line kept: ours are far shorter. */
const maxLineLength = 10_000;

/** Cuts chunks of bytes into whole lines; the last, unfinished one waits for the next chunk. */
function lineReader(): (bytes: Uint8Array) => readonly string[] {
  const decoder = new TextDecoder();
  let rest = '';
  return (bytes) => {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '').slice(0, maxLineLength);
    return lines;
  };
}

const pause = (parts: EventParts, ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const done = () => {
      callOff();
      stop.removeEventListener('abort', done);
      resolve();
    };
    const callOff = parts.after(ms, done);
    stop.addEventListener('abort', done);
  });
