/** What can be done to an agenda. Each answers what commit answers. */
import { usualDurationMin } from '#domain/agenda.ts';
import type { Id } from '#domain/id.ts';
import type { Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { orderBetween, ordersAfter } from '#storage/order.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

type Block = Entity<'block'>;
type BlockValues = Pick<Values<'block'>, 'durationMin' | 'category' | 'fixedStart'>;

/** Adds a block at the end of a day: after every block on the disk, of whichever day. `draft` ends with it. */
export async function addBlock(
  sessionId: Id<'session'>,
  block: BlockValues & { readonly day: number; readonly title: string },
  draft?: string,
) {
  const { title, ...set } = block;
  const scope = scopeOf('session', sessionId);
  const [order = 'a0'] = ordersAfter(await recordsIn('block', scope), 1);
  const added = { id: (await thisDevice()).newId('block'), scope };
  return commit(
    [change('block', added, { set: { sessionId, order, durationMin: 30, ...set }, write: { title: fresh(title) } })],
    draft === undefined ? {} : { finishing: [draft] },
  );
}

export const setBlock = (block: Block, set: Partial<Values<'block'>>) => commit([change('block', block, { set })]);

/** Minutes, kept between 5 and a day. */
export const setDuration = (block: Block, durationMin: number) =>
  setBlock(block, { durationMin: Math.min(1440, Math.max(5, durationMin)) });

let lastLengthened: Promise<unknown> = Promise.resolve();

/** Minutes more or fewer than it has by now: of two fast taps the second adds to the first. */
export const lengthen = (block: Block, byMin: number): ReturnType<typeof setBlock> => {
  const turn = lastLengthened.then(async () => {
    const now = (await record('block', block.id)) ?? block;
    return setDuration(now, (now.durationMin ?? usualDurationMin) + byMin);
  });
  lastLengthened = turn;
  return turn;
};

/** Moves a block between two neighbours of its day. */
export const moveBlock = (block: Block, before: Block | undefined, after: Block | undefined) =>
  setBlock(block, { order: orderBetween(before, after) });

export const removeBlock = (block: Block) => commit([change('block', block, { deleted: true })]);
export const restoreBlock = (block: Block) => commit([change('block', block, { deleted: false })]);

/** Notes when a block was started or ended, milliseconds since 1970; the session is under way from then on. */
export async function markBlock(block: Block, session: Entity<'session'>, as: 'started' | 'ended' | 'not-started') {
  const now = (await thisDevice()).now();
  const set =
    as === 'started'
      ? { startedAt: now, endedAt: null }
      : as === 'ended'
        ? { endedAt: now }
        : { startedAt: null, endedAt: null };
  const opens = as === 'started' && (session.status === 'draft' || session.status === 'ready');
  return commit([
    change('block', block, { set }),
    ...(opens ? [change('session', session, { set: { status: 'live' } })] : []),
  ]);
}
