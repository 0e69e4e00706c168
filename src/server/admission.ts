/**
 * How many syncs are taken in at once. When a thousand tablets find the network again, a few are worked on, some wait, and
 * the others are told when to come back: each when its turn will be, at the pace at which the server works, so that they
 * neither return together nor leave it idle.
 *
 * Each piece of work begins in a turn of its own of the event loop. SQLite answers without giving way, so that a request
 * would otherwise be worked on as it is read, and nobody would ever be seen to wait; and so the probe, pages and streams
 * are answered between two syncs.
 */

/** Worked on at the same time; the journal's database takes one write at a time anyway. */
const workedOnAtOnce = 8;
/** Bodies that may be on their way in: they come over bad links, and take memory while they do. */
const maxComing = 500;
/** Nobody is let in who would wait longer for their turn, in milliseconds. */
export const longestTurnMs = 450;
/** What one sync is thought to take before any was seen, in milliseconds. */
const firstPaceMs = 50;
/** One sync in so many is what the pace remembers. */
const paceMemory = 16;
/** Turns are given this much closer together than the pace is: the queue takes what comes early, and is never idle. */
const turnsOverlap = 0.75;
export const comeBackFromMs = 1_000;
export const comeBackWithinMs = 120_000;

export interface Admission {
  /** Counts a request in whose body is to be read, or answers undefined: there is no room. End it in any case. */
  enter(): { readonly leave: () => void } | undefined;
  /** Does the work when its turn comes, or answers `full`: as many are worked on or wait as may. */
  inTurn<T>(work: () => Promise<T>): Promise<T | typeof full>;
  /** When somebody who is turned away is to come back, in milliseconds; `random` is in [0, 1). */
  comeBackMs(random: number): number;
  readonly working: number;
  readonly waiting: number;
}

export const full = Symbol('no room for another sync');

/** `atMost`: worked on and waiting together. `now` is in milliseconds and never goes back. */
export function admission(atMost: number, now: () => number = () => performance.now()): Admission {
  const queue: (() => void)[] = [];
  let coming = 0;
  let working = 0;
  let isBeginning = false;
  /** From one end to the next while there is work. */
  let paceMs = firstPaceMs;
  let lastEndAt = 0;
  /** Until when those who were turned away have their turns. */
  let givenUntil = 0;

  const inside = () => working + queue.length;
  const isFull = () => inside() >= atMost || (inside() >= workedOnAtOnce && inside() * paceMs > longestTurnMs);

  const begin = () => {
    if (isBeginning || queue.length === 0 || working >= workedOnAtOnce) return;
    isBeginning = true;
    setImmediate(() => {
      isBeginning = false;
      working += 1;
      queue.shift()?.();
      begin();
    });
  };
  const end = () => {
    working -= 1;
    paceMs += (now() - lastEndAt - paceMs) / paceMemory;
    lastEndAt = now();
    begin();
  };

  return {
    enter: () => {
      if (isFull() || coming >= maxComing) return undefined;
      coming += 1;
      let left = false;
      return {
        leave: () => {
          if (!left) coming -= 1;
          left = true;
        },
      };
    },
    inTurn: async (work) => {
      if (isFull()) return full;
      if (inside() === 0) lastEndAt = now();
      await new Promise<void>((resolve) => {
        queue.push(resolve);
        begin();
      });
      try {
        return await work();
      } finally {
        end();
      }
    },
    comeBackMs: (random) => {
      const at = now();
      givenUntil = Math.max(givenUntil, at + comeBackFromMs) + paceMs * turnsOverlap;
      const wait = givenUntil - at;
      if (wait <= comeBackWithinMs) return Math.round(wait);
      givenUntil = at + comeBackWithinMs;
      return Math.round(comeBackWithinMs * (0.5 + random / 2));
    },
    get working() {
      return working;
    },
    get waiting() {
      return queue.length;
    },
  };
}
