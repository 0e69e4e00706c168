/** When somebody last kept a backup of everything on this tablet. Said by a person's own act, never by a guess. */
import { type LastBackup, lastBackupKey, readLastBackup } from '#storage/outdate-backup.ts';
import { db } from '#storage/this-device.ts';

/** Called when a backup of everything was saved or handed on; not when it was only made. */
export async function noteBackup(backup: LastBackup): Promise<void> {
  await db.meta.put({ key: lastBackupKey, value: backup });
}

/** Null where there has been none. */
export const lastBackup = async (): Promise<LastBackup | null> => readLastBackup(db);
