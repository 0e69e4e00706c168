/** When somebody last kept a backup of everything on this tablet. Said by a person's own act, never by a guess. */
import { db } from '#storage/this-device.ts';

export interface LastBackup {
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** Records in it. */
  readonly count: number;
}

const key = 'lastBackup';

/** Called when a backup of everything was saved or handed on; not when it was only made. */
export async function noteBackup(backup: LastBackup): Promise<void> {
  await db.meta.put({ key, value: backup });
}

/** Null where there has been none. */
export const lastBackup = async (): Promise<LastBackup | null> =>
  ((await db.meta.get(key))?.value as LastBackup | undefined) ?? null;
