/** What a backup is made of: whole records of some scopes, or of all, and which of the scopes are examples. */
import type { Scope } from '#domain/scope.ts';
import type { PackedRecord } from '#replication/packed.ts';
import { readRecords } from '#storage/import.ts';
import { backupFiles, bytesOf } from '#storage/queries/backup-files.ts';
import { db, thisDevice } from '#storage/this-device.ts';

export interface BackupSource {
  readonly records: readonly PackedRecord[];
  readonly scopes: readonly { readonly scope: string; readonly example?: boolean }[];
  readonly device: { readonly id: string; readonly holder: string | null; readonly name?: string };
  readonly files?: readonly { readonly sha256: string; readonly mediaType: string; readonly bytes: ArrayBuffer }[];
}

/** Of the scopes named, where any are; deleted records are among them, drafts are not. */
export async function backupSource(only?: readonly string[]): Promise<BackupSource> {
  const { device } = await thisDevice();
  const wanted = only && new Set(only);
  return db.transaction('r', db.tables, async () => {
    const records = await readRecords(db, wanted);
    const { inIt } = await backupFiles(only);
    const files = inIt.length > 0 ? await bytesOf(inIt) : [];
    const rows = await db.scopes.toArray();
    const held = new Set([...rows.map(({ scope }) => scope), ...records.map(({ scope }) => scope)]);
    const examples = new Set(rows.flatMap(({ scope, example }) => (example === true ? [scope] : [])));
    return {
      records,
      scopes: [...held]
        .filter((scope) => wanted?.has(scope) !== false)
        .sort()
        .map((scope) => ({ scope, ...(examples.has(scope as never) && { example: true }) })),
      device: { id: device.deviceId.slice(0, 8), holder: device.holder, ...(device.name && { name: device.name }) },
      files,
    };
  });
}

/** How much a backup would hold, without reading it. */
export interface BackupExtent {
  readonly sessions: number;
  readonly lines: number;
  readonly people: number;
  /** Pictures that are in it. */
  readonly photos: number;
  /** Pictures that are not: there are more than one file can hold, or their bytes are not on this tablet. */
  readonly photosBeyond: number;
  readonly photosAway: number;
  /** All records, those above included. */
  readonly total: number;
}

/** Of the scopes named, or of all; counted by indexes, so that it is quick however much there is. */
export const backupExtent = (only?: readonly Scope[]): Promise<BackupExtent> =>
  db.transaction('r', db.tables, async () => {
    let [sessions, lines, people, total] = [0, 0, 0, 0];
    for (const { noun, rows } of db.recordTables()) {
      const count = await (only ? rows.where('scope').anyOf(only) : rows).count();
      total += count;
      if (noun === 'session') sessions = count;
      if (noun === 'capture') lines = count;
      if (noun === 'person') people = count;
    }
    const { inIt, beyond, away } = await backupFiles(only);
    return { sessions, lines, people, photos: inIt.length, photosBeyond: beyond, photosAway: away, total };
  });
