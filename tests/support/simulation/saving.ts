/** How what people write gets to the store, and what they are told of it. */
import { type NounId, type NounName } from '#domain/registry.ts';
import { latestClock, type RecordState, writeLast, writeText } from '#replication/cell.ts';
import { packRecord, seenContext, unpackCell } from '#replication/packed.ts';
import { newWriter, nextStamp, type Stamp } from '#replication/stamp.ts';
import { type Change, change } from '#storage/change.ts';
import { commitTo, type Committed } from '#storage/commit.ts';
import { importRecords } from '#storage/import.ts';
import { readState } from '#storage/records.ts';
import type { Row } from '#storage/row.ts';
import type { SimulatedDevice, Tab } from './device.ts';
import type { Deletion, Writing } from './ledger.ts';
import type { World } from './world.ts';

/** One person at one tab of one device. */
export interface Person {
  readonly world: World;
  readonly device: SimulatedDevice;
  readonly tab: Tab;
}

/** A row on the screen. */
export interface Shown {
  readonly noun: string;
  readonly row: Row;
}

/** Notes that somebody is about to write a value, and what was on the screen before. */
export const note = (
  { world, device }: Person,
  of: Pick<Writing, 'noun' | 'id' | 'field' | 'kind' | 'value'>,
  shown: Iterable<string>,
): Writing => world.ledger.write({ ...of, shown: new Set(shown), by: `${device.name}.${device.generation}` });

export const changeOf = ({ noun, row }: Shown, parts: Omit<Change, 'noun' | 'id' | 'scope'>): Change =>
  change(noun as NounName, { id: row.id as NounId<NounName>, scope: row.scope }, parts);

type Saving = Writing | Deletion;

/** Commits a change. Who wrote it is told that it is saved, or that it is not. */
export function save(
  { world, device, tab }: Person,
  what: Change,
  writings: readonly Saving[],
  whenSaved?: (committed: Committed) => void,
): void {
  const { cut } = device;
  const saving = commitTo(tab.replica, [what]).then(async (result) => {
    if (!result.ok) {
      if (cut.isDead) return;
      for (const writing of writings) writing.isGone = true;
      // Told to whoever wrote it, who still has it on the screen.
      if (result.error.type === 'commit/scope-loading' || result.error.type === 'commit/invalid') return;
      throw new Error(`A commit failed: ${JSON.stringify(result.error)}`);
    }
    for (const writing of writings) writing.isSaved = true;
    whenSaved?.(result.value);
    const state = await readState(tab.replica.db, what.noun, what.id);
    for (const writing of writings) writing.stamp = stampOf(state, writing);
  });
  world.begin(device, saving);
}

/** Writes a field that the declared nouns do not have, or a value they forbid, as another version of the app would. */
export function saveForeign({ world, device, tab }: Person, { noun, row }: Shown, writing: Writing): void {
  const { replica } = tab;
  const { field, kind, value } = writing;
  const saving = (async () => {
    const scope = await replica.db.scopes.get(row.scope);
    if (scope?.complete === false) {
      writing.isGone = true;
      return;
    }
    const before = unpackCell(row, field);
    const stamp = nextStamp(replica.now(), latestClock(before), newWriter(device.clock.random));
    const cell =
      kind === 'text' ? writeText(before, value, seenContext(row, field), stamp) : writeLast(before, value, stamp);
    await importRecords(replica, [packRecord({ noun, id: row.id, scope: row.scope, cells: { [field]: cell } })]);
    writing.isSaved = true;
    writing.stamp = stamp;
  })();
  world.begin(device, saving);
}

/** The stamp of a writing that is still there. */
function stampOf(state: RecordState | undefined, { field, ...writing }: Saving): Stamp | undefined {
  const cell = state?.cells[field];
  if (cell?.kind === 'text' && 'value' in writing) return cell.values.find(({ value }) => value === writing.value)?.dot;
  if (cell?.kind !== 'last') return undefined;
  if ('value' in writing) return cell.value === writing.value ? cell.stamp : undefined;
  return (cell.value === null) !== writing.isDeleted ? cell.stamp : undefined;
}
