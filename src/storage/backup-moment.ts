/**
 * Whether the last backup of everything holds what is on this tablet now. Told by what was written, not by clocks, which
 * people put right and wrong.
 */
import type { BarazaDatabase } from '#storage/database.ts';

export interface LastBackup {
  /** When it was saved: milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** Records in it. */
  readonly count: number;
  /** What was here when it was made; absent where it did not fit into one file, and of one that an older version made. */
  readonly of?: BackupMoment;
}

export interface BackupMoment {
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** The number of the last line of the history; 0 where there is none. */
  readonly written: number;
  /** Records held. */
  readonly held: number;
}

export const lastBackupKey = 'lastBackup';

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

/** A file changed what is here, of which the history tells nothing. Inside a transaction, of one that takes in `meta`. */
export async function outdateBackup(db: BarazaDatabase): Promise<void> {
  const last = await readLastBackup(db);
  if (last?.of) await db.meta.put({ key: lastBackupKey, value: { at: last.at, count: last.count } });
}

/** Null where there has been none. */
export const readLastBackup = async ({ meta }: BarazaDatabase): Promise<LastBackup | null> =>
  ((await meta.get(lastBackupKey))?.value as LastBackup | undefined) ?? null;
