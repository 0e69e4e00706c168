/** Where records are: on this tablet, on the server, or in need of a look. From receipts, never from hope. */
import type { Scope } from '#domain/scope.ts';
import type { HistoryRow, PendingRow } from '#storage/database.ts';
import { db } from '#storage/this-device.ts';

export type Delivery = 'on-tablet' | 'on-server' | 'needs-look';

/** What the server has not confirmed of a scope, and what it refused, as keys `noun/id`. */
export interface UnsentKeys {
  readonly pending: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
}

export const deliveryKey = (record: { readonly noun: string; readonly id: string }): string =>
  `${record.noun}/${record.id}`;

/** One read for a whole screen of records. A line counts with its photos. */
export async function unsentIn(scope: Scope): Promise<UnsentKeys> {
  const [pending, refused] = await Promise.all([
    db.pending.where('scope').equals(scope).toArray(),
    db.quarantine.filter((row) => row.scope === scope).toArray(),
  ]);
  const keysOf = async (rows: readonly { readonly noun: string; readonly id: string }[]) =>
    new Set([...rows.map(deliveryKey), ...(await linesOfPhotos(rows)).map((id) => `capture/${id}`)]);
  return { pending: await keysOf(pending), refused: await keysOf(refused) };
}

/** The ids of the lines that the photos among these records belong to. */
export async function linesOfPhotos(
  records: readonly { readonly noun: string; readonly id: string }[],
): Promise<readonly string[]> {
  const photos = records.flatMap(({ noun, id }) => (noun === 'photo' ? [id] : []));
  if (photos.length === 0) return [];
  const rows = await db.nouns().photo.bulkGet(photos);
  return rows.flatMap((row) => (typeof row?.v.captureId === 'string' ? [row.v.captureId] : []));
}

export function deliveryOf(
  unsent: UnsentKeys | undefined,
  record: { readonly noun: string; readonly id: string },
): Delivery {
  const key = deliveryKey(record);
  if (unsent?.refused.has(key)) return 'needs-look';
  return unsent === undefined || unsent.pending.has(key) ? 'on-tablet' : 'on-server';
}

/** The history of a record as written on this tablet, newest first. */
export const historyOf = async (noun: string, id: string): Promise<HistoryRow[]> =>
  (await db.history.where('[noun+id]').equals([noun, id]).toArray()).reverse();

export const pendingAll = (): Promise<PendingRow[]> => db.pending.toArray();
