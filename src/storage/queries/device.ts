/** This tablet, as it names itself. */
import type { DeviceMeta } from '#storage/replica.ts';
import { db } from '#storage/this-device.ts';

/** Null before the store was opened for the first time. */
export const deviceFacts = async (): Promise<DeviceMeta | null> =>
  ((await db.meta.get('device'))?.value as DeviceMeta | undefined) ?? null;
