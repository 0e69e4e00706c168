/**
 * A journal that takes along what erasing does beside the records: the bytes of erased photos, and a line of the log
 * that says that something was erased, without its content.
 *
 * The bytes go before the record: what is cut off in between is sent again by its device, and comes to its end then.
 */
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { fileOf, isErasing } from '#replication/erasure.ts';
import type { Appended, Journal } from '#replication/journal.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { Log } from '#server/log.ts';

export function erasingJournal(journal: Journal, files: FileStore, log: Log): Journal {
  const eraseFile = async (scope: Scope, sha256: string, except: ReadonlySet<string>) => {
    const named = await journal.photosOf(scope, sha256);
    // Another photo is of the same picture.
    if (named.every((id) => except.has(id))) await files.erase(sha256, scope);
  };

  const erasePhotos = async (scope: Scope, deltas: readonly RecordState[]) => {
    const erased = deltas.filter(({ noun, erased: gone }) => noun === 'photo' && gone === true).map(({ id }) => id);
    for (const id of erased) {
      const stored = await journal.read(scope, 'photo', id);
      const sha256 = stored && fileOf(stored);
      const comes = deltas.some((delta) => fileOf(delta) === sha256 && !erased.includes(delta.id));
      if (sha256 !== undefined && !comes) await eraseFile(scope, sha256, new Set(erased));
    }
  };

  /** A tablet that did not know names the file of an erased photo: its bytes may be on their way, too. */
  const refuseLate = async (scope: Scope, deltas: readonly RecordState[], appended: readonly Appended[]) => {
    for (const [at, delta] of deltas.entries()) {
      const sha256 = fileOf(delta);
      if (sha256 !== undefined && appended[at]?.stored.erased === true) await eraseFile(scope, sha256, new Set());
    }
  };

  return {
    ...journal,
    append: async (scope, deltas, by) => {
      await erasePhotos(scope, deltas);
      const appended = await journal.append(scope, deltas, by);
      await refuseLate(scope, deltas, appended);
      for (const [at, delta] of deltas.entries()) {
        const isNew = appended[at]?.changed === true && isErasing(delta);
        if (isNew) log({ event: 'erased', noun: delta.noun, id: delta.id, scope, device: by.device });
      }
      return appended;
    },
  };
}

/** Whether a file may be known for a scope: it was not erased there, or a photo that was not erased names it. */
export const mayKeepFile = async (journal: Journal, files: FileStore, sha256: string, scope: Scope): Promise<boolean> =>
  !(await files.isErased(sha256, scope)) || (await journal.photosOf(scope, sha256)).length > 0;
