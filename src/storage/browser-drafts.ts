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

const underWay = new Set<() => readonly DraftRow[]>();

/**
 * For what is on screen and neither record nor draft yet, because the disk has something under way: it is kept as
 * drafts if the page is left meanwhile. Returns what is to be called when the disk has it.
 */
export function keepIfLeft(unsaved: () => readonly DraftRow[]): () => void {
  let left: readonly DraftRow[] = [];
  const leave = () => (left = unsaved());
  underWay.add(leave);
  return () => {
    underWay.delete(leave);
    for (const { key } of left) spare.drop(key);
  };
}

// A page that is reloaded does not wait for the disk.
globalThis.addEventListener?.('pagehide', () => {
  const unsaved = [...writer.unwritten(), ...[...underWay].flatMap((leave) => leave())];
  for (const draft of unsaved) spare.keep({ ...draft, page: pageId() });
});

/** Hears of drafts that could not be written, with their text. Returns the way to stop listening. */
export const onDraftFailure = (listener: (failure: StorageFailure, draft: DraftRow) => void): (() => void) =>
  onStorageFailure((failure, draft) => {
    if (draft) listener(failure, draft);
  });
