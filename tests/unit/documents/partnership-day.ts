/** A partnership day as a bundle: the shape of the first seed, with people who do not exist. */
import type { SessionBundle } from '#domain/session-bundle.ts';
import type { Kind, Side } from '#domain/nouns/vocabulary.ts';

type Capture = SessionBundle['captures'][number];
type Loose<T> = { readonly [K in keyof T]: T[K] };

/** 09:05 of 22 November 2026 in Seychelles. */
export const startMs = Date.parse('2026-11-22T05:05:00Z');
const minute = 60_000;

let made = 0;
const order = (): string => `a${String((made += 1)).padStart(4, '0')}`;

const block = (id: string, title: string, durationMin: number, more: object = {}) =>
  ({ id, order: order(), day: 0, title, durationMin, ...more }) as unknown as SessionBundle['blocks'][number];
const group = (id: string, label: string, question: string) =>
  ({ id, order: order(), blockId: 'b4', label, question }) as unknown as SessionBundle['groups'][number];

const capture = (
  kind: Kind,
  side: Side | null,
  text: string,
  more: Partial<Loose<Capture>> | Record<string, unknown> = {},
) => {
  const count = made;
  return {
    id: `c${count}`,
    order: order(),
    kind,
    side,
    text,
    createdAt: startMs + count * minute,
    createdBy: 'Facilitator A',
    whereabouts: count % 3 === 0 ? 'on-tablet' : 'on-server',
    ...more,
  } as unknown as Capture;
};

const names = [
  ['İbrahim', 'Işık', 'government', 'Social Development Division'],
  ['Şule Çağrı', 'Öztürk', 'government', 'Social Development Division'],
  ['Marie-Ange', 'Bonnelame', 'government', 'Health Promotion Unit (example)'],
  ['Jean', 'Çelik', 'ngo', 'Zil Pasifik Care Network (example)'],
  ['Aline', 'Desnoeufs', 'ngo', 'Anse Lespwar Family Support (example)'],
  ['Rosie', 'Ah-Time', 'ngo', 'Seselwa Nurses’ Circle (example)'],
  ['Théo', 'Labrosse', 'other', 'LUNGOS'],
  ['=HYPERLINK("x")', '+Hostile', 'ngo', '@Lavwa Lakour Youth (example)'],
] as const;

const people = names.map(
  ([givenName, familyName, side, organisation], at) =>
    ({
      id: `p${at}`,
      givenName,
      familyName,
      organisation,
      side,
      sex: at % 2 === 0 ? 'male' : 'female',
      ageBand: at % 3 === 0 ? '36_54' : '25_29',
      function: 'Officer',
      phone: `+248 2 5${at}0 000`,
      email: `p${at}@example.org`,
    }) as unknown as SessionBundle['people'][number],
);

/** Present: all but one in the morning, five in the afternoon; one marked absent; one not marked at all. */
const attendance = names.flatMap((_, at) => [
  ...(at === 7 ? [] : [{ id: `a${at}am`, personId: `p${at}`, day: 0, part: 'am', present: at !== 6 }]),
  ...(at < 5 ? [{ id: `a${at}pm`, personId: `p${at}`, day: 0, part: 'pm', present: true }] : []),
]) as unknown as SessionBundle['attendance'];

const inGroup = (at: number, more: object = {}) => ({ groupId: `g${at}`, blockId: 'b4', ...more });

