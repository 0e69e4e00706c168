/** Chance that a seed repeats. */
export interface Seeded {
  readonly seed: number;
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number;
  /** From `from` up to and with `to`. */
  readonly between: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** The seed of this run: BARAZA_SEED, else always the same, so that a change is judged by what it changed. */
export const seedOfRun = (): number => Number(process.env.BARAZA_SEED ?? 1);

/** How much longer than usual: BARAZA_RUNS. */
export const timesOfRun = (): number => Number(process.env.BARAZA_RUNS ?? 1);

export function seeded(seed: number): Seeded {
  let state = seed | 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    seed,
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    happens: (probability) => next() < probability,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[below(from.length)] as (typeof from)[number];
    },
  };
}
