/**
 * What is handed over to another tablet by a file: a session, or all that no server has. Whole records in the form of a
 * backup; beside it, of which scopes it holds everything, because only such a scope may be written to where it arrives.
 */
import type { NounName } from '#domain/registry.ts';
import { type Scope, scopeId, scopeKind } from '#domain/scope.ts';
import { packRecord, type PackedRecord } from '#replication/packed.ts';
import { fileNamedBy } from '#storage/blobs.ts';
import { bytesOf, filesOf } from '#storage/queries/backup-files.ts';
import { type BackupSource, backupSource } from '#storage/queries/backup.ts';
import { readStates } from '#storage/records.ts';
import type { ServerMeta } from '#storage/replica.ts';
import { db, thisDevice } from '#storage/this-device.ts';

export interface HandOverSource extends BackupSource {
  readonly handOver: { readonly of: 'session' | 'unsent'; readonly whole: string[] };
}

/** All of the scopes named. */
export async function sessionHandOver(scopes: readonly Scope[]): Promise<HandOverSource> {
  const source = await backupSource(scopes);
  const rows = await db.scopes.bulkGet([...scopes]);
  const whole = rows.flatMap((row) => (row?.complete === true ? [row.scope as string] : []));
  return { ...source, handOver: { of: 'session', whole } };
}

/** Records of a session without which its lines have no place. */
const frame = ['block', 'group'] as const satisfies readonly NounName[];
/** Fields that name what a record is about. */
const references = {
  personId: 'person',
  captureId: 'capture',
  programmeId: 'programme',
  registerId: 'register',
} as const satisfies Readonly<Record<string, NounName>>;

interface Key {
  readonly noun: string;
  readonly id: string;
}

/**
 * What the server has not confirmed, of all but bundled examples, with what it belongs to: its session, programme and
 * register, blocks and groups, the person of a mark and the line of a photo.
 */
export async function unsentHandOver(): Promise<HandOverSource> {
  const { device } = await thisDevice();
  return db.transaction('r', db.tables, async () => {
    const scopes = await db.scopes.filter(({ example }) => example !== true).toArray();
    const named = scopes.map(({ scope }) => scope);
    const marks = await db.pending.where('scope').anyOf(named).toArray();
    const touched = [...new Set(marks.map(({ scope }) => scope))];
    const wanted = new Map<string, Key>();
    const want = (noun: string, id: unknown) => {
      if (typeof id === 'string') wanted.set(`${noun}/${id}`, { noun, id });
    };
    for (const { noun, id } of marks) want(noun, id);
    for (const scope of touched) want(scopeKind(scope), scopeId(scope));
    for (const scope of touched.filter((one) => scopeKind(one) === 'session')) {
      for (const noun of frame) for (const id of await db.inScope(noun, scope).primaryKeys()) want(noun, id);
    }
    let all: PackedRecord[] = [];
    // What they name comes with them, and what that names.
    for (let read = 0; read < wanted.size;) {
      const keys = [...wanted.values()].slice(read);
      read += keys.length;
      const records = (await readStates(db, keys)).flatMap((state) => (state ? [packRecord(state)] : []));
      for (const { v } of records) for (const [field, noun] of Object.entries(references)) want(noun, v[field]);
      all = [...all, ...records];
    }
    return {
      records: all,
      scopes: [...new Set(all.map(({ scope }) => scope))].sort().map((scope) => ({ scope })),
      device: { id: device.deviceId.slice(0, 8), holder: device.holder, ...(device.name && { name: device.name }) },
      files: all.length > 0 ? await unverified(all) : [],
      handOver: { of: 'unsent', whole: all.length > 0 ? await wholeIn(all) : [] },
    };
  });
}

/** Scopes of which every record is there, and which are whole on this tablet. */
async function wholeIn(records: readonly PackedRecord[]): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { scope } of records) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  const whole: string[] = [];
  for (const [scope, count] of counts) {
    if ((await db.scopes.get(scope))?.complete !== true) continue;
    let held = 0;
    for (const { rows } of db.recordTables()) held += await rows.where('scope').equals(scope).count();
    if (held === count) whole.push(scope);
  }
  return whole;
}

/** The files of these photos that no server has verified, as many as one file can hold. */
async function unverified(records: readonly PackedRecord[]): Promise<NonNullable<BackupSource['files']>> {
  const names = new Set(records.flatMap((record) => fileNamedBy(record.noun, record as never) ?? []));
  const epoch = ((await db.meta.get('server'))?.value as ServerMeta | undefined)?.epoch;
  const { inIt } = await filesOf([...names].sort(), ({ confirmed }) => confirmed === '' || confirmed !== epoch);
  return inIt.length > 0 ? bytesOf(inIt) : [];
}

/** How much a hand-over of all that was not sent would hold, without what it belongs to. Counted by marks alone. */
export interface UnsentExtent {
  readonly lines: number;
  readonly people: number;
  readonly photos: number;
  /** Of people: their places on a register and their half-days. */
  readonly marks: number;
  /** All records, those above included. */
  readonly total: number;
  /** Of the sessions they are in, the first; empty where one has no title. */
  readonly titles: readonly string[];
  readonly sessions: number;
}

export const unsentExtent = (): Promise<UnsentExtent> =>
  db.transaction('r', db.tables, async () => {
    const scopes = await db.scopes.filter(({ example }) => example !== true).toArray();
    let [lines, people, photos, marks, total] = [0, 0, 0, 0, 0];
    const sessions: string[] = [];
    for (const { scope } of scopes) {
      const keys = await db.pending.where('scope').equals(scope).primaryKeys();
      total += keys.length;
      for (const [noun] of keys) {
        if (noun === 'capture') lines += 1;
        if (noun === 'person') people += 1;
        if (noun === 'photo') photos += 1;
        if (noun === 'registration' || noun === 'attendance') marks += 1;
      }
      if (keys.length > 0 && scopeKind(scope) === 'session') sessions.push(scopeId(scope));
    }
    const rows = await db.nouns().session.bulkGet(sessions.slice(0, mostTitles));
    const titles = rows.map((row) => (typeof row?.v.title === 'string' ? row.v.title : ''));
    return { lines, people, photos, marks, total, titles, sessions: sessions.length };
  });

const mostTitles = 5;