export const partnershipDay = (): SessionBundle => {
  made = 0;
  return {
    programme: {
      id: 'programme1',
      title: 'Partnership between the NGO sector and Government',
      reference: 'MoU of 2009',
      implementer: 'LUNGOS',
      fundingStatement: 'This programme is co-financed by the European Union.',
    } as unknown as SessionBundle['programme'],
    session: {
      id: 's1',
      title: 'Exploring partnership work between the NGO sector and the Government of Seychelles',
      type: 'workshop',
      status: 'live',
      days: [{ date: null, startsAt: '09:00' }],
      aim: 'To explore how NGOs in Seychelles can develop closer working practices with the Government to meet national policy objectives.',
      requirement:
        'To advise on the development and implementation of a day-long stakeholder session bringing together NGO representatives and government officials.',
      participantsNote: 'Approximately 15 government officials, 15 NGO members, LUNGOS staff and associates.',
      noIssues: true,
    } as unknown as SessionBundle['session'],
    register: null,
    outputs: [
      'NGO and Government views on what principles should guide partnership working',
      'Specific examples of good practice',
    ].map(
      (statement, at) =>
        ({
          id: `o${at}`,
          order: order(),
          code: `${at + 1}.`,
          statement,
        }) as unknown as SessionBundle['outputs'][number],
    ),
    quotas: [
      { id: 'q1', order: order(), field: 'side', value: 'government', target: 15 },
      { id: 'q2', order: order(), field: 'side', value: 'ngo', target: 15 },
      { id: 'q3', order: order(), field: 'side', value: 'other', target: 5, label: 'LUNGOS staff and associates' },
    ] as unknown as SessionBundle['quotas'],
    blocks: [
      block('b1', 'Opening', 20, {
        startedAt: startMs,
        endedAt: startMs + 25 * minute,
        facilitator: 'Facilitator A',
        category: 'energise',
      }),
      block('b2', 'What is partnership?', 40, { startedAt: startMs + 25 * minute, category: 'discuss' }),
      block('b3', 'Tea', 15, { category: 'break' }),
      block('b4', 'Barriers: group work', 50, {
        category: 'group_work',
        goal: 'One kind of barrier at each table',
        method: 'World Café',
      }),
      block('b5', 'Lunch', 60, { fixedStart: '12:30', category: 'break' }),
      block('b6', 'Joint projects, MoUs, joint funding', 45, {}),
    ],
    groups: [
      group('g1', 'Philosophical', 'What do we believe that keeps us apart?'),
      group('g2', 'Policy', 'Which policies stand in the way?'),
      group('g3', '', 'Which laws stand in the way?'),
    ],
    themes: [{ id: 't1', title: 'Trust' }] as unknown as SessionBundle['themes'],
    captures: [
      capture('principle', 'ngo', 'Be at the table when the policy is drafted, not when it is launched', {
        blockId: 'b2',
        themeId: 't1',
      }),
      capture('principle', 'government', 'One contact person on each side', {
        blockId: 'b2',
        others: { text: ['One named contact person in each ministry and each NGO'] },
      }),
      capture('quote', 'ngo', 'We were told, we were not asked', { blockId: 'b2', verbatim: true }),
      capture('barrier', 'ngo', 'Each side thinks the other wants control', inGroup(1, { category: 'philosophical' })),
      capture('barrier', 'government', 'No rule on who is consulted, or when', inGroup(2, { category: 'policy' })),
      capture('barrier', 'ngo', 'A grant cannot cross the financial year', inGroup(3, { category: 'legislative' })),
      capture(
        'barrier',
        null,
        'Meetings at 10:00 on workdays; volunteers cannot come',
        inGroup(3, { category: 'practical' }),
      ),
      capture(
        'good_practice',
        'government',
        'Joint home-visit rota for older people',
        inGroup(1, {
          who: 'Health Promotion Unit (example) with two NGOs',
          place: 'Anse Royale',
          when: 'since 2024',
          done: 'One rota for all who visit',
          result: 'Fewer double visits',
        }),
      ),
      capture('pitfall', 'other', '=2+3 MoU signed, no yearly review', { blockId: 'b6' }),
      capture('idea', 'ngo', '-1 meeting a month less', { blockId: 'b6' }),
      capture('decision', 'government', 'A working group meets every quarter', {
        blockId: 'b6',
        owner: 'Social Development Division',
      }),
      capture('action', null, 'Send the list of contact persons', {
        blockId: 'b6',
        owner: 'Théo Labrosse',
        dueOn: '2026-12-04',
        status: 'in_progress',
      }),
      capture('action', null, 'Draft the yearly review', { ...inGroup(2) }),
      capture('commitment', 'government', 'Call for joint projects', {
        blockId: 'b6',
        parties: 'Division and LUNGOS',
        firstStep: 'Write to the Principal Secretary',
        dueOn: '2027-01-15',
      }),
      capture('note', null, 'Said over lunch, outside the agenda', { blockId: 'gone' }),
    ],
    photos: [],
    people,
    registrations: names.map(
      (_, at) =>
        ({
          id: `s1.p${at}`,
          personId: `p${at}`,
          source: at === 7 ? 'walk_in' : 'invited',
          status: 'confirmed',
        }) as unknown as SessionBundle['registrations'][number],
    ),
    attendance,
  };
};
