/** The drafts of this tab. */
import type { DraftRow } from '#storage/database.ts';
import { draftWriter } from '#storage/drafts.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { db } from '#storage/this-device.ts';

type DraftListener = (failure: StorageFailure, draft: DraftRow) => void;
const listeners = new Set<DraftListener>();

export const drafts = draftWriter(db, (error, draft) => {
  for (const tell of listeners) tell(failureOf(error), draft);
});

/** Hears of drafts that could not be written, with their text. Returns the way to stop listening. */
export function onDraftFailure(listener: DraftListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
