/** The four tables of example A, one kind of barrier each. All that was said is invented. */
import type { ExampleGroup } from './example.ts';

export const seychellesGroups: readonly ExampleGroup[] = [
  {
    label: 'Philosophical',
    place: 'Table 1',
    question: 'What do we believe about each other that keeps us apart?',
    rapporteur: 'A nurse of Seselwa Nurses’ Circle (example)',
    captures: [
      { kind: 'barrier', category: 'philosophical', side: 'ngo', text: 'Each side thinks the other wants control' },
      {
        kind: 'barrier',
        category: 'philosophical',
        side: 'government',
        text: 'We expect to be blamed, so we come with answers and not with questions',
      },
      {
        kind: 'principle',
        side: 'ngo',
        text: 'Be at the table when the policy is drafted, not when it is launched',
        starred: true,
      },
      { kind: 'quote', side: 'ngo', text: 'Partners on the poster, visitors at the meeting', verbatim: true },
      { kind: 'enabler', side: 'government', text: 'Some of us have worked on both sides and can explain each' },
      { kind: 'note', text: 'Ten minutes on what the word partner means to each of us' },
    ],
  },
  {
    label: 'Policy',
    place: 'Table 2',
    question: 'Which policies make it hard to work together, and where is there none?',
    captures: [
      { kind: 'barrier', category: 'policy', side: 'ngo', text: 'No rule on who is consulted, or when', severity: 4 },
      {
        kind: 'barrier',
        category: 'policy',
        side: 'government',
        text: 'Each department has its own form for the same grant',
      },
      { kind: 'feature', side: 'government', text: 'A yearly calendar of consultations that both sides can see' },
      { kind: 'idea', side: 'ngo', text: 'One page that says who is asked about what, kept by LUNGOS' },
      { kind: 'issue', side: 'other', text: 'Who keeps the calendar once the workshop is over?', status: 'open' },
    ],
  },
  {
    label: 'Legislative',
    place: 'Table 3',
    question: 'Which laws and regulations stand in the way, and which only seem to?',
    captures: [
      {
        kind: 'barrier',
        category: 'legislative',
        side: 'ngo',
        text: 'A grant cannot cross the financial year',
        severity: 5,
      },
      {
        kind: 'barrier',
        category: 'legislative',
        side: 'government',
        text: 'A family’s file may not be shared, even when the family asks for it',
      },
      { kind: 'idea', side: 'government', text: 'A clause for joint funding that the lawyers have read beforehand' },
      { kind: 'question', side: 'ngo', text: 'Does the MOU of 2009 bind departments that were not there?' },
    ],
  },
  {
    label: 'Practical',
    place: 'Veranda',
    question: 'What goes wrong on an ordinary working day?',
    captures: [
      {
        kind: 'barrier',
        category: 'practical',
        side: 'ngo',
        text: 'Meetings at 10:00 on workdays; volunteers cannot come',
      },
      {
        kind: 'barrier',
        category: 'practical',
        side: 'government',
        text: 'We hear of a project when it asks us for a vehicle',
      },
      { kind: 'barrier', category: 'other', side: 'government', text: 'Rumour travels faster than the minutes' },
      {
        kind: 'good_practice',
        side: 'ngo',
        text: 'Joint home-visit rota for older people: fewer double visits',
        who: 'Zil Pasifik Care Network (example) and the Social Development Division',
        place: 'Three districts',
        when: 'Since two years',
        done: 'One list of visits on paper, shared each Friday; each side takes the streets nearest to it.',
        result: 'Double visits fell from eleven to two in a month.',
        worked: 'The same two people hold the list; nobody needs permission to call the other.',
        contactConsent: true,
      },
      { kind: 'principle', side: 'government', text: 'One contact person on each side', starred: true },
      { kind: 'idea', side: 'ngo', text: 'Meet at 16:30, in turn at each other’s place' },
      { kind: 'pitfall', side: 'ngo', text: 'MoU signed, no yearly review' },
      { kind: 'pitfall', side: 'government', text: 'A pilot that everyone praises and nobody pays for' },
    ],
  },
];
