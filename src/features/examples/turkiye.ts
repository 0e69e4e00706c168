/** Example B: a programme of thirty trainings, three rounds in ten provinces, with one register a province. */
import type { Example } from './example.ts';
import { erzurumPeople } from './turkiye-erzurum.ts';
import { istanbulPeople } from './turkiye-istanbul.ts';
import { provinces } from './turkiye-provinces.ts';
import { turkiyeTrainings } from './turkiye-trainings.ts';

export const turkiye: Example = {
  name: 'turkiye',
  programme: {
    title:
      'Technical Assistance for Strengthening the Capacity of the Ministry of Family, Labour and Social Services for Public-CSO Cooperation',
    programmeYear: '2014',
    reference: '2014 Action Document',
    contractType: 'Technical Assistance',
    implementer: 'Ministry of Family, Labour and Social Services',
    lead: 'Ministry of Foreign Affairs, Directorate for EU Affairs',
    contractingBody: 'Ministry of Treasury and Finance, Central Finance and Contracts Unit',
    funders: 'Republic of Turkey and the European Union',
    fundingStatement: 'Co-financed by the Republic of Turkey and the European Union',
    startsOn: '2018-05-14',
    durationMonths: 24,
    purpose: [
      '“Technical Assistance for Strengthening the Capacity of the Ministry of Family, Labour and Social Services for Public-CSO Cooperation“, is conducted by the Ministry of Family, Labour and Social Services and Ministry of Foreign Affairs, Directorate for EU Affairs within the scope of Civil Society Sector 2014 Programming. As being the lead institution of civil society sub-sector, Directorate for EU Affairs is responsible for the coordination and monitoring of the project. The project, contracted by the Ministry of Treasury and Finance, Central Finance and Contracts Unit and co-financed by the Republic of Turkey and the European Union, will be implemented between May 2018 – May 2020, for 24 months in total.',
      'The overall purpose of the Project is to strengthen the cooperation between public sector and CSOs in general and between the Ministry of Family, Labour and Social Services and CSOs involved in social policy sphere in particular. The project aims at supporting civil society development by ensuring more active and democratic participation in policy and decision-making processes, promoting fundamental rights and enhancing dialogue.',
      'Project activities will be carried out with the participation from 10 pilot and their neighbouring provinces.',
    ].join('\n\n'),
    sideLabels: { government: 'Kamu', ngo: 'STK', other: 'Proje ekibi' },
  },
  outputs: [
    {
      code: 'Output 1',
      statement:
        'Increasing the capacity of the MoFLSS and CSOs in terms of mutual policy making, implementation, monitoring and evaluation',
    },
    { code: 'Output 2', statement: 'Increasing the capacity of CSOs regarding legal assistance and counselling' },
    {
      code: 'Output 3',
      statement:
        'Preparing Code of Conduct and increasing the capacity and experience of both public sector and CSOs on negotiation within the scope of negotiation preparations for the “Chapter 19: Social Policy and Employment” during the accession process',
    },
    {
      code: 'Output 4',
      statement:
        'Strengthening the cooperation among CSOs and between CSOs and the MoFLSS and relevant public institutions in the field of social policy',
    },
  ],
  registers: provinces.map(({ key, name }) => ({
    key,
    title: name,
    place: name,
    ...(key === 'erzurum' && { people: erzurumPeople }),
    ...(key === 'istanbul' && { people: istanbulPeople }),
  })),
  sessions: turkiyeTrainings,
};
