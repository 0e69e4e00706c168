/** The planning meeting of example C: six key priorities, the toolkit, and how 29 days might be shared out. */
import type { ExampleCapture, ExampleSession } from './example.ts';

const priority = (text: string): ExampleCapture => ({ kind: 'idea', starred: true, verbatim: true, text });
const allocation = (text: string): ExampleCapture => ({ kind: 'note', verbatim: true, text });

export const southAfricaMeeting: ExampleSession = {
  key: 'plan',
  register: 'people',
  title: 'Planning the national support',
  type: 'meeting',
  status: 'closed',
  days: [{ date: '2007-11-16', startsAt: '10:00' }],
  aim: 'Plans developed for support on priority areas and agreed with CDs',
  summary:
    'Due to DSD’s full diaries there was much difficulty with getting a meeting to take forward the support, but eventually a meeting was held on 16 November. This clarified the resources available in the extension of the project (including for support and training), and highlighted key priorities for support',
  blocks: [
    {
      title: 'Key priorities',
      category: 'decide',
      durationMin: 60,
      captures: [
        priority('Qualitative research training – support by S&T primarily for Population Development'),
        priority('Customizing SLA approach for DSD framework'),
        priority('Policy/Exco – supporting the DDG'),
        priority('Preparing the contents of a possible tool kit for CDPs'),
        priority('Addressing other issues emerging from the research eg community development policy'),
        priority('Planning way forward to take forward what is emerging'),
        {
          kind: 'issue',
          text: 'Due to DSD’s full diaries there was much difficulty with getting a meeting to take forward the support',
          status: 'open',
        },
      ],
    },
    {
      title: 'A toolkit for CDPs',
      category: 'discuss',
      durationMin: 45,
      captures: [
        {
          kind: 'decision',
          text: 'In discussions on 16 November the idea was agreed of developing a toolkit that could be used by the CDPs.',
        },
        {
          kind: 'note',
          verbatim: true,
          text: 'Khanya has produced a number of guidelines (eg the Guidelines for CBWs) and ideally this would be done as a participatory process with a number of people with relevant skills to offer. There would not be sufficient resources under the national support component to complete this, but at least an outline could be drawn up with the contents of such a toolkit, and how this could link to the work being done in each province.',
        },
      ],
    },
    {
      title: 'Allocation of Khanya’s 29 days',
      category: 'decide',
      durationMin: 45,
      goal: 'In terms of allocation of Khanya’s 29 days, a suggested allocation was',
      captures: [
        allocation('Qualitative research training – 5-10 days (for S&T)'),
        allocation('Customizing SLA approach for DSD framework – 2.5 days'),
        allocation('Policy/Exco – 2 days may be needed to support DDG'),
        allocation('Tool kit – 2 days prep, 2 days event, 1 day write up for 2 people – 10 days'),
        allocation('Other issues emerging from the research – 0-5 days'),
        allocation('Planning way forward to take forward what is emerging 5 days'),
        allocation(
          'In addition there is support on 2 trainings for DSD staff in the SLA, which is planned for January.',
        ),
        {
          kind: 'action',
          text: 'Meet in Bloemfontein to work on the adapted version of SLA for DSD',
          owner: 'Khanya’s SLA lead with the DSD officer revising the SLA',
          dueOn: '2007-12-04',
          status: 'open',
        },
      ],
    },
  ],
};
