/** Marks "to be sent": which cells of a record the server has not confirmed, and what it has of them. */
import type { RecordState } from '#replication/cell.ts';
import { mergeRecords } from '#replication/merge.ts';
import { packState, unpackRecord } from '#replication/packed.ts';
import type { PendingRow, ScopeRow } from '#storage/database.ts';
import type { Replica } from '#storage/replica.ts';

/** Examples are not waited for: their marks sort behind all others. */
export const sinceNever = Number.MAX_SAFE_INTEGER;

/** The record with the cells of these fields alone. */
export const cellsNamed = (state: RecordState, fields: readonly string[]): RecordState => ({
  ...state,
  cells: Object.fromEntries(Object.entries(state.cells).filter(([field]) => fields.includes(field))),
});

/** The mark with the fields that are left and their base, or undefined where none is left. Nothing erased stays beneath. */
export function markOf(mark: PendingRow, fields: readonly string[], base: RecordState): PendingRow | undefined {
  if (fields.length === 0) return undefined;
  const marked = { ...mark, fields, base: packState(cellsNamed({ ...base, erased: false }, fields)) };
  if (!mark.beneath) return marked;
  const kept = base.erased === true ? [] : fields.filter((field) => base.cells[field]?.kind !== 'erased');
  return { ...marked, beneath: packState(cellsNamed(stateBeneath(mark), kept)) };
}

/** What the server takes from this device: marks elsewhere would wait for ever, and say that something is at risk. */
export const writable = (rows: readonly ScopeRow[]): ReadonlySet<string> =>
  new Set(rows.filter(({ limit }) => limit === undefined).map(({ scope }) => scope));

/** The unsent values that lie beneath what an import brought. */
export const stateBeneath = ({ noun, id, scope, beneath }: PendingRow): RecordState =>
  unpackRecord({ noun, id, scope, ...(beneath ?? { v: {} }) });

/** Marks every cell of every record in these scopes, as for a server that has nothing of them. */
export async function markAll(replica: Replica, scopes: ReadonlySet<string>): Promise<void> {
  const { db } = replica;
  const marked = new Map((await db.pending.toArray()).map((mark) => [`${mark.noun}/${mark.id}`, mark]));
  const at = replica.now();
  for (const table of db.recordTables()) {
    const rows = await table.rows.filter(({ scope }) => scopes.has(scope)).toArray();
    await db.pending.bulkPut(
      rows.map((row) => {
        const noun = table.noun ?? (row as { noun?: string }).noun ?? '';
        const state = unpackRecord({ ...row, noun });
        const mark = marked.get(`${noun}/${row.id}`);
        const beneath = mark && mergeRecords(unpackRecord({ ...mark, ...mark.base }), stateBeneath(mark));
        return {
          noun,
          id: row.id,
          scope: row.scope,
          fields: Object.keys(state.cells),
          base: packState({ ...state, cells: {}, erased: false }),
          // What the server had beneath an unsent value is all there is of it, if the server has lost it.
          ...(beneath && Object.keys(beneath.cells).length > 0 && { beneath: packState(beneath) }),
          since: mark?.since ?? at,
        };
      }),
    );
  }
}
