/** The national workshop of example C. Its priorities stand as starred ideas, in their order, until they are a noun of their own. */
import type { ExampleCapture, ExampleSession } from './example.ts';
import { southAfricaRegistrations } from './south-africa-people.ts';

const priority = (text: string): ExampleCapture => ({ kind: 'idea', starred: true, verbatim: true, text });

export const southAfricaWorkshop: ExampleSession = {
  key: 'workshop',
  register: 'people',
  title: 'National workshop (including provinces)',
  type: 'workshop',
  status: 'closed',
  days: [
    { date: '2007-09-17', startsAt: '09:00' },
    { date: '2007-09-18', startsAt: '09:00' },
  ],
  aim: 'Feeds back learnings from nodes and provinces, implications of SLA and identifies priorities for national action',
  participantsNote: 'National and provincial departments',
  summary:
    'National workshop held on 17-18 September with reasonable attendance from national and provincial departments. Key issues arising from the qualitative work identified with implications for DSD. Although challenging DSD accepted these and suggested the findings should be taken to EXCO. Key areas for support were identified. A presentation was prepared for EXCO for the DDG to present on the emerging findings.',
  // "Action needed: None".
  noActions: true,
  people: southAfricaRegistrations,
  blocks: [
    { day: 0, title: 'Learnings from nodes and provinces', category: 'present', durationMin: 120 },
    { day: 0, title: 'Lunch', category: 'break', durationMin: 60, fixedStart: '13:00' },
    {
      day: 0,
      title: 'Implications of SLA',
      category: 'discuss',
      durationMin: 120,
      captures: [
        {
          kind: 'decision',
          side: 'government',
          text: 'Although challenging DSD accepted these and suggested the findings should be taken to EXCO.',
        },
      ],
    },
    {
      day: 1,
      title: 'Priorities for support',
      category: 'decide',
      durationMin: 150,
      goal: 'The workshop of 17-18 September came up with the following priorities for support',
      captures: [
        priority('Improving integration and coordination within DSD and with others stakeholders'),
        priority(
          'Clarifying within DSD on what we mean by social/ community development (and fast-track finalization of community development policy (and so DSD’s role in social and community development)',
        ),
        priority('Defining appropriate services and delivery to address this policy'),
        priority('Building capacity of DSD staff to undertake this'),
        priority('Developing an approach to reflecting, M&E, learning and dissemination within DSD'),
        priority('Further research'),
        priority('Budgeting for supporting this rollout process'),
      ],
    },
    { day: 1, title: 'Lunch', category: 'break', durationMin: 60, fixedStart: '13:00' },
    {
      day: 1,
      title: 'Way forward',
      category: 'group_work',
      durationMin: 90,
      goal: 'Other points made by the way forward group included',
      groups: [
        {
          label: 'Way forward group',
          captures: [
            priority('Developing political buy in from provinces – run provincial workshops on the emerging findings'),
            priority('Mainstream SLA in DSD – develop a DSD-specific SL approach'),
            priority('Develop concrete ideas of how livelihoods can be improved and the role of DSD'),
            priority('Ensure alignment strategies at different levels'),
            priority('Longer-term – look at quality of the working environment and retention of staff'),
            priority('Develop and implement a communication strategy for sharing research results.'),
          ],
        },
      ],
      captures: [
        {
          kind: 'lesson',
          verbatim: true,
          text: 'The work has just started so no particular lessons, except the difficulty of organising meetings as DSD staff are so busy mean many delays in processes.',
        },
      ],
    },
  ],
};
