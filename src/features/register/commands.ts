/** What a person does to a register. Each is one commit, all or none, and answers what commit answers. */
import { type HalfDay, halfDayKey, type Mark } from '#domain/attendance.ts';
import { type Id, idFromParts } from '#domain/id.ts';
import type { PersonValues } from '#domain/person-columns.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import { type Change, change, fresh } from '#storage/change.ts';
import type { Registered } from '#storage/queries/people.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

type Session = Entity<'session'>;

export interface NewPerson {
  readonly values: PersonValues;
  /** What is known of them already: gaps are filled, nothing is written over. */
  readonly same?: Entity<'person'>;
  /** On the session's list already: nothing of their registration changes. */
  readonly listed?: boolean;
}

export interface Arrival {
  readonly source: 'invited' | 'imported' | 'walk_in';
  /** Present from the start, in this half-day. */
  readonly hereIn?: HalfDay;
  /** Drafts that come to their end with this. */
  readonly finishing?: readonly string[];
}

/** The register of a session; one that names none is given one. */
export const registerOf = (session: Session): Id<'register'> =>
  session.registerId ?? idFromParts('register', session.id);

/** Adds people to the register and to the session's list. Answers their ids beside what commit answers. */
export async function addPeople(session: Session, people: readonly NewPerson[], arrival: Arrival) {
  const device = await thisDevice();
  const ids = people.map(({ same }) => same?.id ?? device.newId('person'));
  const changes = people.flatMap(({ values, same, listed = false }, at): Change[] => {
    const id = ids[at] as Id<'person'>;
    const person = same ? fillGaps(same, values) : newPerson(session, id, values);
    const side = values.side ?? same?.side ?? undefined;
    return [...(person ? [person] : []), ...arrive(session.id, id, side, arrival, listed)];
  });
  const written = await commit(
    [...opening(session), ...changes],
    arrival.finishing && { finishing: arrival.finishing },
  );
  return { ids, written };
}

/** Takes back what `addPeople` did: those it made are deleted, those it put on the list are taken off it. */
export const takeBack = (session: Session, people: readonly NewPerson[], ids: readonly Id<'person'>[]) =>
  commit(
    people.flatMap(({ same, listed = false }, at): Change[] => {
      const personId = ids[at] as Id<'person'>;
      const registration = { id: idFromParts('registration', session.id, personId), scope: session.scope };
      return [
        ...(listed ? [] : [change('registration', registration, { set: { status: 'withdrawn' } })]),
        ...(same
          ? []
          : [change('person', { id: personId, scope: scopeOf('register', registerOf(session)) }, { deleted: true })]),
      ];
    }),
  );

/** Puts people of the register on the session's list, each with the side they are known by. */
export const register = (session: Session, people: readonly Entity<'person'>[], arrival: Arrival) =>
  commit(people.flatMap((person) => arrive(session.id, person.id, person.side ?? undefined, arrival)));

function opening(session: Session): Change[] {
  if (session.registerId) return [];
  const id = registerOf(session);
  return [
    change('register', { id, scope: scopeOf('register', id) }, { set: { programmeId: session.programmeId } }),
    change('session', session, { set: { registerId: id } }),
  ];
}

function newPerson(session: Session, id: Id<'person'>, { accessNeeds, ...values }: PersonValues): Change {
  const registerId = registerOf(session);
  return change(
    'person',
    { id, scope: scopeOf('register', registerId) },
    { set: { registerId, ...values }, ...(accessNeeds && { write: { accessNeeds: fresh(accessNeeds) } }) },
  );
}

/** What the list knows and the register does not; undefined: nothing. */
export function fillGaps(person: Entity<'person'>, values: PersonValues): Change | undefined {
  const named = (person.givenName ?? '') !== '' || (person.familyName ?? '') !== '';
  const { accessNeeds, ...rest } = values;
  const set = Object.fromEntries(
    Object.entries(rest).filter(([field, value]) => {
      if (named && (field === 'givenName' || field === 'familyName')) return false;
      return value !== '' && (person[field as keyof typeof rest] ?? '') === '';
    }),
  );
  const isNew = accessNeeds !== undefined && (person.accessNeeds ?? '') === '';
  if (Object.keys(set).length === 0 && !isNew) return undefined;
  return change('person', person, { set, ...(isNew && { write: { accessNeeds: fresh(accessNeeds) } }) });
}

