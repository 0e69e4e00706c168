/** Work of one key, one piece after the other, so that what has to wait anyway waits without a connection. */
import { DatabaseTrouble } from '#server/database-trouble.ts';

export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Work that has waited for longer than `patienceMs` when its turn comes is refused: its sender has given up. */
export function inTurn(patienceMs: number): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const askedAt = performance.now();
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(() => {
      if (performance.now() - askedAt <= patienceMs) return work();
      throw new DatabaseTrouble('refused', `others have been writing to one scope for over ${patienceMs} ms`);
    });
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
