/**
 * What a thousand tablets bring back from a day without a network: sessions of four tablets, each tablet with captures,
 * people, attendance and edits of lines that all of them had before. Everything is drawn from the numbers of session and
 * tablet, so that it can be made again to be compared.
 */
import type { Json } from '#domain/json.ts';
import { barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';
import { type Cell, type RecordState, type TextCell, unseen, writeLast, writeText } from '#replication/cell.ts';
import { nextStamp, type Stamp, type Writer } from '#replication/stamp.ts';
import { seeded, type Seeded } from '#tests/support/seeded.ts';

export const tabletsPerSession = 4;
const sessionsPerProgramme = 10;
/** Of one tablet, 200 in all. */
const made = { captures: 140, people: 10, attendance: 30, edits: 20 } as const;
export const changesPerTablet = made.captures + made.people + made.attendance + made.edits;
const linesBefore = tabletsPerSession * made.edits;

const preparedAt = Date.UTC(2026, 0, 14, 9);
const dayBegan = Date.UTC(2026, 0, 15, 9);
const office = 'BenchOff' as Writer;

export const placesOf = (session: number) => {
  const number = String(session).padStart(6, '0');
  const programme = `HerdProgram${String(Math.floor(session / sessionsPerProgramme)).padStart(5, '0')}`;
  const ids = { programme, register: `HerdRegist${number}`, session: `HerdSessio${number}` } as const;
  const scopes = {
    programme: `programme:${ids.programme}`,
    register: `register:${ids.register}`,
    session: `session:${ids.session}`,
  } as const;
  return { ...ids, scopes };
};

/** What the office had made of a session before the day, and all of its tablets hold. */
export function preparedOf(session: number): RecordState[] {
  const chance = seeded(session + 1);
  const { scopes, ...ids } = placesOf(session);
  const stamp = nextStamp(preparedAt, undefined, office);
  const made = (noun: string, id: string, scope: string, texts: Texts, lasts: Lasts) =>
    record(noun, id, scope, stamp, texts, { ...lasts, ...authorship('Office', preparedAt) });
  return [
    ...(session % sessionsPerProgramme === 0
      ? [made('programme', ids.programme, scopes.programme, { title: 'Partnership programme' }, {})]
      : []),
    made('register', ids.register, scopes.register, { title: 'People' }, { programmeId: ids.programme }),
    made(
      'session',
      ids.session,
      scopes.session,
      { title: `Partnership day ${session}` },
      { programmeId: ids.programme, registerId: ids.register, type: 'workshop', status: 'live' },
    ),
    made('block', `HerdBlock_${session}`, scopes.session, { title: 'Groups' }, { sessionId: ids.session, day: 0 }),
    ...Array.from({ length: linesBefore }, (_, line) =>
      made('capture', lineBefore(session, line), scopes.session, { text: sentence(chance) }, captureOf(session, line)),
    ),
  ];
}

/** What one tablet wrote since: 200 deltas, each of the cells that are marked. */
export function changesOf(session: number, tablet: number): RecordState[] {
  const number = session * tabletsPerSession + tablet;
  const chance = seeded(1_000_000 + number);
  const { scopes, ...ids } = placesOf(session);
  const writer = `Herd${String(number).padStart(4, '0')}` as Writer;
  const by = `Facilitator ${tablet + 1}`;
  let at = dayBegan + tablet * 1_000;
  const next = () => ({ at: (at += 20_000 + chance.below(60_000)), stamp: nextStamp(at, undefined, writer) });
  const several = (count: number, make: (index: number) => RecordState) =>
    Array.from({ length: count }, (_, at) => make(at));
  const id = (of: string, index: number) => `${of}${String(number).padStart(5, '0')}_${String(index).padStart(4, '0')}`;

  const people = several(made.people, (index) => {
    const { at, stamp } = next();
    const values = {
      registerId: ids.register,
      givenName: chance.pick(words),
      familyName: chance.pick(words),
      organisation: `${chance.pick(words)} ${chance.pick(words)}`,
      side: chance.pick(sides),
      ...authorship(by, at),
    };
    return record('person', id('HerdPer', index), scopes.register, stamp, {}, values);
  });
  const captures = several(made.captures, (index) => {
    const { at, stamp } = next();
    const values = { ...captureOf(session, index), ...authorship(by, at) };
    return record('capture', id('HerdCap', index), scopes.session, stamp, { text: sentence(chance) }, values);
  });
  const attendance = several(made.attendance, (index) => {
    const { at, stamp } = next();
    const personId = people[index % people.length]?.id ?? '';
    const day = Math.floor(index / people.length);
    const values = { sessionId: ids.session, personId, day, part: 'am', present: true, method: 'tap' };
    const name = `${ids.session}.${personId}.${day}.am`;
    return record('attendance', name, scopes.session, stamp, {}, { ...values, ...authorship(by, at) });
  });
  const before = nextStamp(preparedAt, undefined, office);
  const edits = several(made.edits, (index): RecordState => {
    const { at, stamp } = next();
    const shown = writeText(undefined, '', unseen, before) as TextCell;
    const cells: Record<string, Cell> = { text: writeText(shown, sentence(chance), shown.context, stamp) };
    for (const [field, value] of Object.entries({ updatedAt: at, updatedBy: by }))
      cells[field] = writeLast(undefined, value, stamp);
    const line = lineBefore(session, tablet * made.edits + index);
    return { noun: 'capture', id: line, scope: scopes.session, cells };
  });
  return [...people, ...captures, ...attendance, ...edits];
}

const lineBefore = (session: number, line: number) => `HerdLine${session}_${String(line).padStart(4, '0')}`;

function captureOf(session: number, index: number): Lasts {
  const kind = kinds[index % kinds.length] ?? 'note';
  return {
    sessionId: placesOf(session).session,
    blockId: `HerdBlock_${session}`,
    kind,
    ...(kind === 'barrier' && { category: barrierCategories[index % barrierCategories.length] ?? 'other' }),
    side: sides[index % sides.length] ?? 'ngo',
    order: `a${String(index).padStart(5, '0')}V`,
  };
}

type Lasts = Readonly<Record<string, Json>>;
type Texts = Readonly<Record<string, string>>;

function record(noun: string, id: string, scope: string, stamp: Stamp, texts: Texts, lasts: Lasts): RecordState {
  const cells: Record<string, Cell> = {};
  for (const [field, value] of Object.entries(texts)) cells[field] = writeText(undefined, value, unseen, stamp);
  for (const [field, value] of Object.entries(lasts)) cells[field] = writeLast(undefined, value, stamp);
  return { noun, id, scope, cells };
}

const authorship = (by: string, at: number) => ({ createdAt: at, createdBy: by, createdDevice: by });

const sentence = (chance: Seeded): string =>
  Array.from({ length: chance.between(6, 18) }, () => chance.pick(words)).join(' ');

const words =
  `agree agenda answer budget before between branch children citizen clear clinic coast committee consult council
date decide delay district draft early election evening fair farmers field fund goods group harvest health hear honest house
invite island job join keep law late letter library local market mayor meeting members minister minutes month nobody note
notice number often open order paper parents partner people plan police policy port promise public question reach reason
record region report rights river road rule rural school season share small speak staff street summer table tax teacher
together town trade training transport trust union until village visit vote water weather week winter women work young`.split(
    /\s+/,
  );
