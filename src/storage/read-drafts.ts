/** What was being typed, as it is kept: on the disk, or where it waits because the disk refused it. */
import type { DraftRow } from '#storage/database.ts';
import { db, spare } from '#storage/this-device.ts';

export const readDraft = async (key: string): Promise<DraftRow | undefined> =>
  (await readDrafts(key)).find((draft) => draft.key === key);

/** Those whose keys begin so; all of them without a beginning. */
export async function readDrafts(beginning = ''): Promise<DraftRow[]> {
  const found = new Map<string, DraftRow>();
  const onDisk = await db.drafts.where('key').startsWith(beginning).toArray();
  for (const draft of [...onDisk, ...spare.held(beginning)]) {
    const known = found.get(draft.key);
    if (!known || known.at <= draft.at) found.set(draft.key, draft);
  }
  return [...found.values()];
}
