/**
 * Where a text being typed waits when the disk refuses it: the tab's own memory, which an iPad that lost its
 * database keeps over the reload that brings it back. It holds only what the database does not.
 */
import * as v from 'valibot';
import type { BarazaDatabase, DraftRow } from '#storage/database.ts';

const name = 'baraza-spare-drafts';
const rowSchema = v.looseObject({ key: v.string(), text: v.string(), caret: v.number(), at: v.number() });

/** What is used of the browser's Storage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface SpareDrafts {
  keep(draft: DraftRow): void;
  /** The database has a later state of it, or its record. */
  drop(key: string): void;
  /** What is kept, of this key or of keys that begin so. */
  held(beginning?: string): readonly DraftRow[];
  /**
   * Puts what is kept into the database, except where that has a later one, or the line as a record.
   * Rejects where it refuses again.
   */
  putBack(db: BarazaDatabase): Promise<void>;
}

export function spareDrafts(shelf: Shelf | undefined): SpareDrafts {
  const kept = new Map(read(shelf).map((draft) => [draft.key, draft]));
  const write = () => {
    try {
      if (kept.size === 0) shelf?.removeItem(name);
      else shelf?.setItem(name, JSON.stringify([...kept.values()]));
    } catch {
      // No room here either: the text is still on screen, and whoever listens has been told.
    }
  };
  return {
    keep: (draft) => {
      kept.set(draft.key, draft);
      write();
    },
    drop: (key) => {
      if (kept.delete(key)) write();
    },
    held: (beginning = '') => [...kept.values()].filter(({ key }) => key.startsWith(beginning)),
    putBack: async (db) => {
      for (const draft of kept.values()) {
        const held = await db.drafts.get(draft.key);
        const { line } = draft.about;
        const isRecord = line !== undefined && (await db.nouns().capture.get(line)) !== undefined;
        if (!isRecord && (!held || held.at <= draft.at)) await db.drafts.put(draft);
        kept.delete(draft.key);
      }
      write();
    },
  };
}

function read(shelf: Shelf | undefined): DraftRow[] {
  try {
    const rows: unknown = JSON.parse(shelf?.getItem(name) ?? '[]');
    return Array.isArray(rows) ? rows.filter((row): row is DraftRow => v.is(rowSchema, row)) : [];
  } catch {
    return [];
  }
}
