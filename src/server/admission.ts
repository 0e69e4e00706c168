/**
 * How many syncs are taken in at once. When a thousand tablets find the network again, a few are worked on, some
 * wait, and the others are told when to come back: each at another moment, so that they do not return together.
 * Work goes on by turns, so that the probe, pages and streams are answered between two syncs.
 */

/** Worked on at the same time; the journal's database takes one write at a time anyway. */
const workedOnAtOnce = 8;
/** Bodies that may be on their way in: they come over bad links, and take memory while they do. */
const maxComing = 500;
export const comeBackFromMs = 2_000;
export const comeBackWithinMs = 20_000;

export interface Admission {
  /** Counts a request in whose body is to be read, or answers undefined: there is no room. End it in any case. */
  enter(): { readonly leave: () => void } | undefined;
  /** Does the work when its turn comes, or answers `full`: as many are worked on or wait as may. */
  inTurn<T>(work: () => Promise<T>): Promise<T | typeof full>;
  readonly working: number;
  readonly waiting: number;
}

export const full = Symbol('no room for another sync');

/** `atMost`: worked on and waiting together. */
export function admission(atMost: number): Admission {
  const queue: (() => void)[] = [];
  let coming = 0;
  let working = 0;
  const isFull = () => working + queue.length >= atMost;
  const turn = () =>
    new Promise<void>((resolve) => {
      if (working < Math.min(workedOnAtOnce, atMost)) {
        working += 1;
        resolve();
      } else queue.push(resolve);
    });
  const pass = () => {
    const next = queue.shift();
    if (next) setImmediate(next);
    else working -= 1;
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
      await turn();
      try {
        return await work();
      } finally {
        pass();
      }
    },
    get working() {
      return working;
    },
    get waiting() {
      return queue.length;
    },
  };
}

/** When somebody who was turned away is to come back, in milliseconds; `random` is in [0, 1). */
export const comeBackMs = (random: number): number =>
  Math.round(comeBackFromMs + random * (comeBackWithinMs - comeBackFromMs));
