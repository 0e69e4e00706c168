/** What example C plans: two trainings in January, and provincial workshops (invented) made from one template. */
import type { ExampleBlock, ExampleSession } from './example.ts';

export const slaTrainings: readonly ExampleSession[] = ['22', '29'].map((day) => ({
  key: `training-${day}`,
  register: 'people',
  title: `Training in SLA, week of ${day} January`,
  type: 'training',
  status: 'draft',
  days: [{ date: null, startsAt: '09:00' }],
  aim: 'Support on 2 trainings for DSD staff in the SLA, which is planned for January',
  requirement: 'Training in SLA has been planned for week of 22 and 29 January.',
  participantsNote: 'DSD staff',
}));

const template: readonly ExampleBlock[] = [
  { title: 'The emerging findings', category: 'present', durationMin: 60 },
  { title: 'What they mean here', category: 'group_work', durationMin: 90 },
  { title: 'Lunch', category: 'break', durationMin: 60, fixedStart: '13:00' },
  { title: 'What the province takes up', category: 'decide', durationMin: 90 },
];

export const provincialWorkshops: readonly ExampleSession[] = ['Eastern Cape', 'Limpopo', 'KwaZulu-Natal'].map(
  (province) => ({
    key: `province-${province.toLowerCase().replaceAll(/\W/g, '-')}`,
    register: 'people',
    title: `Provincial workshop on the emerging findings – ${province}`,
    type: 'workshop',
    status: 'draft',
    days: [{ date: null, startsAt: '09:00' }],
    venue: province,
    aim: 'Developing political buy in from provinces',
    blocks: template,
  }),
);
