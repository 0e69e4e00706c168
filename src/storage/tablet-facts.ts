/** What a request says of the tablet: its name, and how much stays on it alone after what is on its way. */
import type { PackedRecord } from '#replication/packed.ts';
import type { TabletFacts } from '#replication/protocol.ts';
import type { BarazaDatabase, ScopeRow } from '#storage/database.ts';
import type { DeviceMeta } from '#storage/replica.ts';

/** Runs inside the transaction of its request; bundled examples are not counted. */
export async function tabletFacts(
  db: BarazaDatabase,
  scopes: readonly ScopeRow[],
  sent: readonly PackedRecord[],
): Promise<TabletFacts> {
  const device = (await db.meta.get('device'))?.value as DeviceMeta | undefined;
  const name = device?.name === undefined || device.name === '' ? {} : { name: device.name };
  const examples = new Set<string>(scopes.filter(({ example }) => example === true).map(({ scope }) => scope));
  let ofExamples = 0;
  for (const scope of examples) ofExamples += await db.pending.where('scope').equals(scope).count();
  const unsent = Math.max(0, (await db.pending.count()) - ofExamples - sent.length);
  if (unsent === 0) return { ...name, unsent };
  const leaving = new Set(sent.map(({ noun, id }) => `${noun}/${id}`));
  // Examples sort behind all others, so the oldest that stays is among these; their keys alone are quickly read.
  const first = await db.pending
    .orderBy('since')
    .limit(sent.length + 1)
    .primaryKeys();
  const stays = first.find(([noun, id]) => !leaving.has(`${noun}/${id}`));
  const oldest = stays && (await db.pending.get(stays));
  return { ...name, unsent, ...(oldest && { oldestAt: Math.max(0, Math.round(oldest.since)) }) };
}
