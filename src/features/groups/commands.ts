/** What can be done with groups. Each answers what kept it from the disk; undefined: it is there. */
import type { Id } from '#domain/id.ts';
import type { TextField, Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { newRecord } from '#storage/new-record.ts';
import { orderBetween, ordersAfter } from '#storage/order.ts';
import { linesOf } from '#storage/queries/captures.ts';
import { recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

export type Group = Entity<'group'>;
type GroupFacts = Partial<Omit<Values<'group'>, TextField<'group'>>>;
export type Outcome = Promise<CommitFailure | undefined>;

const write = async (changes: readonly Change[]): Outcome => {
  const written = await commit(changes);
  return written.ok ? undefined : written.error;
};

/** Says what a group is called that nobody has named. */
type LabelOf = (number: number) => string;

/** Adds groups at the end of a block, numbered on from those it has. */
export async function addGroups(
  sessionId: Id<'session'>,
  blockId: Id<'block'>,
  count: number,
  labelOf: LabelOf,
): Outcome {
  const groups = await recordsIn('group', scopeOf('session', sessionId));
  const there = groups.filter((group) => group.blockId === blockId);
  const labels = nextNumbers(there, count).map(labelOf);
  return write(await newGroups(sessionId, blockId, labels, ordersAfter(there, count)));
}

/** A block of group work with its groups, for a session without an agenda; nothing where there is one by now. */
export async function startGroupWork(sessionId: Id<'session'>, count: number, labelOf: LabelOf): Outcome {
  const scope = scopeOf('session', sessionId);
  if ((await recordsIn('block', scope)).length > 0) return undefined;
  const blockId = (await thisDevice()).newId('block');
  const [order] = ordersAfter([], 1);
  const values = { sessionId, day: 0, order, category: 'group_work', durationMin: 45 } as const;
  const labels = nextNumbers([], count).map(labelOf);
  const groups = await newGroups(sessionId, blockId, labels, ordersAfter([], count));
  return write([newRecord('block', blockId, scope, values), ...groups]);
}

/** The numbers of the next groups: after the highest that a name there ends in. */
function nextNumbers(there: readonly Group[], count: number): number[] {
  const highest = Math.max(there.length, ...there.map(({ label }) => Number(/\d+/.exec(label ?? '')?.[0] ?? 0)));
  return Array.from({ length: count }, (_, at) => highest + at + 1);
}

async function newGroups(
  sessionId: Id<'session'>,
  blockId: Id<'block'>,
  labels: readonly string[],
  orders: readonly string[],
): Promise<Change[]> {
  const device = await thisDevice();
  return labels.map((label, at) =>
    newRecord('group', device.newId('group'), scopeOf('session', sessionId), {
      sessionId,
      blockId,
      label,
      order: orders[at],
    }),
  );
}

export const setGroup = (group: Group, facts: GroupFacts): Outcome => write([change('group', group, { set: facts })]);

/** Its lines stay: they are read in the plenary of the block until the group is brought back. */
export const deleteGroup = (group: Group, deleted = true): Outcome => write([change('group', group, { deleted })]);

/** The place of a group one step before or after, among those of its block; undefined at the end. */
export function orderBeside(groups: readonly Group[], group: Group, by: -1 | 1): string | undefined {
  const others = groups.filter(({ id }) => id !== group.id);
  const to = groups.findIndex(({ id }) => id === group.id) + by;
  return to < 0 || to > others.length ? undefined : orderBetween(others[to - 1], others[to]);
}

/** Moves a group with its lines to the end of another block. */
export async function moveToBlock(group: Group, blockId: Id<'block'>, there: readonly Group[]): Outcome {
  const lines = await linesOf({
    scope: group.scope,
    sessionId: group.sessionId ?? ('' as Id<'session'>),
    groupId: group.id,
  });
  const [order] = ordersAfter(there, 1);
  return write([
    change('group', group, { set: { blockId, order } }),
    ...lines.map((line) => change('capture', line, { set: { blockId } })),
  ]);
}

/** Milliseconds since 1970, corrected by what the server says. */
const now = async (): Promise<number> => (await thisDevice()).now();

export const closeGroup = async (group: Group): Outcome => setGroup(group, { closedAt: await now() });
export const reopenGroup = (group: Group): Outcome => setGroup(group, { closedAt: null });
export const markReadBack = async (group: Group): Outcome => setGroup(group, { readBackAt: await now() });
