/** What can be done with groups. Each answers what kept it from the disk; undefined: it is there. */
import type { Id } from '#domain/id.ts';
import type { TextField, Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { newRecord } from '#storage/new-record.ts';
import { orderBetween, ordersAfter } from '#storage/order.ts';
import { linesOf } from '#storage/queries/captures.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

export type Group = Entity<'group'>;
type GroupFacts = Partial<Omit<Values<'group'>, TextField<'group'>>>;
export type Outcome = Promise<CommitFailure | undefined>;

const write = async (changes: readonly Change[]): Outcome => {
  const written = await commit(changes);
  return written.ok ? undefined : written.error;
};

/** Adds groups at the end of a block; `after` holds those it has, in order. */
export async function addGroups(
  sessionId: Id<'session'>,
  blockId: Id<'block'>,
  after: readonly Group[],
  labels: readonly string[],
): Outcome {
  const orders = ordersAfter(after, labels.length);
  return write(await newGroups(sessionId, blockId, labels, orders));
}

/** A block of group work at the end of the agenda's last day, with its groups: for a session without an agenda. */
export async function startGroupWork(
  sessionId: Id<'session'>,
  blocks: readonly Entity<'block'>[],
  labels: readonly string[],
): Outcome {
  const day = blocks.at(-1)?.day ?? 0;
  const [order] = ordersAfter(
    blocks.filter((block) => (block.day ?? 0) === day),
    1,
  );
  const blockId = (await thisDevice()).newId('block');
  const values = { sessionId, day, order, category: 'group_work', durationMin: 45 } as const;
  const block = newRecord('block', blockId, scopeOf('session', sessionId), values);
  return write([block, ...(await newGroups(sessionId, blockId, labels, ordersAfter([], labels.length)))]);
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
