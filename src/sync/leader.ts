/**
 * One tab at a time. The lock of a round is held for that round alone, so that a tab that the browser froze holds
 * it no longer than its request; where a browser has no locks, two tabs are harmless because a replay is.
 */

/** What is used of the browser's LockManager. */
export interface Locks {
  request<T>(name: string, options: LockOptions, work: (lock: unknown) => Promise<T>): Promise<T>;
}

export const elsewhere = Symbol('another tab is at it');

/** A lock that has been held this long belongs to a frozen tab, and is taken from it. */
export const frozenAfterMs = 2 * 60_000;

/** Runs one round at a time over all tabs, or answers `elsewhere` where another tab is at it. */
export function roundLock(
  locks: Locks | undefined,
  now: () => number,
  { name, frozenAfterMs: frozenMs } = { name: 'baraza-sync', frozenAfterMs },
) {
  let refusedSince: number | undefined;
  return async <T>(round: () => Promise<T>): Promise<T | typeof elsewhere> => {
    if (!locks) return round();
    const steal = refusedSince !== undefined && now() - refusedSince > frozenMs;
    const done = await locks.request<T | typeof elsewhere>(name, steal ? { steal } : { ifAvailable: true }, (lock) =>
      lock ? round() : Promise.resolve(elsewhere),
    );
    refusedSince = done === elsewhere ? (refusedSince ?? now()) : undefined;
    return done;
  };
}

/** Holds the device's one event stream, once no other tab does. Resolves when `work` ends or `signal` gives it up. */
export async function holdEvents(
  locks: Locks | undefined,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  if (!locks) return work();
  await locks.request('baraza-events', { signal }, work).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
