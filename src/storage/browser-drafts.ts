/** The drafts of this tab. */
import { draftWriter } from '#storage/drafts.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { db } from '#storage/this-device.ts';

const listeners = new Set<(failure: StorageFailure) => void>();

export const drafts = draftWriter(db, (error) => {
  for (const tell of listeners) tell(failureOf(error));
});

/** Hears of drafts that could not be written. Returns the way to stop listening. */
export function onDraftFailure(listener: (failure: StorageFailure) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
