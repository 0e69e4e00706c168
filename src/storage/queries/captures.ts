/**
 * Lines by the place they are read in. A line whose group is gone is read in the plenary of its block, and one
 * whose block is gone in the session as a whole, so that no deletion elsewhere hides what was said (rule CR3).
 */
import Dexie from 'dexie';
import { captureRef, homeOf, refPrefix } from '#domain/capture-ref.ts';
import type { Id } from '#domain/id.ts';
import type { Kind } from '#domain/nouns/vocabulary.ts';
import type { TextField } from '#domain/registry.ts';
import { type Scope, scopeId } from '#domain/scope.ts';
import { otherValues } from '#replication/packed.ts';
import type { DraftRow } from '#storage/database.ts';
import { type Delivery, linesOfPhotos } from '#storage/queries/delivery.ts';
import { openEdits } from '#storage/queries/open-edits.ts';
import { placesIn } from '#storage/queries/groups.ts';
import { photoCounts } from '#storage/queries/photos.ts';
import { byOrder, record, recordsIn } from '#storage/queries/records.ts';
import { readDrafts } from '#storage/read-drafts.ts';
import { type Entity, entityOf, isShown, type Row } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** Where lines are written: in a group, else in the plenary of a block, else in the session as a whole. */
export interface LinePlace {
  readonly scope: Scope;
  readonly sessionId: Id<'session'>;
  readonly blockId?: Id<'block'>;
  readonly groupId?: Id<'group'>;
}

export async function linesOf(place: LinePlace): Promise<Entity<'capture'>[]> {
  const rows = place.groupId ? await rowsOfGroup(place.groupId) : await rowsOutsideGroups(place);
  return rows
    .filter(isShown)
    .map((row) => entityOf('capture', row))
    .sort(byOrder);
}

/** The code of a line, e.g. `B2-07`; empty for one that is not there. */
export async function refOfLine(id: Id<'capture'>): Promise<string> {
  const line = await record('capture', id);
  if (!line) return '';
  const { blocks, groups } = await placesIn(line.scope);
  const home = homeOf(line, blocks, groups);
  const lines = await linesOf({ scope: line.scope, sessionId: scopeId(line.scope), ...home } as LinePlace);
  return captureRef(refPrefix(home, blocks, groups), lines.findIndex((one) => one.id === id) + 1);
}

export interface LineCounts {
  readonly total: number;
  readonly byKind: ReadonlyMap<Kind, number>;
}

export async function countLines(place: LinePlace): Promise<LineCounts> {
  const lines = await linesOf(place);
  const byKind = new Map<Kind, number>();
  for (const { kind } of lines) byKind.set(kind ?? 'note', (byKind.get(kind ?? 'note') ?? 0) + 1);
  return { total: lines.length, byKind };
}

/** Values of a text that were written by people who had not seen the shown one; empty in the normal case. */
export const otherTexts = (line: Entity<'capture'>, field: TextField<'capture'>): readonly string[] =>
  otherValues(line.row, field);

/** Whether two answers of a query hold the same state of a record, so that its row need not be drawn again. */
export const isSameState = (a: Row, b: Row): boolean =>
  a.s === b.s && a.id === b.id && JSON.stringify([a.x, a.t, a.e]) === JSON.stringify([b.x, b.t, b.e]);

export interface DeliveredLines {
  readonly lines: readonly Entity<'capture'>[];
  /** How many photos a line has; lines without one are not in it. */
  readonly photos: ReadonlyMap<string, number>;
  /** Of these lines as they are in `lines`, each with its photos; of any other it says `on-tablet`. */
  readonly delivery: (id: string) => Delivery;
}

/**
 * The lines of a place, and where they are. What is to be sent is read last: a line that was read and is not marked any
 * more has been confirmed since, and one that was written since is in neither.
 */
export async function deliveredLines(place: LinePlace): Promise<DeliveredLines> {
  const lines = await linesOf(place);
  const photos = await photoCounts(place.scope);
  const deliveryOf = await lineDelivery(place.scope);
  const known = new Set<string>(lines.map(({ id }) => id));
  return { lines, photos, delivery: (id) => (known.has(id) ? deliveryOf(id) : 'on-tablet') };
}

/** On a tablet that sends nothing it is one answer, however many lines there are. */
async function lineDelivery(scope: Scope): Promise<(id: string) => Delivery> {
  const [server, row, refusedRows] = await Promise.all([
    db.meta.get('server'),
    db.scopes.get(scope),
    db.quarantine.filter((refused) => refused.scope === scope).toArray(),
  ]);
  const kept = !server || row?.sending !== true;
  const pending = kept ? [] : await db.pending.where('scope').equals(scope).primaryKeys();
  const refused = await linesAmong(refusedRows);
  const unsent = await linesAmong(pending.map(([noun, id]) => ({ noun, id })));
  return (id) => (refused.has(id) ? 'needs-look' : kept || unsent.has(id) ? 'on-tablet' : 'on-server');
}

const linesAmong = async (records: readonly { readonly noun: string; readonly id: string }[]) =>
  new Set([...records.flatMap(({ noun, id }) => (noun === 'capture' ? [id] : [])), ...(await linesOfPhotos(records))]);

/** The drafts of lines at a place, the earliest first: its own, and those that a failure or a second tab left. */
export async function lineDrafts(key: string): Promise<DraftRow[]> {
  const found = (await readDrafts(key)).filter((draft) => draft.key === key || draft.key.startsWith(`${key}:`));
  return found.sort((a, b) => a.at - b.at);
}

/** The ids of lines with an edit of their text that was never ended: the browser was closed in the middle. */
export const openTextEdits = async (scope: Scope): Promise<ReadonlySet<string>> =>
  new Set(await openEdits('capture', scope, (field) => field === 'text'));

/** The name of who holds this tablet; null until somebody has said. */
export async function holderName(): Promise<string | null> {
  const row = await db.meta.get('device');
  return (row?.value as { readonly holder?: string | null } | undefined)?.holder ?? null;
}

/** Lines that the device wrote while nobody had said who holds it. */
export async function unsignedLines(scope: Scope, deviceId: string): Promise<readonly Entity<'capture'>[]> {
  const rows = await db.nouns().capture.where('scope').equals(scope).toArray();
  const own = deviceId.slice(0, 8);
  return rows.filter(({ v }) => v.createdBy == null && v.createdDevice === own).map((row) => entityOf('capture', row));
}

const inGroup = (groupId: string) =>
  db.nouns().capture.where('[v.groupId+v.order]').between([groupId, Dexie.minKey], [groupId, Dexie.maxKey], true, true);
const inBlock = (blockId: string) => db.nouns().capture.where('v.blockId').equals(blockId);

const rowsOfGroup = (groupId: string): Promise<Row[]> => inGroup(groupId).toArray();

/** Keys are compared before rows are read: in a full session few lines are outside groups. */
async function rowsOutsideGroups({ scope, blockId }: LinePlace): Promise<Row[]> {
  const [groups, blocks] = await Promise.all([recordsIn('group', scope), blockId ? [] : recordsIn('block', scope)]);
  const [candidates, ...elsewhere] = await Promise.all([
    (blockId ? inBlock(blockId) : db.inScope('capture', scope)).primaryKeys(),
    ...groups.map(({ id }) => inGroup(id).primaryKeys()),
    ...blocks.map(({ id }) => inBlock(id).primaryKeys()),
  ]);
  const taken = new Set(elsewhere.flat());
  const rows = await db.nouns().capture.bulkGet(candidates.filter((id) => !taken.has(id)));
  return rows.filter((row) => row !== undefined);
}
