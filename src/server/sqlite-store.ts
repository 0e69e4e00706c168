/** The store in a folder: an SQLite database and, beside it, the copy of the epoch. */
import { join } from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import { joinAttempts } from '#server/attempts.ts';
import { folderNotWritten, makeDataFolder } from '#server/data-folder.ts';
import { openDatabase } from '#server/database.ts';
import { folderFiles } from '#server/files/folder-files.ts';
import { memoryFiles } from '#server/files/memory-files.ts';
import { keepEpoch } from '#server/journal/epoch.ts';
import { sqliteJournal } from '#server/journal/sqlite-journal.ts';
import { processPokes } from '#server/pokes.ts';
import { drawName, type Random } from '#server/secrets.ts';
import { rewriting } from '#server/rewriting.ts';
import { sqliteDevices } from '#server/sqlite-devices.ts';
import type { Store } from '#server/store.ts';

/** `dataDir` is `:memory:` for a store that ends with the process. The error is a sentence for a person. */
export function openSqliteStore(dataDir: string, random: Random): Result<Store, string> {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) {
    const made = makeDataFolder(dataDir);
    if (!made.ok) return made;
  }
  const opened = openDatabase(inMemory ? dataDir : join(dataDir, 'baraza.db'));
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const keeper = keepEpoch(db, inMemory ? undefined : join(dataDir, 'epoch'), () => drawName(random));
    const rewrites = rewriting(db);
    const devices = sqliteDevices(db, random);
    const size = db.prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()');
    return ok({
      database: 'SQLite',
      journal: sqliteJournal(db, {
        onFounded: (scope, by) => devices.foundNow(by.device, scope),
        onErased: () => rewrites.due(),
      }),
      devices,
      files: inMemory ? memoryFiles() : folderFiles(db, join(dataDir, 'files')),
      attempts: joinAttempts(),
      pokes: processPokes(),
      epochState: keeper.state,
      bytes: async () => Number(size.get()?.['bytes']),
      remarks: [],
      saveEpoch: async () => {
        keeper.save();
        return 'kept';
      },
      close: async () => {
        keeper.save();
        rewrites.close();
        if (!inMemory) db.exec('pragma wal_checkpoint(truncate)');
        db.close();
      },
    });
  } catch (problem) {
    db.close();
    return err(folderNotWritten(dataDir, problem));
  }
}
