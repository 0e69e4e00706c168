/** Keeps this tab's idea of the device and its server true when another tab changes them. */
import { liveQuery } from 'dexie';
import type { DeviceMeta, Replica, ServerMeta } from '#storage/replica.ts';

/** Returns the way to stop following. */
export function followDevice(replica: Replica): () => void {
  const rows = liveQuery(() => replica.db.meta.bulkGet(['device', 'server']));
  const following = rows.subscribe({
    next: ([device, server]) => {
      if (device) replica.device = device.value as DeviceMeta;
      replica.server = server?.value as ServerMeta | undefined;
    },
    // A database that cannot be read is noticed by whoever reads it for a screen.
    error: () => undefined,
  });
  return () => following.unsubscribe();
}
