/** Example A: a one-day partnership workshop, draft, with neither date nor venue. Times and numbers are invented where the source has none. */
import type { Example } from './example.ts';
import { seychellesBlocks } from './seychelles-blocks.ts';
import { seychellesPeople, seychellesRegistrations } from './seychelles-people.ts';

export const seychelles: Example = {
  name: 'seychelles',
  programme: {
    title: 'Partnership between LUNGOS and the Social Development Division',
    implementer: 'LUNGOS with the social Development Division in the Ministry of Social affairs',
    purpose:
      'Under the Macroeconomic Reform Programme which started in November 2008, the government has adopted the policy to move further into the role of facilitator and by doing so to strengthen its partnership with other key stakeholders especially the NSAs to play a more active and participatory role in addressing and tackling social problems within the country. The first major step toward achieving such important aim was the signing of the MOU partnership agreement with LUNGOS in 2009 and therefore confirmed LUNGOS as a legitimate partner in the development of Seychelles. Consequently LUNGOS as the National platform that brings together most of the active NSA players in Seychelles with the aim of ‘Enhancing the role and capacity of Civil Society to effectively contribute in policy processes and national development initiatives’, decided to build on such agreement in initiating a one day workshop with the social Development Division in the Ministry of Social affairs with the objective of defining partnership.',
    sideLabels: { government: 'Government', ngo: 'NGO', other: 'LUNGOS' },
  },
  registers: [{ key: 'people', title: 'Partnership workshop', people: seychellesPeople }],
  sessions: [
    {
      key: 'day',
      register: 'people',
      title:
        'Exploring partnership work between the NGO sector in Seychelles and the Republic of Seychelles Government',
      type: 'workshop',
      status: 'draft',
      days: [{ date: null, startsAt: '09:00' }],
      host: 'LUNGOS',
      aim: 'To explore how NGOs in Seychelles can develop closer working practices with the Seychelles government to meet national policy objectives to improve the health and wellbeing of all Seychelles citizens and to benefit society more widely.',
      requirement:
        'To advise on the development and implementation of a day-long stakeholder session bringing together NGO representatives and government officials to explore partnership working. This will focus on understanding the challenges and opportunities presented by working together and how relationships may be improved to benefit the delivery of health and social development policy in Seychelles.',
      participantsNote: [
        'Approximately, 15 Republic of Seychelles government officials drawn from relevant departments',
        'Approximately, 15 NGO members drawn from the Social and Health and Professional Organisations Commission',
        'LUNGOS staff and relevant associates',
      ].join('\n'),
      outputs: [
        'NGO and Government views on what principles should guide partnership working',
        'Specific examples of good practice where NGOs and government work well together',
        'Features identified that constitute a good partnership and barriers that prevent a partnership from working',
        'Ideas for how to manage relationships in the future through greater awareness of the pitfalls, challenges and opportunities offered by closer working arrangements between NGOs and Government',
      ],
      quotas: [
        { field: 'side', value: 'government', target: 15 },
        { field: 'side', value: 'ngo', target: 15 },
        { field: 'side', value: 'other', target: 5, label: 'LUNGOS staff and relevant associates' },
      ],
      blocks: seychellesBlocks,
      people: seychellesRegistrations,
    },
  ],
};
