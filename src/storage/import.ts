/** Importing is merging: a backup, a hand-over file. What an import changes is marked to be sent. */
import type { Scope } from '#domain/scope.ts';
import type { Cell, RecordState } from '#replication/cell.ts';
import { mergeInto, sameCell } from '#replication/merge.ts';
import { type PackedRecord, packState, unpackRecord } from '#replication/packed.ts';
import { outdateBackup } from '#storage/outdate-backup.ts';
import { stateOfBase } from '#storage/commit.ts';
import type { BarazaDatabase, PendingRow } from '#storage/database.ts';
import { followErasures, mayErase } from '#storage/erasure.ts';
import { sinceNever, stateBeneath } from '#storage/marks.ts';
import { readState, writeState } from '#storage/records.ts';
import type { Replica } from '#storage/replica.ts';
import { packedOfRow } from '#storage/row.ts';

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Every record on this device, in no order; of the scopes named, where any are. */
export async function readRecords(db: BarazaDatabase, scopes?: ReadonlySet<string>): Promise<PackedRecord[]> {
  const found: PackedRecord[] = [];
  for (const { noun, rows } of db.recordTables()) {
    for (const row of await rows.toArray()) {
      if (scopes && !scopes.has(row.scope)) continue;
      found.push(packedOfRow(noun ?? (row as unknown as { readonly noun: string }).noun, row));
    }
  }
  return found;
}

interface ImportOptions {
  /** Scopes of bundled examples. */
  readonly examples?: ReadonlySet<string>;
  /** Scopes of which the file holds everything that its maker had; all of them where it does not say. */
  readonly whole?: ReadonlySet<string> | undefined;
}

/** Merges records in, all or none; the same file twice changes nothing. */
export async function importRecords(
  replica: Replica,
  records: readonly PackedRecord[],
  { examples = new Set(), whole }: ImportOptions = {},
): Promise<Imported> {
  const { db } = replica;
  return db.transaction('rw', db.tables, async () => {
    let [added, changed, same] = [0, 0, 0];
    for (const packed of records) {
      const before = await readState(db, packed.noun, packed.id);
      const { after, fields, isSame } = mergedWith(before, packed);
      if (isSame) {
        same += 1;
        continue;
      }
      await writeState(db, after);
      const since = examples.has(packed.scope) ? sinceNever : replica.clock.now();
      await db.pending.put(await markOf(db, before, after, fields, since));
      if (before) changed += 1;
      else added += 1;
    }
    if (added + changed > 0 && records.some(({ scope }) => !examples.has(scope))) await outdateBackup(db);
    if (mayErase(records)) await followErasures(replica, records);
    await openImported(replica, new Set(records.map(({ scope }) => scope as Scope)), { examples, whole });
    return { added, changed, same };
  });
}

/** What a record becomes when `packed` is merged in, and which of its fields that changes. */
export function mergedWith(before: RecordState | undefined, packed: PackedRecord) {
  const after = mergeInto(before, unpackRecord(packed));
  const fields = Object.keys(after.cells).filter((field) => !sameCell(before?.cells[field], after.cells[field]));
  return { after, fields, isSame: before !== undefined && fields.length === 0 && before.erased === after.erased };
}

async function markOf(
  db: BarazaDatabase,
  before: RecordState | undefined,
  after: RecordState,
  fields: readonly string[],
  since: number,
): Promise<PendingRow> {
  const mark = await db.pending.get([after.noun, after.id]);
  const base: Record<string, Cell> = mark ? { ...stateOfBase(mark).cells } : {};
  const beneath: Record<string, Cell> = mark ? { ...stateBeneath(mark).cells } : {};
  for (const field of fields) {
    const cell = before?.cells[field];
    if (cell) (mark?.fields.includes(field) === true ? beneath : base)[field] = cell;
  }
  // Nothing of what is erased stays beneath.
  for (const cells of [base, beneath])
    for (const field of Object.keys(cells)) {
      if ((after.cells[field]?.kind ?? 'erased') === 'erased') delete cells[field];
    }
  return {
    noun: after.noun,
    id: after.id,
    scope: after.scope as Scope,
    fields: [...new Set([...(mark?.fields ?? []), ...fields])],
    base: packState({ ...after, cells: base, erased: false }),
    ...(Object.keys(beneath).length > 0 && { beneath: packState({ ...after, cells: beneath, erased: false }) }),
    since: mark?.since ?? since,
  };
}

/**
 * A scope that comes in part is read here and not written to, until the whole of it has come: by another file, or from
 * the server (rule CU3).
 */
async function openImported(
  replica: Replica,
  scopes: ReadonlySet<Scope>,
  { examples, whole }: { readonly examples: ReadonlySet<string>; readonly whole: ReadonlySet<string> | undefined },
): Promise<void> {
  const { db } = replica;
  for (const scope of scopes) {
    const known = await db.scopes.get(scope);
    const complete = whole?.has(scope) !== false;
    if (known) {
      if (complete && !known.complete && !known.remote) await db.scopes.put({ ...known, complete });
      continue;
    }
    const example = examples.has(scope);
    await db.scopes.put({
      scope,
      cursor: 0,
      complete,
      remote: false,
      sending: !example && replica.server !== undefined,
      ...(example && { example }),
    });
  }
}
