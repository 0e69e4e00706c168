/**
 * Whether the last backup of everything holds what is on this tablet now. Told by what was written, not by clocks, which
 * people put right and wrong.
 */
import type { BarazaDatabase } from '#storage/database.ts';
import { readLastBackup } from '#storage/outdate-backup.ts';

export interface BackupMoment {
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** The number of the last line of the history; 0 where there is none. */
  readonly written: number;
  /** Records held. */
  readonly held: number;
}

/** Taken before a backup is read, so that what is written meanwhile counts as later. `at`: milliseconds since 1970. */
export const backupMoment = (db: BarazaDatabase, at: number): Promise<BackupMoment> =>
  db.transaction('r', db.tables, async () => {
    let held = 0;
    for (const { rows } of db.recordTables()) held += await rows.count();
    const last = await db.history.orderBy(':id').lastKey();
    return { at, written: Number(last ?? 0), held };
  });

/**
 * When the last backup was made, milliseconds since 1970, where nothing has been written, added or erased here since;
 * else null. Of a tablet without a server: elsewhere what was written since may have been sent.
 */
export async function backupOfAll(db: BarazaDatabase): Promise<number | null> {
  const of = (await readLastBackup(db))?.of;
  if (!of) return null;
  const now = await backupMoment(db, of.at);
  return now.written === of.written && now.held === of.held ? of.at : null;
}
