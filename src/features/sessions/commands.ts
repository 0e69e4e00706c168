/** What the purpose page and the programme's facts write, beside the texts that are written where they stand. */
import type { Id } from '#domain/id.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { Values } from '#domain/registry.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { newRecord } from '#storage/new-record.ts';
import { orderBetween, ordersAfter } from '#storage/order.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

type Days = NonNullable<Values<'session'>['days']>;
export type Day = Days[number];
export type OutputNoun = 'output' | 'programmeOutput';
export type AnyOutput = Entity<'output'> | Entity<'programmeOutput'>;

export const oneDay: Days = [{ date: null, startsAt: '09:00' }];

export const setSession = (session: Entity<'session'>, set: Pick<Values<'session'>, 'type' | 'status'>) =>
  commit([change('session', session, { set })]);

export const setProgramme = (
  programme: Entity<'programme'>,
  set: Pick<Values<'programme'>, 'startsOn' | 'endsOn' | 'durationMonths' | 'completerPercent'>,
) => commit([change('programme', programme, { set })]);

/** What a side is called in this programme; an empty name takes the catalogue's word again. */
export async function setSideLabel(programme: Entity<'programme'>, side: Side, name: string, finishing: string) {
  const { sideLabels } = (await record('programme', programme.id)) ?? programme;
  const { [side]: _, ...others } = sideLabels ?? {};
  const named = name === '' ? others : { ...others, [side]: name };
  return commit([change('programme', programme, { set: { sideLabels: named } })], { finishing: [finishing] });
}

/** Changes one day, by its index from 0, and leaves the others as they are now on disk. */
export async function setDay(session: Entity<'session'>, at: number, day: Partial<Day>) {
  const days = await daysNow(session);
  return writeDays(
    session,
    days.map((one, index) => (index === at ? { ...one, ...day } : one)),
  );
}

export async function addDay(session: Entity<'session'>) {
  const days = await daysNow(session);
  return writeDays(session, [...days, { date: null, startsAt: days.at(-1)?.startsAt ?? '09:00' }]);
}

/** Brings back what the removal changed. */
type TakeBack = () => ReturnType<typeof commit>;

/**
 * Removes the last day; its blocks go to the end of the day before. A day on which people are marked present stays.
 */
export async function removeLastDay(
  session: Entity<'session'>,
): Promise<Result<TakeBack, CommitFailure | { readonly type: 'day/people-present' }>> {
  const days = await daysNow(session);
  const last = days.length - 1;
  const [attendance, blocks] = await Promise.all([
    recordsIn('attendance', session.scope),
    recordsIn('block', session.scope),
  ]);
  if (attendance.some(({ day, present }) => day === last && present === true))
    return err({ type: 'day/people-present' });
  const moved = blocks.filter(({ day }) => (day ?? 0) >= last);
  const before = blocks.filter(({ day }) => (day ?? 0) < last);
  const orders = ordersAfter(before, moved.length);
  const moves = moved.map((block, at) => change('block', block, { set: { day: last - 1, order: orders[at] } }));
  const written = await commit([daysChange(session, days.slice(0, -1)), ...moves]);
  if (!written.ok) return written;
  const back = moved.map((block) =>
    change('block', block, { set: { day: block.day ?? null, order: block.order ?? null } }),
  );
  return ok(() => commit([daysChange(session, days), ...back]));
}

const daysNow = async (session: Entity<'session'>): Promise<Days> =>
  (await record('session', session.id))?.days ?? oneDay;
const daysChange = (session: Entity<'session'>, days: Days): Change => change('session', session, { set: { days } });
const writeDays = (session: Entity<'session'>, days: Days) => commit([daysChange(session, days)]);

/** Whose outputs a list is of. */
export type OutputOwner =
  | { readonly noun: 'output'; readonly scope: Scope; readonly sessionId: Id<'session'> }
  | { readonly noun: 'programmeOutput'; readonly scope: Scope; readonly programmeId: Id<'programme'> };

export const outputsOf = (owner: OutputOwner): Promise<readonly AnyOutput[]> =>
  owner.noun === 'output' ? recordsIn('output', owner.scope) : recordsIn('programmeOutput', owner.scope);

/** Adds an output after those on the disk; `finishing` is the draft that it ends. */
export async function addOutput(owner: OutputOwner, statement: string, finishing: string) {
  const [{ newId }, list] = await Promise.all([device(), outputsOf(owner)]);
  const order = orderBetween(list.at(-1), undefined);
  const added =
    owner.noun === 'output'
      ? newRecord('output', newId('output'), owner.scope, { sessionId: owner.sessionId, order, statement })
      : newRecord('programmeOutput', newId('programmeOutput'), owner.scope, {
          programmeId: owner.programmeId,
          order,
          statement,
        });
  return commit([added], { finishing: [finishing] });
}

/** Moves an output one place up (-1) or down (1). */
export function moveOutput(list: readonly AnyOutput[], output: AnyOutput, by: -1 | 1) {
  const others = list.filter(({ id }) => id !== output.id);
  const to = list.indexOf(output) + by;
  return commit([changeOutput(output, { set: { order: orderBetween(others[to - 1], others[to]) } })]);
}

export const setOutputDeleted = (output: AnyOutput, deleted: boolean) => commit([changeOutput(output, { deleted })]);

const changeOutput = (output: AnyOutput, parts: { set?: { order: string }; deleted?: boolean }): Change =>
  output.noun === 'output' ? change('output', output, parts) : change('programmeOutput', output, parts);

const device = async () => {
  const replica = await thisDevice();
  return { newId: replica.newId.bind(replica) };
};
