/**
 * Two tabs, two versions. Without this, a tab whose database was upgraded by another quietly reopens it and writes
 * rows of the old shape.
 */
import Dexie from 'dexie';

export type Closed =
  /** A newer version of the app has the database. */
  | 'newer-version'
  /** The database was deleted by another tab or by the browser. */
  | 'deleted';

/**
 * Closes the store for good when a newer version wants it or has it; every later read or write fails as
 * `storage/newer-version`. `tell` hears of it once.
 */
export function guardVersions(db: Dexie, tell: (why: Closed) => void): void {
  let told = false;
  const closeFor = (why: Closed) => {
    db.close({ disableAutoOpen: true });
    if (!told) tell(why);
    told = true;
  };
  db.on('versionchange').subscribe((event: IDBVersionChangeEvent) => {
    closeFor(event.newVersion === null || event.newVersion === 0 ? 'deleted' : 'newer-version');
    // Ours instead of the default, which closes too and then opens again at the next write.
    return false;
  });
  // Native versions are ten times ours; patches of a schema in between count up by ones.
  const guard = () => {
    if (Math.floor(db.backendDB().version / 10) <= db.verno) return;
    closeFor('newer-version');
    throw new Dexie.VersionError('The database is of a newer version.');
  };
  db.on('ready', guard, true);
}
