/** Deliberate faults, put in at the ports: the simulation must find each of them. */
import type { Context } from '#replication/cell.ts';
import type { Journal } from '#replication/journal.ts';
import type { ReplicaStore } from '#replication/replica-store.ts';

export interface Mutant {
  /** The journal as requests see it; checks read the true one. */
  readonly journal?: (journal: Journal) => Journal;
  readonly store?: (store: ReplicaStore) => ReplicaStore;
  /** What an editor says that it has seen: of what was on its screen, and of the row as it is now. */
  readonly seen?: (screen: Context, row: Context) => Context;
}

/** A page whose cursor is the head: what lies between is never brought. */
export const headAsCursor: Mutant = {
  journal: (journal) => ({
    ...journal,
    since: async (scope, after, maxBytes) => {
      const page = await journal.since(scope, after, maxBytes);
      const head = (await journal.heads([scope])).get(scope) ?? 0;
      return { ...page, cursor: Math.max(page.cursor, head), more: false };
    },
  }),
};

/** A journal that passes over a number, as readers of a sequence do whose writers have not ended. */
export const skippedNumber: Mutant = {
  journal: (journal) => ({
    ...journal,
    since: async (scope, after, maxBytes) => {
      const page = await journal.since(scope, after, maxBytes);
      const skipped = page.records.length > 1 ? page.records.slice(1) : page.records;
      return { ...page, records: skipped };
    },
  }),
};

/** Marks go by what was sent: a cell written since counts as sent too. */
export const marksClearedEarly: Mutant = {
  store: (store) => ({
    ...store,
    receive: (push, answer, at) =>
      store.receive(
        push,
        { ...answer, receipts: answer.receipts.map((receipt) => ({ ...receipt, clocks: true })) },
        at,
      ),
  }),
};

/** An editor that says it has seen whatever the row holds when it saves. */
export const contextFromRow: Mutant = { seen: (_screen, row) => row };
