/** What must hold at every moment: no false receipt, and no cursor ahead of its rows. */
import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksCover, clocksOf } from '#replication/clocks.ts';
import { mergeInto } from '#replication/merge.ts';
import type { PendingRow } from '#storage/database.ts';
import type { SimulatedDevice } from './device.ts';
import { byKey, keyOf } from './ledger.ts';
import type { World } from './world.ts';

/** Of a device that knows of the present epoch; what it believes of an earlier one, it will unlearn. */
export async function checkBeliefs({ server }: World, device: SimulatedDevice): Promise<void> {
  const onDisk = device.disk.read();
  if (onDisk.server?.epoch !== server.epoch) return;
  const records = byKey(onDisk.records);
  const stored = byKey(await server.records());
  const marked = new Map(onDisk.marks.map((mark) => [keyOf(mark), mark]));
  for (const [key, record] of records) checkReceipts(device, record, marked.get(key), stored.get(key));
  for (const { scope, cursor } of onDisk.scopes) await checkCursor(server, device, records, scope, cursor);
}

/** What is not marked to be sent counts as on the server, and must be there. */
function checkReceipts(
  { name }: SimulatedDevice,
  record: RecordState,
  mark: PendingRow | undefined,
  stored: RecordState | undefined,
): void {
  if (record.erased === true && !mark && stored?.erased !== true)
    throw new Error(`False receipt: ${name} believes ${keyOf(record)} erased on the server`);
  for (const [field, cell] of Object.entries(record.cells)) {
    if (mark?.fields.includes(field) === true) continue;
    if (stored && clocksCover(clocksOf(stored, [field]), field, cell)) continue;
    const there = JSON.stringify(stored?.cells[field]);
    throw new Error(
      `False receipt: ${name} believes ${keyOf(record)} ${field} to be on the server: ${JSON.stringify(cell)}, there: ${there}`,
    );
  }
}

/** Whatever has a number up to the cursor is in the rows. */
async function checkCursor(
  { journal }: World['server'],
  { name }: SimulatedDevice,
  records: ReadonlyMap<string, RecordState>,
  scope: Scope,
  cursor: number,
): Promise<void> {
  if (cursor === 0) return;
  const head = (await journal.heads([scope])).get(scope) ?? 0;
  if (cursor > head) throw new Error(`${name} has cursor ${cursor} in ${scope}, whose head is ${head}`);
  const all = await journal.since(scope, 0, Number.POSITIVE_INFINITY);
  const later = byKey((await journal.since(scope, cursor, Number.POSITIVE_INFINITY)).records);
  for (const stored of all.records) {
    if (later.has(keyOf(stored))) continue;
    const held = records.get(keyOf(stored));
    if (held && isDeepStrictEqual(sorted(mergeInto(held, stored)), sorted(held))) continue;
    throw new Error(
      `A cursor ahead of its rows: ${name} has ${scope} up to ${cursor} and not ${JSON.stringify(stored)}, but ${JSON.stringify(held)}`,
    );
  }
}

const sorted = ({ cells, erased }: RecordState) => ({ cells, erased: erased === true });
