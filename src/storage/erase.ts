/** Erasing at a person's word, on this browser's store. */
import type { CommitFailure } from '#storage/commit.ts';
import { eraseRecord } from '#storage/erasure.ts';
import { failureOf } from '#storage/failure.ts';
import { spare, thisDevice } from '#storage/this-device.ts';

/** Erases a person or a line for ever. Answers what kept it from the disk; undefined: it is done. */
export async function erase(noun: 'person' | 'capture', id: string): Promise<CommitFailure | undefined> {
  try {
    const erased = await eraseRecord(await thisDevice(), { noun, id });
    if (!erased.ok) return erased.error;
  } catch (error) {
    return failureOf(error);
  }
  for (const { key, about } of spare.held()) if (about['noun'] === noun && about['id'] === id) spare.drop(key);
  return undefined;
}
