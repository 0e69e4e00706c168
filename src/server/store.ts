/** What the server keeps: the folder, the database in it, the journal and the devices. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import type { Journal } from '#replication/journal.ts';
import { openDatabase } from '#server/database.ts';
import { folderFiles } from '#server/files/folder-files.ts';
import type { FileStore } from '#server/files/file-store.ts';
import { memoryFiles } from '#server/files/memory-files.ts';
import type { Devices } from '#server/devices.ts';
import { type EpochState, keepEpoch } from '#server/journal/epoch.ts';
import { sqliteJournal } from '#server/journal/sqlite-journal.ts';
import { drawName, type Random } from '#server/secrets.ts';
import { sqliteDevices } from '#server/sqlite-devices.ts';

export interface Store {
  readonly journal: Journal;
  readonly devices: Devices;
  readonly files: FileStore;
  readonly epochState: EpochState;
  /** Writes how far the journal has come beside the database; throws where the disk does not take it. */
  saveEpoch(): void;
  /** Brings the write-ahead log into the database and closes it. */
  close(): void;
}

/** `dataDir` is `:memory:` for a store that ends with the process. The error is a sentence for a person. */
export function openStore(dataDir: string, random: Random): Result<Store, string> {
  const inMemory = dataDir === ':memory:';
  try {
    if (!inMemory) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (problem) {
    return err(
      `The folder ${dataDir} cannot be made (${(problem as NodeJS.ErrnoException).code}). Choose another with DATA_DIR.`,
    );
  }
  const opened = openDatabase(inMemory ? dataDir : join(dataDir, 'baraza.db'));
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const keeper = keepEpoch(db, inMemory ? undefined : join(dataDir, 'epoch'), () => drawName(random));
    const devices = sqliteDevices(db, random);
    return ok({
      journal: sqliteJournal(db, { onFounded: (scope, by) => devices.grantNow(by.device, scope) }),
      devices,
      files: inMemory ? memoryFiles() : folderFiles(db, join(dataDir, 'files')),
      epochState: keeper.state,
      saveEpoch: () => keeper.save(),
      close: () => {
        keeper.save();
        if (!inMemory) db.exec('pragma wal_checkpoint(truncate)');
        db.close();
      },
    });
  } catch (problem) {
    db.close();
    return err(
      `The folder ${dataDir} cannot be written to (${(problem as Error).message}). Check its owner, permissions and free space, or choose another with DATA_DIR.`,
    );
  }
}