function arrive(
  sessionId: Id<'session'>,
  personId: Id<'person'>,
  side: Side | undefined,
  { source, hereIn }: Arrival,
  listed = false,
): Change[] {
  const record = { id: idFromParts('registration', sessionId, personId), scope: scopeOf('session', sessionId) };
  const status = source === 'walk_in' ? 'confirmed' : 'invited';
  return [
    ...(listed ? [] : [change('registration', record, { set: { sessionId, personId, side, source, status } })]),
    ...(hereIn ? [mark(sessionId, personId, hereIn, true)] : []),
  ];
}

const mark = (sessionId: Id<'session'>, personId: string, { day, part }: HalfDay, present: boolean | null): Change =>
  change(
    'attendance',
    { id: idFromParts('attendance', sessionId, personId, day, part), scope: scopeOf('session', sessionId) },
    { set: { sessionId, personId: personId as Id<'person'>, day, part, present, method: 'tap' } },
  );

export const setPresence = (sessionId: Id<'session'>, personId: string, halfDay: HalfDay, present: boolean) =>
  commit([mark(sessionId, personId, halfDay, present)]);

/** Marks people present in a half-day; answers with what was marked before, for `unmark`. */
export async function markPresent(
  sessionId: Id<'session'>,
  personIds: readonly string[],
  halfDay: HalfDay,
  marks: readonly Mark[],
) {
  const key = halfDayKey(halfDay);
  const before = new Map<string, boolean | null>(personIds.map((id) => [id, null]));
  for (const { personId, day, part, present } of marks) {
    if (personId != null && before.has(personId) && `${day}.${part}` === key) before.set(personId, present ?? null);
  }
  const absent = [...before].filter(([, present]) => present !== true);
  const written = await commit(absent.map(([id]) => mark(sessionId, id, halfDay, true)));
  return {
    count: absent.length,
    written,
    undo: () => commit(absent.map(([id, present]) => mark(sessionId, id, halfDay, present))),
  };
}

export type SessionStatus = NonNullable<Values<'registration'>['status']>;
/** Takes people off the session's list, or puts them back as they were. Their marks stay. */
export const setStatus = (registrations: readonly Entity<'registration'>[], status?: SessionStatus) =>
  commit(
    registrations.map((registration) =>
      change('registration', registration, { set: { status: status ?? registration.status ?? 'invited' } }),
    ),
  );

/** The side a person takes here, which is also what their next registration begins with. */
export const setSide = ({ registration, person }: Registered, side: Side | null) =>
  commit([
    change('registration', registration, { set: { side } }),
    ...(person ? [change('person', person, { set: { side } })] : []),
  ]);

export const setPerson = (person: Entity<'person'>, set: Partial<Pick<Values<'person'>, 'sex' | 'ageBand'>>) =>
  commit([change('person', person, { set })]);

/** How many are wanted of a value; made where there is no such quota yet, the same on every tablet. */
export function setQuota(
  sessionId: Id<'session'>,
  quota: { readonly id?: Id<'quota'>; readonly field: string; readonly value: string; readonly order: string },
  set: { readonly target?: number; readonly label?: string | null },
) {
  const id = quota.id ?? idFromParts('quota', sessionId, quota.field, foldForId(quota.value));
  const { field, value, order } = quota;
  const made = quota.id ? {} : { sessionId, field, value, order };
  return commit([
    change('quota', { id, scope: scopeOf('session', sessionId) }, { set: { ...made, ...set }, deleted: false }),
  ]);
}

export const removeQuota = (quota: Entity<'quota'>, deleted = true) => commit([change('quota', quota, { deleted })]);

/** Ids take few signs (see idPattern). */
const foldForId = (text: string): string =>
  [...text]
    .map((sign) => (/[A-Za-z0-9_-]/.test(sign) ? sign : `~${(sign.codePointAt(0) ?? 0).toString(36)}`))
    .join('')
    .slice(0, 60);
