/**
 * How many requests one asker may make: so many at once, and one more after each pause. In memory, one per process.
 * Generous to whoever works, an end to whoever loops.
 */

export interface Allowance {
  /** Requests that an asker who has been quiet may make at once. */
  readonly atOnce: number;
  /** Milliseconds until one more. */
  readonly everyMs: number;
}

export interface Allowances {
  /** Takes one request of an asker: 0 where it may go on, else how long it has to wait, in milliseconds. */
  take(asker: string, now: number): number;
}

const maxAskers = 50_000;

export function allowances({ atOnce, everyMs }: Allowance): Allowances {
  /** When each asker's allowance is full again; one that is not here has all of it. */
  const fullAt = new Map<string, number>();
  const wholeMs = atOnce * everyMs;

  const makeRoom = (now: number) => {
    if (fullAt.size < maxAskers) return;
    for (const [asker, at] of fullAt) if (at <= now) fullAt.delete(asker);
    // Rather forgetful than without bound.
    if (fullAt.size >= maxAskers) fullAt.clear();
  };

  return {
    take: (asker, now) => {
      makeRoom(now);
      const known = fullAt.get(asker) ?? 0;
      // What is further away than a whole allowance was written before the clock was set back.
      const from = known > now + wholeMs ? now : Math.max(known, now);
      const wait = from + everyMs - now - wholeMs;
      if (wait > 0) return wait;
      fullAt.set(asker, from + everyMs);
      return 0;
    },
  };
}
