/**
 * When to ask: at every trigger, and by a timer that needs none. Triggers may be lost, doubled or wrong; the timer
 * and the backoff make that cost time and nothing else.
 */
import { backoffMs, longestWaitMs, spreadBusyMs, spreadIdleMs } from './backoff.ts';
import type { RoundsEnd } from './engine.ts';

/** `commit`: something was written. `event`: the server says that something is new. `person`: somebody asked. */
export type Trigger = 'start' | 'online' | 'visible' | 'commit' | 'event' | 'person';

/** A database that could not be read or written, or a fault of ours: tried again like an absent server. */
export interface Failed {
  readonly type: 'rounds/failed';
  readonly error: unknown;
}

export interface ScheduleParts {
  readonly exchange: () => Promise<RoundsEnd>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Calls after so many milliseconds; returns what calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly onEnd: (end: RoundsEnd | Failed, nextTryAt: number) => void;
}

export interface Schedule {
  readonly poke: (why: Trigger) => void;
  readonly stop: () => void;
}

const commitWaitMs = 300;
const eventWaitMs = 200;
/** While the server is away, what was written waits at most this long for the next try. */
const commitRetryMs = 15_000;
const elsewhereWaitMs = 2_000;
const longestBusyMs = 15 * 60_000;
/** A sleeping tablet loses timers: this often they are looked after. */
export const watchEveryMs = 30_000;
/** A round that has taken this long has died with the connection to the disk. */
const deadAfterMs = 10 * 60_000;

export function syncSchedule(parts: ScheduleParts): Schedule {
  let failures = 0;
  let nextTryAt = Number.POSITIVE_INFINITY;
  /** A busy server asked for quiet until then: no trigger is a reason to ask before, but a person. */
  let quietUntil = 0;
  let callOff: () => void = () => undefined;
  let running: { readonly since: number; again: boolean } | undefined;
  let stopped = false;

  const plan = (at: number) => {
    callOff();
    nextTryAt = at;
    if (!stopped) callOff = parts.after(Math.max(0, at - parts.now()), () => void run());
  };
  const planBefore = (at: number) => {
    // A clock that was set back would make of a minute a year.
    const quiet = quietUntil - parts.now() > longestBusyMs ? 0 : quietUntil;
    const due = Math.max(at, quiet);
    if (due < nextTryAt) plan(due);
  };

  const run = async () => {
    if (running || stopped) return;
    const mine = { since: parts.now(), again: false };
    running = mine;
    quietUntil = 0;
    const end = await parts.exchange().catch((error: unknown): Failed => ({ type: 'rounds/failed', error }));
    if (running !== mine) return;
    running = undefined;
    if (stopped) return;
    const wait = waitAfter(end);
    plan(parts.now() + (mine.again && failures === 0 ? Math.min(wait, commitWaitMs) : wait));
    parts.onEnd(end, nextTryAt);
  };

  /** Milliseconds until the next try. */
  const waitAfter = (end: RoundsEnd | Failed): number => {
    switch (end.type) {
      case 'rounds/done':
        failures = 0;
        return end.more ? 0 : spreadIdleMs(parts.random());
      case 'rounds/no-server':
      case 'transport/revoked':
        failures = 0;
        return longestWaitMs;
      case 'rounds/elsewhere':
        return elsewhereWaitMs;
      case 'transport/busy': {
        failures += 1;
        // A proxy says the same to all of them.
        const asked = spreadBusyMs(Math.min(end.retryAfterMs ?? 0, longestBusyMs), parts.random());
        quietUntil = parts.now() + asked;
        return Math.max(backoffMs(failures, parts.random()), asked);
      }
      default:
        failures += 1;
        return backoffMs(failures, parts.random());
    }
  };

  const watch = () => {
    if (stopped) return;
    const now = parts.now();
    if (running && now - running.since > deadAfterMs) running = undefined;
    if (!running && now >= nextTryAt) void run();
    // A clock that was set back would leave the next try far away.
    if (!running && nextTryAt - now > longestBusyMs) plan(now);
    parts.after(watchEveryMs, watch);
  };
  parts.after(watchEveryMs, watch);

  return {
    poke: (why) => {
      if (stopped) return;
      if (running) running.again = true;
      const now = parts.now();
      switch (why) {
        case 'commit':
          return planBefore(now + (failures > 0 ? commitRetryMs : commitWaitMs));
        case 'event':
          return planBefore(now + eventWaitMs);
        case 'visible':
          return planBefore(now);
        case 'person':
          quietUntil = 0;
          failures = 0;
          return planBefore(now);
        case 'start':
        case 'online':
          failures = 0;
          return planBefore(now);
      }
    },
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
