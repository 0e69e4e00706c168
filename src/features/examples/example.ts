/**
 * A bundled example: plain data in the shape in which a person thinks of it, and the changes that put it on the
 * tablet. Ids follow from the example's name and the places in the data, so that loading twice gives one.
 */
import { type Id, idFromParts } from '#domain/id.ts';
import type { NounName, Values } from '#domain/registry.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Change } from '#storage/change.ts';
import { newRecord } from '#storage/new-record.ts';
import { ordersAfter } from '#storage/order.ts';
import type { ExampleName } from './example-names.ts';

export type ExampleCapture = Omit<Values<'capture'>, 'kind' | 'text'> &
  Required<Pick<Values<'capture'>, 'kind' | 'text'>>;

export interface ExampleGroup extends Values<'group'> {
  readonly captures?: readonly ExampleCapture[];
}

export interface ExampleBlock extends Values<'block'> {
  readonly groups?: readonly ExampleGroup[];
  /** Of the plenary of the block. */
  readonly captures?: readonly ExampleCapture[];
}

export interface ExamplePerson extends Values<'person'> {
  /** Names the person within the register. */
  readonly key: string;
}

export interface ExampleRegister {
  readonly key: string;
  readonly title: string;
  readonly place?: string;
  readonly people?: readonly ExamplePerson[];
}

export interface ExampleRegistration extends Values<'registration'> {
  readonly person: string;
  /** Half-days in order, `am` and `pm` of each day: `+` present, `-` marked absent, a space for not marked. */
  readonly halfDays?: string;
}

export interface ExampleSession extends Values<'session'> {
  readonly key: string;
  readonly register: string;
  readonly outputs?: readonly string[];
  readonly quotas?: readonly Values<'quota'>[];
  readonly blocks?: readonly ExampleBlock[];
  readonly people?: readonly ExampleRegistration[];
}

export interface Example {
  readonly name: ExampleName;
  readonly programme: Values<'programme'>;
  readonly outputs?: readonly Values<'programmeOutput'>[];
  readonly registers: readonly ExampleRegister[];
  readonly sessions: readonly ExampleSession[];
}

export const exampleProgrammeId = (name: ExampleName): Id<'programme'> => idFromParts('programme', 'example', name);
export const exampleSessionId = (name: ExampleName, key: string): Id<'session'> =>
  idFromParts('session', 'example', name, key);

/** Every record of an example, for one commit. */
export function changesOf({ name, programme, outputs = [], registers, sessions }: Example): Change[] {
  const programmeId = exampleProgrammeId(name);
  const scope = scopeOf('programme', programmeId);
  return [
    newRecord('programme', programmeId, scope, { ...programme, example: name }),
    ...placed(outputs).map(([output, order], at) =>
      newRecord('programmeOutput', idFromParts('programmeOutput', programmeId, at + 1), scope, {
        programmeId,
        order,
        ...output,
      }),
    ),
    ...registers.flatMap((register) => registerChanges(name, register)),
    ...sessions.flatMap((session) => sessionChanges(name, session, registers)),
  ];
}

const registerId = (name: ExampleName, key: string): Id<'register'> => idFromParts('register', 'example', name, key);
const personId = (name: ExampleName, register: string, key: string): Id<'person'> =>
  idFromParts('person', registerId(name, register), key);

function registerChanges(name: ExampleName, { key, title, place, people = [] }: ExampleRegister): Change[] {
  const id = registerId(name, key);
  const scope = scopeOf('register', id);
  return [
    newRecord('register', id, scope, { programmeId: exampleProgrammeId(name), title, place }),
    ...people.map(({ key: person, ...values }) =>
      newRecord('person', personId(name, key, person), scope, { registerId: id, ...values }),
    ),
  ];
}

function sessionChanges(
  name: ExampleName,
  { key, register, outputs = [], quotas = [], blocks = [], people = [], ...values }: ExampleSession,
  registers: readonly ExampleRegister[],
): Change[] {
  const sessionId = exampleSessionId(name, key);
  const scope = scopeOf('session', sessionId);
  const of = <N extends NounName>(noun: N, id: Id<N>, parts: Values<N>) =>
    newRecord(noun, id, scope, { sessionId, ...parts });
  return [
    newRecord('session', sessionId, scope, {
      programmeId: exampleProgrammeId(name),
      registerId: registerId(name, register),
      ...values,
    }),
    ...placed(outputs).map(([statement, order], at) =>
      of('output', idFromParts('output', sessionId, `o${at + 1}`), { order, statement }),
    ),
    ...placed(quotas).map(([quota, order], at) =>
      of('quota', idFromParts('quota', sessionId, `q${at + 1}`), { order, ...quota }),
    ),
    ...blockChanges(sessionId, blocks, of),
    ...people.flatMap(({ person, halfDays = '', ...registration }) => {
      const id = personId(name, register, person);
      const side = registers.find((list) => list.key === register)?.people?.find((one) => one.key === person)?.side;
      return [
        of('registration', idFromParts('registration', sessionId, id), { personId: id, side, ...registration }),
        ...[...halfDays].flatMap((mark, at) => (mark === ' ' ? [] : [attended(sessionId, id, at, mark === '+', of)])),
      ];
    }),
  ];
}

type InSession = <N extends NounName>(noun: N, id: Id<N>, values: Values<N>) => Change;

function blockChanges(sessionId: Id<'session'>, blocks: readonly ExampleBlock[], of: InSession): Change[] {
  const captureCount = blocks.flatMap(({ captures = [], groups = [] }) => [
    ...captures,
    ...groups.flatMap((group) => group.captures ?? []),
  ]).length;
  // One order over the whole session: the board shows the lines as they were said.
  const captureOrders = ordersAfter([], captureCount)[Symbol.iterator]();
  const captures = (of_: { blockId: Id<'block'>; groupId?: Id<'group'> }, lines: readonly ExampleCapture[] = []) =>
    lines.map((line, at) =>
      of('capture', idFromParts('capture', of_.groupId ?? of_.blockId, `c${at + 1}`), {
        ...of_,
        order: captureOrders.next().value,
        ...line,
      }),
    );
  return placed(blocks).flatMap(([{ groups = [], captures: plenary, ...block }, order], at) => {
    const blockId: Id<'block'> = idFromParts('block', sessionId, `b${at + 1}`);
    return [
      of('block', blockId, { order, ...block }),
      ...captures({ blockId }, plenary),
      ...placed(groups).flatMap(([{ captures: lines, ...group }, place], number) => {
        const groupId: Id<'group'> = idFromParts('group', blockId, `g${number + 1}`);
        return [of('group', groupId, { blockId, order: place, ...group }), ...captures({ blockId, groupId }, lines)];
      }),
    ];
  });
}

function attended(sessionId: Id<'session'>, person: Id<'person'>, at: number, present: boolean, of: InSession): Change {
  const day = Math.floor(at / 2);
  const part = at % 2 === 0 ? 'am' : 'pm';
  const id: Id<'attendance'> = idFromParts('attendance', sessionId, person, day, part);
  return of('attendance', id, { personId: person, day, part, present, method: 'tap' });
}

const placed = <T>(list: readonly T[]): readonly (readonly [T, string])[] => {
  const orders = ordersAfter([], list.length);
  return list.map((item, at) => [item, orders[at] ?? ''] as const);
};
