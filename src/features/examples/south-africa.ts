/** Example C: national support to a department, reported after a two-day workshop. People are named by their role. */
import type { Example } from './example.ts';
import { southAfricaMeeting } from './south-africa-meeting.ts';
import { provincialWorkshops, slaTrainings } from './south-africa-planned.ts';
import { southAfricaPeople } from './south-africa-people.ts';
import { southAfricaWorkshop } from './south-africa-workshop.ts';

/** Wording and progress of the activities, as the report of 3 December 2007 has them. */
const activity = (code: string, wording: string, progress: string) => ({
  code,
  statement: `${wording}\n\nProgress to date: ${progress}`,
});

export const southAfrica: Example = {
  name: 'south-africa',
  programme: {
    title: 'DSD national support',
    reference: 'Report on national support, 3 December 2007',
    implementer: 'Khanya',
    purpose: [
      'The objective of the national support is to assist DSD to take forward issues emerging from the ISRDP/URP evaluation of a national nature.',
      'The national support process has started with the workshop on 17-18 September and a detailed plan prepared on 16 November 2007.',
    ].join('\n\n'),
    sideLabels: { government: 'DSD', ngo: 'CSO', other: 'Khanya' },
  },
  outputs: [
    { code: '4', statement: 'Support provided at national level' },
    activity(
      '4.1',
      'National workshop (including provinces) feeds back learnings from nodes and provinces, implications of SLA and identifies priorities for national action',
      'National workshop held on 17-18 September with reasonable attendance from national and provincial departments. Key issues arising from the qualitative work identified with implications for DSD. Although challenging DSD accepted these and suggested the findings should be taken to EXCO. Key areas for support were identified. A presentation was prepared for EXCO for the DDG to present on the emerging findings.',
    ),
    activity(
      '4.2',
      'Plans developed for support on priority areas and agreed with CDs',
      'Due to DSD’s full diaries there was much difficulty with getting a meeting to take forward the support, but eventually a meeting was held on 16 November. This clarified the resources available in the extension of the project (including for support and training), and highlighted key priorities for support',
    ),
    activity(
      '4.3',
      'Support provided to Chief Directorates CD and PPU around priorities. Includes visits.',
      'See below for detail. First phase of support planned to be on adapted version of SLA for DSD. DSD are working on revising this and it will be discussed with Khanya on 4 December 2007. Training in SLA has been planned for week of 22 and 29 January.',
    ),
    activity('4.4', 'Monitor implementation and promote learning', 'Not started yet.'),
  ],
  registers: [{ key: 'people', title: 'DSD national support', people: southAfricaPeople }],
  sessions: [southAfricaWorkshop, southAfricaMeeting, ...slaTrainings, ...provincialWorkshops],
};
