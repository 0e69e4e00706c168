/** What Home does with sessions: starts one, copies one, puts one away, brings it back. */
import type { Id } from '#domain/id.ts';
import { ok, type Result } from '#domain/result.ts';
import type { NounName, Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { newRecord } from '#storage/new-record.ts';
import { isExampleScope } from '#storage/queries/sessions.ts';
import { mayAddTo, scopeLimit } from '#storage/queries/scope-limit.ts';
import { recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

type SessionId = Id<'session'>;

/** A programme, its register and a session, all untitled, in one commit. */
export async function startSession(): Promise<Result<SessionId, CommitFailure>> {
  const programme = await newProgramme({});
  const { sessionId, changes } = await newSession(programme);
  return answering(sessionId, await commit([...programme.changes, ...changes]));
}

/** One more session beside those that a programme has. It stays with an example that it was added to. */
export async function addSession(
  programmeId: Id<'programme'>,
  registerId: Id<'register'> | null | undefined,
): Promise<Result<SessionId, CommitFailure>> {
  const scope = scopeOf('programme', programmeId);
  const register = registerId ? { registerId, changes: [] } : await newRegister(programmeId);
  const { sessionId, changes } = await newSession({ programmeId, registerId: register.registerId });
  const example = await isExampleScope(scope);
  return answering(sessionId, await commit([...register.changes, ...changes], { example }));
}

/**
 * A session with the same purpose, outputs, quotas, agenda and groups: without dates, place, people or anything that
 * was said. The copy of an example is real work, in a programme of its own; so is one from a
 * programme to which this tablet may add none.
 */
export async function duplicateSession(
  original: Entity<'session'>,
  programme: Entity<'programme'> | undefined,
  title: string,
): Promise<Result<SessionId, CommitFailure>> {
  const { newId } = await ids();
  const home =
    original.programmeId &&
    original.registerId &&
    !(await isExampleScope(original.scope)) &&
    mayAddTo(await scopeLimit(scopeOf('programme', original.programmeId)))
      ? { programmeId: original.programmeId, registerId: original.registerId, changes: [] }
      : await newProgramme(programme ? contentOf(programme, [...programmeKeeps]) : {});
  const { sessionId, changes } = await newSession(home, {
    ...contentOf(original, ['type', 'host', 'round', 'aim', 'requirement', 'participantsNote']),
    title,
    days: (original.days ?? oneDay).map(({ startsAt }) => ({ date: null, startsAt })),
  });
  const scope = scopeOf('session', sessionId);
  const [outputs, quotas, blocks, groups] = await Promise.all([
    recordsIn('output', original.scope),
    recordsIn('quota', original.scope),
    recordsIn('block', original.scope),
    recordsIn('group', original.scope),
  ]);
  const blockIds = new Map(blocks.map(({ id }) => [id, newId('block')]));
  const copy = <N extends NounName>(one: Entity<N>, id: Id<N>, fields: readonly (keyof Values<N> & string)[]) =>
    newRecord(one.noun, id, scope, { ...contentOf(one, fields), sessionId });
  const copies = [
    ...outputs.map((one) => copy(one, newId('output'), ['order', 'code', 'statement'])),
    ...quotas.map((one) => copy(one, newId('quota'), ['order', 'field', 'value', 'target', 'label'])),
    ...blocks.map((one) => copy(one, blockIds.get(one.id) ?? newId('block'), [...blockKeeps])),
    ...groups.map((one) => {
      const blockId = one.blockId ? blockIds.get(one.blockId) : undefined;
      const values = contentOf(one, ['order', 'label', 'question', 'place']);
      return newRecord('group', newId('group'), scope, { ...values, sessionId, ...(blockId && { blockId }) });
    }),
  ];
  return answering(sessionId, await commit([...home.changes, ...changes, ...copies]));
}

const blockKeeps = [
  'day',
  'order',
  'title',
  'category',
  'method',
  'durationMin',
  'fixedStart',
  'facilitator',
  'goal',
  'instructions',
  'materials',
] as const;

const programmeKeeps = [
  'title',
  'reference',
  'programmeYear',
  'contractType',
  'implementer',
  'lead',
  'contractingBody',
  'funders',
  'fundingStatement',
  'purpose',
  'sideLabels',
  'completerPercent',
] as const;

/** Puts a session among the archived ones, or back to where it was. */
export const setStatus = (session: Entity<'session'>, status: Values<'session'>['status']) =>
  commit([change('session', session, { set: { status: status ?? null } })]);

/** Takes a session off the lists; what is in it stays, and comes back with it. */
export const setDeleted = (session: Entity<'session'>, deleted: boolean) =>
  commit([change('session', session, { deleted })]);

const oneDay: NonNullable<Values<'session'>['days']> = [{ date: null, startsAt: '09:00' }];

interface Home {
  readonly programmeId: Id<'programme'>;
  readonly registerId: Id<'register'>;
}

async function newProgramme(values: Values<'programme'>): Promise<Home & { readonly changes: readonly Change[] }> {
  const { newId } = await ids();
  const programmeId = newId('programme');
  const register = await newRegister(programmeId);
  const programme = newRecord('programme', programmeId, scopeOf('programme', programmeId), values);
  return { programmeId, registerId: register.registerId, changes: [programme, ...register.changes] };
}

async function newRegister(programmeId: Id<'programme'>) {
  const { newId } = await ids();
  const registerId = newId('register');
  const changes = [newRecord('register', registerId, scopeOf('register', registerId), { programmeId })];
  return { registerId, changes };
}

async function newSession({ programmeId, registerId }: Home, values: Values<'session'> = {}) {
  const { newId } = await ids();
  const sessionId = newId('session');
  const defaults = { programmeId, registerId, status: 'draft' as const, days: oneDay };
  return {
    sessionId,
    changes: [newRecord('session', sessionId, scopeOf('session', sessionId), { ...defaults, ...values })],
  };
}

const ids = async () => {
  const device = await thisDevice();
  return { newId: <N extends NounName>(noun: N): Id<N> => device.newId(noun) };
};

const contentOf = <N extends NounName, F extends keyof Values<N> & string>(
  original: Entity<N>,
  fields: readonly F[],
): Pick<Values<N>, F> =>
  Object.fromEntries(fields.map((field) => [field, original[field]])) as unknown as Pick<Values<N>, F>;

const answering = <T>(value: T, written: Awaited<ReturnType<typeof commit>>): Result<T, CommitFailure> =>
  written.ok ? ok(value) : written;
