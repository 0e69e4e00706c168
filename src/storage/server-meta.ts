/** What is kept of the server, in the table `meta`. */
import type { BarazaDatabase } from '#storage/database.ts';
import type { Replica, ServerMeta } from '#storage/replica.ts';

export const readServer = async (db: BarazaDatabase): Promise<ServerMeta | undefined> =>
  (await db.meta.get('server'))?.value as ServerMeta | undefined;

/** Changes it in one transaction; where no server was joined, or `changed` answers undefined, nothing is done. */
export async function changeServer(
  replica: Replica,
  changed: (server: ServerMeta) => ServerMeta | undefined,
): Promise<boolean> {
  const { db } = replica;
  return db.transaction('rw', db.meta, async () => {
    const server = await readServer(db);
    const after = server && changed(server);
    if (!after) return false;
    replica.server = after;
    await db.meta.put({ key: 'server', value: after });
    return true;
  });
}
