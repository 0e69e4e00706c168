/** The drafts of this tab. */
import type { DraftRow } from '#storage/database.ts';
import { draftWriter } from '#storage/drafts.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { onStorageFailure, tellStorageFailure } from '#storage/health.ts';
import { db, spare } from '#storage/this-device.ts';

export const drafts = draftWriter(db, {
  onWritten: (key) => spare.drop(key),
  onFailure: (error, draft) => {
    spare.keep(draft);
    tellStorageFailure(failureOf(error), draft);
  },
});

/** Hears of drafts that could not be written, with their text. Returns the way to stop listening. */
export const onDraftFailure = (listener: (failure: StorageFailure, draft: DraftRow) => void): (() => void) =>
  onStorageFailure((failure, draft) => {
    if (draft) listener(failure, draft);
  });
