/**
 * The port of pokes: who listens is told that a scope has a new head, and nothing else. A poke that is lost
 * costs time only, because devices ask again by themselves.
 */
import type { Scope } from '#domain/scope.ts';
import type { Journal } from '#replication/journal.ts';

export interface Poke {
  readonly scope: Scope;
  readonly head: number;
}

export interface Pokes {
  publish(poke: Poke): void;
  /** Returns what ends the subscription. */
  subscribe(listener: (poke: Poke) => void): () => void;
  /** Tells that a device is let in no more, so that its streams are ended in every process. */
  turnAway(device: string): void;
  onTurnedAway(listener: (device: string) => void): void;
}

/** Pokes between the devices of one process. */
export function processPokes(): Pokes {
  const listeners = new Set<(poke: Poke) => void>();
  const doors = new Set<(device: string) => void>();
  return {
    publish: (poke) => {
      for (const listener of listeners) listener(poke);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    turnAway: (device) => {
      for (const listener of doors) listener(device);
    },
    onTurnedAway: (listener) => void doors.add(listener),
  };
}

/** A journal that pokes, and tells how many records changed, after each append that changed something. */
export const pokingJournal = (journal: Journal, pokes: Pokes, onChanged?: (records: number) => void): Journal => ({
  ...journal,
  append: async (scope, deltas, by) => {
    const appended = await journal.append(scope, deltas, by);
    const changed = appended.filter((one) => one.changed);
    const head = Math.max(0, ...changed.map(({ number }) => number));
    if (head > 0) pokes.publish({ scope, head });
    if (changed.length > 0) onChanged?.(changed.length);
    return appended;
  },
});
