/** The browser's one store. Screens write through `commit` and read `db` in live queries. */
import { BarazaDatabase } from '#storage/database.ts';
import type { Change } from '#storage/change.ts';
import { commitTo, type CommitOptions } from '#storage/commit.ts';
import { failureOf } from '#storage/failure.ts';
import { isStorageFailure, tellStorageFailure } from '#storage/health.ts';
import { askToKeepOnce } from '#storage/keeping.ts';
import { openReplica, type Replica } from '#storage/replica.ts';
import { type Shelf, spareDrafts } from '#storage/spare-drafts.ts';
import { browserMarker, markStore } from '#storage/store-marker.ts';
import { guardVersions } from '#storage/versions.ts';
import { err } from '#domain/result.ts';

export const db = new BarazaDatabase();
/** Texts that the disk refused; put back before anything is read after a reload. */
export const spare = spareDrafts(sessionShelf());
db.on('ready', () => spare.putBack(db).catch(() => undefined), true);
guardVersions(db, (why) => {
  tellStorageFailure({ type: why === 'deleted' ? 'storage/lost' : 'storage/newer-version' });
});

/** Opens the database while the first screen is still on its way. Whoever reads it first says where it does not open. */
export const openEarly = (): void => void db.open().catch(() => undefined);

let opening: Promise<Replica> | undefined;
let opened: Replica | undefined;

/** The opened store; opens it at the first call. Rejects where the browser refuses. */
export function thisDevice(): Promise<Replica> {
  opening ??= openReplica(db, {
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(bytes),
  }).then(whenOpened);
  return opening;
}

/** What is done once for a store that this tab has opened. None of it may keep the store from being used. */
function whenOpened(replica: Replica): Replica {
  opened = replica;
  markStore(browserMarker(), replica.device.firstOpenedAt);
  void askWhereUsed().catch(() => undefined);
  return replica;
}

/** A tablet that holds more than bundled examples asks the browser at each start to keep it. */
async function askWhereUsed(): Promise<void> {
  const own = await db.scopes.filter(({ example }) => example !== true).first();
  if (own) await askToKeepOnce();
}

/**
 * Writes all changes or none; see commitTo. "Saved" may be said when it answers ok, and not before. Once the store is
 * open the disk is asked before this returns: call it first and draw then.
 */
export async function commit(changes: readonly Change[], options?: CommitOptions): ReturnType<typeof commitTo> {
  const written = await (opened
    ? commitTo(opened, changes, options)
    : thisDevice().then(
        (replica) => commitTo(replica, changes, options),
        (error: unknown) => err(failureOf(error)),
      ));
  if (written.ok && options?.example !== true) void askToKeepOnce();
  if (!written.ok && isStorageFailure(written.error)) tellStorageFailure(written.error);
  if (written.ok) for (const key of options?.finishing ?? []) spare.drop(key);
  return written;
}

/** Absent where a browser forbids it. */
function sessionShelf(): Shelf | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
