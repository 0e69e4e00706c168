/** How long to wait before asking again. */

export const firstWaitMs = 1_000;
export const longestWaitMs = 5 * 60_000;
/** Between two rounds when all is well: the timer that needs no trigger. */
export const idleWaitMs = 60_000;

/**
 * Milliseconds after the `failures`th failure in a row, from 1: doubled each time, at most five minutes, and
 * spread over its second half so that a room of tablets does not ask in step. `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(Math.max(failures, 1) - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}

/** The idle wait, spread by a fifth each way. */
export const spreadIdleMs = (random: number): number => Math.round(idleWaitMs * (0.8 + random * 0.4));

/** What a busy server asked for: never less, and up to a tenth more, so that those it told the same come apart. */
export const spreadBusyMs = (askedMs: number, random: number): number => Math.round(askedMs * (1 + random / 10));
