/**
 * Who types in which draft. Two tabs on one group must not write one draft, or each would lose the other's words:
 * the first has the place's own, the second one beside it. A claim dies with its tab, so that what a killed
 * browser left is free again.
 */
export interface Claim {
  /** False while another tab has it. */
  readonly granted: Promise<boolean>;
  readonly release: () => void;
}

interface Held {
  users: number;
  readonly granted: Promise<boolean>;
  readonly letGo: () => void;
}

const held = new Map<string, Held>();

/** Claims a draft for this tab; several screens of one tab share a claim. Without Web Locks every claim is granted. */
export function claimDraft(key: string): Claim {
  const entry = held.get(key) ?? request(key);
  held.set(key, entry);
  entry.users += 1;
  let released = false;
  return {
    granted: entry.granted,
    release: () => {
      if (released) return;
      released = true;
      entry.users -= 1;
      // A screen that comes back at once keeps it.
      setTimeout(() => {
        if (entry.users > 0 || held.get(key) !== entry) return;
        held.delete(key);
        entry.letGo();
      });
    },
  };
}

function request(key: string): Held {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return { users: 0, granted: Promise.resolve(true), letGo: () => undefined };
  const ended = Promise.withResolvers<void>();
  const granted = new Promise<boolean>((resolve) => {
    void locks
      .request(`draft:${key}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? ended.promise : undefined;
      })
      .catch(() => resolve(true));
  });
  return { users: 0, granted, letGo: ended.resolve };
}
