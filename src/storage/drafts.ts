/**
 * What is being typed, on the disk while it is typed. Writes are coalesced: one at a time, always the latest,
 * so that a slow disk falls behind by one keystroke and never queues.
 */
import type { BarazaDatabase, DraftRow } from '#storage/database.ts';

export interface DraftWriter {
  /** Puts the draft as soon as the one before is on the disk. */
  write(draft: DraftRow): void;
  /** Forgets a draft that waits to be written; its commit deletes the row. Resolves when nothing is under way. */
  finish(key: string): Promise<void>;
  /** Removes a draft that came to nothing. */
  discard(key: string): Promise<void>;
  /** What is not on the disk yet: the one on its way, and those that wait behind it. */
  unwritten(): DraftRow[];
}

export interface DraftListener {
  /** The disk has the latest of this key: its text, or nothing. */
  readonly onWritten?: (key: string) => void;
  /** A disk that refuses (full, lost); the text on screen stays and is tried again at the next key. */
  readonly onFailure: (error: unknown, draft: DraftRow) => void;
}

export function draftWriter(db: BarazaDatabase, { onWritten, onFailure }: DraftListener): DraftWriter {
  /** What is to be on the disk, by key; undefined: nothing. */
  const waiting = new Map<string, DraftRow | undefined>();
  let running: Promise<void> | undefined;
  let onItsWay: DraftRow | undefined;

  const drain = async () => {
    for (let next = takeFirst(waiting); next; next = takeFirst(waiting)) {
      const [key, draft] = next;
      onItsWay = draft;
      try {
        await (draft ? db.drafts.put(draft) : db.drafts.delete(key));
        onWritten?.(key);
      } catch (error) {
        if (draft) onFailure(error, draft);
      }
      onItsWay = undefined;
    }
    running = undefined;
  };

  const finish = async (key: string) => {
    waiting.delete(key);
    await running;
  };

  return {
    write(draft) {
      waiting.set(draft.key, draft);
      running ??= drain();
    },
    finish,
    // In its turn: a letter typed just after must not go with what was discarded.
    async discard(key) {
      waiting.set(key, undefined);
      running ??= drain();
      await running;
    },
    unwritten: () => [onItsWay, ...waiting.values()].filter((draft) => draft !== undefined),
  };
}

function takeFirst<T>(waiting: Map<string, T>): readonly [string, T] | undefined {
  const [first] = waiting;
  if (first) waiting.delete(first[0]);
  return first;
}
