/** The device's side of the comparison with the server: its own digests, and what is done where they differ. */
import { scopeId, scopeKind, type Scope } from '#domain/scope.ts';
import type { Compared, ComparisonResult, HeldDigest, ReplicaComparison } from '#replication/comparison.ts';
import { scopeDigest } from '#replication/digest.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { markAll, writable } from '#storage/marks.ts';
import type { Replica } from '#storage/replica.ts';
import { type Row, stateOfRow } from '#storage/row.ts';
import { readServer } from '#storage/server-meta.ts';
import { tokenKeeping } from '#storage/token-keeping.ts';

export type { ComparisonResult };

const noteKey = 'comparison';

export function dexieComparison(replica: Replica): ReplicaComparison {
  const { db } = replica;
  return {
    link: tokenKeeping(replica).link,
    scopes: async () => {
      const rows = await db.scopes.toArray();
      return rows.flatMap(({ scope, remote, complete }) => (remote && complete ? [scope] : []));
    },
    compare: async (scope, held, epoch, mend, at) => {
      const found = await compareHeld(db, scope, held, epoch);
      if (found !== 'differs' || !mend) return found;
      return (await mendScope(replica, scope, epoch, at)) ? 'mended' : 'unsettled';
    },
    note: async (result) => void (await db.meta.put({ key: noteKey, value: result })),
  };
}

/** What the last comparison came to; null before the first. */
export const lastComparison = async (db: BarazaDatabase): Promise<ComparisonResult | null> =>
  ((await db.meta.get(noteKey))?.value as ComparisonResult | undefined) ?? null;

/** Only what is at rest can be compared: everything sent, everything fetched. */
async function compareHeld(db: BarazaDatabase, scope: Scope, held: HeldDigest, epoch: string): Promise<Compared> {
  const rows = await db.transaction('r', db.tables, async () => {
    const server = await readServer(db);
    const row = await db.scopes.get(scope);
    if (server?.epoch !== epoch || row?.complete !== true || row.cursor < held.head) return undefined;
    const unsent = await db.pending
      .where('scope')
      .equals(scope)
      .filter(({ waiting }) => waiting !== 'file')
      .count();
    if (unsent > 0) return undefined;
    return row.cursor === held.head ? rowsIn(db, scope) : 'lost';
  });
  if (rows === undefined) return 'unsettled';
  // The server once gave a number that it does not know any more.
  if (rows === 'lost') return 'differs';
  const read = scopeDigest();
  for (const [noun, row] of rows) read.add(stateOfRow(noun, row));
  const { count, digest } = read.read();
  return count === held.count && digest === held.digest ? 'same' : 'differs';
}

async function rowsIn(db: BarazaDatabase, scope: Scope): Promise<(readonly [noun: string, row: Row])[]> {
  const found: (readonly [string, Row])[] = [];
  for (const { noun, rows } of db.recordTables()) {
    for (const row of await rows.where('scope').equals(scope).toArray()) {
      found.push([noun ?? (row as Row & { readonly noun: string }).noun, row]);
    }
  }
  return found;
}

/** From cursor zero, with all marks, and a line in the history of the scope. False where the epoch is another now. */
async function mendScope(replica: Replica, scope: Scope, epoch: string, at: number): Promise<boolean> {
  const { db } = replica;
  return db.transaction('rw', db.tables, async () => {
    const row = await db.scopes.get(scope);
    if (!row || (await readServer(db))?.epoch !== epoch) return false;
    await db.scopes.put({ ...row, cursor: 0 });
    await markAll(replica, writable([row]));
    const values = { comparedWithServer: 'differed' };
    await db.history.add({ noun: scopeKind(scope), id: scopeId(scope), at, by: null, values });
    return true;
  });
}
