/** What is written down of the last backup, and that it no longer holds everything. Small: the first screen takes it in. */
import type { BackupMoment } from '#storage/backup-moment.ts';
import type { BarazaDatabase } from '#storage/database.ts';

export interface LastBackup {
  /** When it was saved: milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** Records in it. */
  readonly count: number;
  /** What was here when it was made; absent where it did not fit into one file, and of one that an older version made. */
  readonly of?: BackupMoment;
}

export const lastBackupKey = 'lastBackup';

/** Null where there has been none. */
export const readLastBackup = async ({ meta }: BarazaDatabase): Promise<LastBackup | null> =>
  ((await meta.get(lastBackupKey))?.value as LastBackup | undefined) ?? null;

/** A file changed what is here, of which the history tells nothing. */
export async function outdateBackup(db: BarazaDatabase): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const last = await readLastBackup(db);
    if (last?.of) await db.meta.put({ key: lastBackupKey, value: { at: last.at, count: last.count } });
  });
}
