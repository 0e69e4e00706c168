/** What can be done on this tablet's own screens. None of it touches a record's words. */
import type { QuarantineRow } from '#storage/database.ts';
import { dropQuarantined, retryQuarantined, undropQuarantined } from '#storage/quarantine.ts';
import { thisDevice } from '#storage/this-device.ts';
import { isExported } from './exported.ts';

/** From now on this name is the author of what is written here; an empty one: nobody in particular. */
export const setHolder = async (name: string): Promise<void> => (await thisDevice()).setHolder(name);

export const setTabletName = async (name: string): Promise<void> => (await thisDevice()).setName(name);

/** Puts a refused value back, to be sent again. */
export const retryRefused = async (seq: number): Promise<void> => retryQuarantined(await thisDevice(), seq);

/** Takes it off the list, once it was saved as a file and not before. Answers what went, so that it can come back. */
export async function dropRefused(seq: number): Promise<QuarantineRow | undefined> {
  return isExported(seq) ? dropQuarantined(await thisDevice(), seq) : undefined;
}

export const undropRefused = async (row: QuarantineRow): Promise<void> => undropQuarantined(await thisDevice(), row);
