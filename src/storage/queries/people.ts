/** People as a session's register shows them. The withdrawn are left out, and can be asked for. */
import type { Mark } from '#domain/attendance.ts';
import { type Id, idFromParts } from '#domain/id.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { HistoryRow } from '#storage/database.ts';
import { recordsIn } from '#storage/queries/records.ts';
import { type Entity, entityOf, isErasedEntity, isShown } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** One registration with its person; undefined where the person is not on this tablet yet. */
export interface Registered {
  readonly personId: Id<'person'>;
  readonly registration: Entity<'registration'>;
  readonly person: Entity<'person'> | undefined;
}

/** Those on a session's list, in no order; `withdrawn` asks for those taken off it instead. */
export async function registeredIn(scope: Scope, withdrawn = false): Promise<Registered[]> {
  const registrations = (await recordsIn('registration', scope)).filter(
    ({ status, personId }) => personId && (status === 'withdrawn') === withdrawn,
  );
  const rows = await db.nouns().person.bulkGet(registrations.map(({ personId }) => personId as Id<'person'>));
  return registrations.map((registration, at) => {
    const row = rows[at];
    return {
      personId: registration.personId as Id<'person'>,
      registration,
      person: row && isShown(row) ? entityOf('person', row) : undefined,
    };
  });
}

/** What was marked in a session, as plain values: a register of 300 people holds thousands of them. */
export async function marksIn(scope: Scope): Promise<Mark[]> {
  const rows = await db.inScope('attendance', scope).toArray();
  return rows.filter(isShown).map(({ v }) => v as Mark);
}

/** Everyone in a register that may be known again, in no order: the erased are not. */
export const peopleOf = async (registerId: Id<'register'>): Promise<Entity<'person'>[]> =>
  (await recordsIn('person', scopeOf('register', registerId))).filter((person) => !isErasedEntity(person));

/** What was written of a person in a session on this tablet, their marks included; newest first. */
export async function historyOfPerson({ personId, registration }: Registered): Promise<HistoryRow[]> {
  const at = (noun: string, id: string) => db.history.where('[noun+id]').equals([noun, id]).toArray();
  const marks = idFromParts('attendance', registration.sessionId ?? '', personId, '');
  const found = await Promise.all([
    at('person', personId),
    at('registration', registration.id),
    db.history
      .where('[noun+id]')
      .between(['attendance', marks], ['attendance', `${marks}\uFFFF`])
      .toArray(),
  ]);
  return found.flat().sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0));
}
