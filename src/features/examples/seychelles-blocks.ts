/** The agenda of example A. Topics are the source's; times and what was said in the plenary are invented. */
import type { ExampleBlock } from './example.ts';
import { seychellesGroups } from './seychelles-groups.ts';

export const seychellesBlocks: readonly ExampleBlock[] = [
  { title: 'Opening', category: 'energise', durationMin: 20 },
  {
    title: 'What is partnership?',
    category: 'present',
    method: 'Presentation and discussion',
    durationMin: 40,
    goal: 'What does a partnership between the public sector and CSOs mean for both partners? What is possible? What is not?',
    captures: [
      { kind: 'definition', side: 'ngo', text: 'Two bodies that decide together and answer for it together' },
      { kind: 'definition', side: 'government', text: 'Each does what it does best, for one plan' },
      { kind: 'possible', side: 'ngo', text: 'Training social workers and volunteers in the same room' },
      { kind: 'possible', side: 'government', text: 'Sharing a draft policy four weeks before it is decided' },
      { kind: 'not_possible', side: 'government', text: 'Promising money before the budget is voted' },
      { kind: 'not_possible', side: 'ngo', text: 'Speaking for the government, or letting it speak for us' },
    ],
  },
  {
    title: 'Philosophical, policy, legislative and practical barriers to public sector-CSOs partnerships',
    category: 'present',
    method: 'Presentation',
    durationMin: 45,
  },
  { title: 'Tea', category: 'break', durationMin: 15 },
  {
    title: 'Group work: one kind of barrier at each table',
    category: 'group_work',
    method: 'Group work',
    durationMin: 50,
    goal: 'Barriers that prevent a partnership from working, and what would lift them',
    materials:
      'Prompts for a silent table: equality, transparency, results orientation, responsibility, complementarity',
    groups: seychellesGroups,
  },
  {
    title: 'Reading back',
    category: 'discuss',
    method: 'Plenary',
    durationMin: 40,
    goal: 'Each table hears its own words and mends them',
    captures: [
      { kind: 'feature', side: 'ngo', text: 'Both sides can say no, and say why' },
      { kind: 'feature', side: 'government', text: 'The same two people in every meeting, with a deputy each' },
    ],
  },
  { title: 'Lunch', category: 'break', durationMin: 60, fixedStart: '12:30' },
  {
    title: 'Case study on partnership of CSO Social Development Division',
    category: 'discuss',
    method: 'Plenary',
    durationMin: 75,
    goal: 'Focus on areas of mutual interest and specific operational modalities to start and sustain such collaborations.',
    captures: [
      {
        kind: 'good_practice',
        side: 'government',
        text: 'Breakfast at school before the bell, run by volunteers with food from the district',
        who: 'Anse Lespwar Family Support (example) and a district office',
        place: 'Two primary schools',
        when: 'One school year',
        done: 'Volunteers cooked and served; the district paid for the food and the gas, on one signed page.',
        result: 'Fewer children absent on Mondays.',
        worked: 'The head teachers counted the plates, so nobody argued about the bill.',
      },
      { kind: 'lesson', side: 'ngo', text: 'The first agreement named people, not posts: when they moved, it stopped' },
      { kind: 'lesson', side: 'government', text: 'We asked for reports that nobody had time to read' },
    ],
  },
  {
    title: 'Developing joint projects, MOUs and joint funding',
    category: 'decide',
    method: 'Plenary',
    durationMin: 45,
    captures: [
      {
        kind: 'commitment',
        text: 'The home-visit rota grows to two more districts',
        parties: 'Social Development Division; Zil Pasifik Care Network (example)',
        firstStep: 'Compare the two lists of visits, street by street',
        status: 'open',
      },
      {
        kind: 'commitment',
        text: 'One joint application for the next training fund',
        parties: 'Health Promotion Unit (example); Seselwa Nurses’ Circle (example)',
        firstStep: 'Agree who signs',
        status: 'open',
      },
    ],
  },
  {
    title: 'Outcomes, evaluation, next steps',
    category: 'decide',
    method: 'Plenary',
    durationMin: 40,
    goal: 'More broadly, attendees will also benefit from sharing their knowledge and experience, learning from one another and building a collaborative spirit and sense of a shared agenda.',
    instructions: 'Concluding remarks - this will sum up the outcomes & evaluation of the day and address next steps.',
    captures: [
      { kind: 'decision', text: 'LUNGOS and the Social Development Division meet once in each quarter' },
      {
        kind: 'action',
        side: 'other',
        text: 'Send everyone these notes, as they were said',
        owner: 'LUNGOS programme officer',
        status: 'open',
      },
      {
        kind: 'action',
        side: 'government',
        text: 'Name one contact person in each department',
        owner: 'Head of the Social Development Division',
        status: 'open',
      },
    ],
  },
];
