/** What can be done on this tablet's own screens. None of it touches a record's words. */
import type { QuarantineRow } from '#storage/database.ts';
import { dropQuarantined, retryQuarantined, undropQuarantined } from '#storage/quarantine.ts';
import { thisDevice } from '#storage/this-device.ts';

/** From now on this name is the author of what is written here; an empty one: nobody in particular. */
export const setHolder = async (name: string): Promise<void> => (await thisDevice()).setHolder(name);

export const setTabletName = async (name: string): Promise<void> => (await thisDevice()).setName(name);

/** Puts a refused value back, to be sent again. */
export const retryRefused = async (seq: number): Promise<void> => retryQuarantined(await thisDevice(), seq);

export const dropRefused = async (seq: number): Promise<QuarantineRow | undefined> =>
  dropQuarantined(await thisDevice(), seq);

export const undropRefused = async (row: QuarantineRow): Promise<void> => undropQuarantined(await thisDevice(), row);
