/** What befell the browser's store, for whoever watches over it. */
import type { DraftRow } from '#storage/database.ts';
import type { StorageFailure } from '#storage/failure.ts';

/** `draft`: the text that could not be written, where it was one that was being typed. */
type Listener = (failure: StorageFailure, draft?: DraftRow) => void;

const listeners = new Set<Listener>();

/** Hears of every write that the disk refused. Returns the way to stop listening. */
export function onStorageFailure(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellStorageFailure: Listener = (failure, draft) => {
  for (const tell of listeners) tell(failure, draft);
};

/** A commit's failures include refusals of ours, which are no fault of the disk. */
export const isStorageFailure = (failure: { readonly type: string }): failure is StorageFailure =>
  failure.type.startsWith('storage/');
