/** The thirty trainings of example B. Modules and windows are the source's; the hours of a day are invented. */
import type { ExampleBlock, ExampleRegistration, ExampleSession } from './example.ts';
import { erzurumFirstRound, erzurumThirdRound } from './turkiye-erzurum.ts';
import { erzurumGroups, erzurumPlenary } from './turkiye-captures.ts';
import { istanbulFirstRound } from './turkiye-istanbul.ts';
import { type Province, provinces } from './turkiye-provinces.ts';

interface Round {
  readonly round: number;
  readonly name: string;
  readonly window: string;
  /** One a day. */
  readonly modules: readonly [string, string, string];
}

const rounds: readonly Round[] = [
  {
    round: 1,
    name: '1st Round Training Programme',
    window: 'December 2018 – January 2019',
    modules: [
      'Quality Service Delivery in Social Sector- I',
      'Quality Service Delivery in Social Sector- II',
      'Organisational Capacity – Advocacy and Communication',
    ],
  },
  {
    round: 2,
    name: '2nd Round Training Programme',
    window: 'February – April 2019',
    modules: [
      'Project Management Cycle I',
      'Project Management Cycle II',
      'Volunteer Management and Community Mobilisation',
    ],
  },
  {
    round: 3,
    name: '3rd Round Training Programme',
    window: 'March – July 2019',
    modules: [
      'Resource Mobilisation (fundraising), Management and Strategic Planning',
      'Participation and Involvement Cooperation with Local Authorities',
      'Legal Environment for CSOs',
    ],
  },
];

const registrations: Readonly<Record<string, readonly ExampleRegistration[]>> = {
  'r1-erzurum': erzurumFirstRound,
  'r3-erzurum': erzurumThirdRound,
  'r1-istanbul': istanbulFirstRound,
};

export const turkiyeTrainings: readonly ExampleSession[] = rounds.flatMap((round) =>
  provinces.map((province) => training(round, province)),
);

function training({ round, name, window, modules }: Round, province: Province): ExampleSession {
  const key = `r${round}-${province.key}`;
  return {
    key,
    register: province.key,
    title: `${name} – ${province.name}`,
    type: 'training',
    // The source counts the training activities among those accomplished, without their days.
    status: 'closed',
    round,
    venue: province.name,
    host: 'Ministry of Family, Labour and Social Services',
    days: modules.map(() => ({ date: null, startsAt: '09:30' })),
    aim: modules.join('\n'),
    requirement: `${name}: ${window}`,
    participantsNote: `Neighbouring provinces: ${province.neighbours.join(', ')}`,
    blocks: modules.flatMap((module, day) => dayOf(key, module, day)),
    people: registrations[key] ?? [],
  };
}

function dayOf(key: string, module: string, day: number): readonly ExampleBlock[] {
  return [
    { day, title: module, category: 'present', durationMin: 180 },
    { day, title: 'Öğle arası', category: 'break', durationMin: 60, fixedStart: '12:30' },
    {
      day,
      title: 'Uygulama ve grup çalışması',
      category: 'group_work',
      durationMin: 150,
      groups: erzurumGroups[`${key}/${day}`] ?? [],
      captures: erzurumPlenary[`${key}/${day}`] ?? [],
    },
  ];
}
