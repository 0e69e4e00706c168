/** The day-end check: how many items there are and where, from marks that only receipts clear. */
import type { NounName } from '#domain/registry.ts';
import { nouns } from '#domain/registry.ts';
import { scopeKind } from '#domain/scope.ts';
import type { BarazaDatabase } from '#storage/database.ts';

export interface DayEnd {
  /** Records on this tablet, deleted ones included until they are erased; bundled examples are not counted. */
  readonly items: number;
  /** Confirmed by the server. */
  readonly safe: number;
  /** On this tablet alone. */
  readonly onTablet: number;
  /** Refused by the server, and not waiting to be sent again. */
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
    const onTablet = (await db.pending.count()) - exampleMarks;
    const refused = await refusedAlone(db);
    const items = held - examples + refused.gone;
    return { items, onTablet, needLook: refused.count, safe: items - onTablet - refused.count, examples };
  });
}

const nounsIn = (kind: string): readonly NounName[] =>
  (Object.keys(nouns) as NounName[]).filter((noun) => nouns[noun].scope === kind);

/** Refused records without a mark; of them, those that are on the list alone. */
async function refusedAlone(db: BarazaDatabase): Promise<{ readonly count: number; readonly gone: number }> {
  const rows = await db.quarantine.toArray();
  const records = new Map(rows.map(({ noun, id }) => [`${noun}/${id}`, { noun, id }]));
  let [count, gone] = [0, 0];
  for (const { noun, id } of records.values()) {
    if (await db.pending.get([noun, id])) continue;
    count += 1;
    const table = db.recordTables().find((one) => one.noun === noun);
    const there = table ? await table.rows.get(id as never) : await db.others.get([noun, id]);
    if (!there) gone += 1;
  }
  return { count, gone };
}
