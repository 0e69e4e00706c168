/** The drafts of this tab. */
import type { DraftRow } from '#storage/database.ts';
import { draftWriter, type DraftWriter } from '#storage/drafts.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { onStorageFailure, tellStorageFailure } from '#storage/health.ts';
import { pageId } from '#storage/live-pages.ts';
import { db, spare } from '#storage/this-device.ts';

const writer = draftWriter(db, {
  onWritten: (key) => spare.drop(key),
  onFailure: (error, draft) => {
    spare.keep(draft);
    tellStorageFailure(failureOf(error), draft);
  },
});

export const drafts: DraftWriter = {
  ...writer,
  write: (draft) => writer.write({ ...draft, page: pageId() }),
};

// A page that is reloaded does not wait for the disk.
globalThis.addEventListener?.('pagehide', () => {
  for (const draft of writer.unwritten()) spare.keep(draft);
});

/** Hears of drafts that could not be written, with their text. Returns the way to stop listening. */
export const onDraftFailure = (listener: (failure: StorageFailure, draft: DraftRow) => void): (() => void) =>
  onStorageFailure((failure, draft) => {
    if (draft) listener(failure, draft);
  });
