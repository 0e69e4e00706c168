/** The day-end check: how many items there are and where, from marks that only receipts clear. */
import type { NounName } from '#domain/registry.ts';
import { nouns } from '#domain/registry.ts';
import { scopeKind } from '#domain/scope.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { type RefusedRecord, refusedRecords } from '#storage/queries/refused-records.ts';

export interface DayEnd {
  /** Records on this tablet, deleted ones included until they are erased; bundled examples are not counted. */
  readonly items: number;
  /** Confirmed by the server. */
  readonly safe: number;
  /** Not sent from this tablet. What a file brought may be in that file, or on a server that this tablet did not ask. */
  readonly onTablet: number;
  /** Of which the server refused something that a person has not settled. */
  readonly needLook: number;
  /** Records of bundled examples, which are left out of all the others. */
  readonly examples: number;
}

/** `items` is the sum of `safe`, `onTablet` and `needLook`. */
export async function readDayEnd(db: BarazaDatabase): Promise<DayEnd> {
  const tables = db.recordTables();
  return db.transaction('r', db.tables, async () => {
    const exampleScopes = (await db.scopes.filter(({ example }) => example === true).toArray()).map(
      ({ scope }) => scope,
    );
    let [held, examples, exampleMarks] = [0, 0, 0];
    for (const { rows } of tables) held += await rows.count();
    for (const scope of exampleScopes) {
      for (const noun of nounsIn(scopeKind(scope))) examples += await db.inScope(noun, scope).count();
      exampleMarks += await db.pending.where('scope').equals(scope).count();
    }
    const refused = await refusedRecords(db);
    const onTablet = (await db.pending.count()) - exampleMarks - refused.filter(({ marked }) => marked).length;
    // Nothing may be awaited that reads nothing: the transaction would be lost.
    const gone = refused.length > 0 ? await countGone(db, refused) : 0;
    const items = held - examples + gone;
    return { items, onTablet, needLook: refused.length, safe: items - onTablet - refused.length, examples };
  });
}

const nounsIn = (kind: string): readonly NounName[] =>
  (Object.keys(nouns) as NounName[]).filter((noun) => nouns[noun].scope === kind);

/** How many of the refused records are on the list alone. */
async function countGone(db: BarazaDatabase, refused: readonly RefusedRecord[]): Promise<number> {
  let gone = 0;
  for (const { noun, id } of refused) {
    const table = db.recordTables().find((one) => one.noun === noun);
    const there = table ? await table.rows.get(id as never) : await db.others.get([noun, id]);
    if (!there) gone += 1;
  }
  return gone;
}
