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
}

export interface DraftListener {
  readonly onWritten?: (draft: DraftRow) => void;
  /** A disk that refuses (full, lost); the text on screen stays and is tried again at the next key. */
  readonly onFailure: (error: unknown, draft: DraftRow) => void;
}

export function draftWriter(db: BarazaDatabase, { onWritten, onFailure }: DraftListener): DraftWriter {
  const waiting = new Map<string, DraftRow>();
  let running: Promise<void> | undefined;

  const drain = async () => {
    for (let next = takeFirst(waiting); next; next = takeFirst(waiting)) {
      try {
        await db.drafts.put(next);
        onWritten?.(next);
      } catch (error) {
        onFailure(error, next);
      }
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
    async discard(key) {
      await finish(key);
      await db.drafts.delete(key);
    },
  };
}

function takeFirst(waiting: Map<string, DraftRow>): DraftRow | undefined {
  const [first] = waiting.values();
  if (first) waiting.delete(first.key);
  return first;
}
