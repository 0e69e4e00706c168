/** What the three source documents say, where a noun holds it today: texts word by word, and records with their values. */
import type { ExampleName } from '#features/examples/example-names.ts';

interface SeedFacts {
  /** Found in one text of one record, whatever its spaces and capitals. */
  readonly texts: readonly string[];
  /** How many records of a noun have these values; one where no count is given. */
  readonly records: readonly {
    readonly noun: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly count?: number;
  }[];
  /** Bodies that the source itself names. */
  readonly organisations: readonly string[];
}

const tbc = (days: number, startsAt: string) => Array.from({ length: days }, () => ({ date: null, startsAt }));

const neighbours = {
  Erzurum: 'Artvin, Ardahan, Kars, Ağrı, Muş, Bingöl, Erzincan',
  İstanbul: 'Tekirdağ',
  Bursa: 'Yalova, Kocaeli, Bilecik, Kütahya, Balıkesir',
  Ankara: 'Eskişehir, Bolu, Çankırı, Kırıkkale, Kırşehir, Aksaray',
  Trabzon: 'Giresun, Gümüşhane, Bayburt, Rize',
  Diyarbakır: 'Malatya, Adıyaman, Elazığ, Batman, Mardin',
  Antalya: 'Muğla, Burdur, Isparta, Konya, Karaman',
  Gaziantep: 'Şanlıurfa, Kilis, Hatay, Kahramanmaraş',
  İzmir: 'Manisa, Aydın',
  Adana: 'Mersin, Niğde, Kayseri, Osmaniye',
} as const;

const rounds = [
  [
    1,
    'December 2018 – January 2019',
    'Quality Service Delivery in Social Sector- I',
    'Quality Service Delivery in Social Sector- II',
    'Organisational Capacity – Advocacy and Communication',
  ],
  [
    2,
    'February – April 2019',
    'Project Management Cycle I',
    'Project Management Cycle II',
    'Volunteer Management and Community Mobilisation',
  ],
  [
    3,
    'March – July 2019',
    'Resource Mobilisation (fundraising), Management and Strategic Planning',
    'Participation and Involvement Cooperation with Local Authorities',
    'Legal Environment for CSOs',
  ],
] as const;
const roundNames = ['1st Round Training Programme', '2nd Round Training Programme', '3rd Round Training Programme'];

export const seedFacts: Readonly<Record<ExampleName, SeedFacts>> = {
  seychelles: {
    organisations: ['LUNGOS', 'Social Development Division'],
    texts: [
      'Exploring partnership work between the NGO sector in Seychelles and the Republic of Seychelles Government',
      'Under the Macroeconomic Reform Programme which started in November 2008, the government has adopted the policy to move further into the role of facilitator',
      'to strengthen its partnership with other key stakeholders especially the NSAs to play a more active and participatory role in addressing and tackling social problems within the country.',
      'the signing of the MOU partnership agreement with LUNGOS in 2009 and therefore confirmed LUNGOS as a legitimate partner in the development of Seychelles.',
      '‘Enhancing the role and capacity of Civil Society to effectively contribute in policy processes and national development initiatives’',
      'a one day workshop with the social Development Division in the Ministry of Social affairs with the objective of defining partnership.',
      'To explore how NGOs in Seychelles can develop closer working practices with the Seychelles government to meet national policy objectives to improve the health and wellbeing of all Seychelles citizens and to benefit society more widely.',
      'To advise on the development and implementation of a day-long stakeholder session bringing together NGO representatives and government officials to explore partnership working.',
      'This will focus on understanding the challenges and opportunities presented by working together and how relationships may be improved to benefit the delivery of health and social development policy in Seychelles.',
      'More broadly, attendees will also benefit from sharing their knowledge and experience, learning from one another and building a collaborative spirit and sense of a shared agenda.',
      'Approximately, 15 Republic of Seychelles government officials drawn from relevant departments',
      'Approximately, 15 NGO members drawn from the Social and Health and Professional Organisations Commission',
      'LUNGOS staff and relevant associates',
      'What is partnership?',
      'What does a partnership between the public sector and CSOs mean for both partners? What is possible? What is not?',
      'Philosophical, policy, legislative and practical barriers to public sector-CSOs partnerships',
      'Case study on partnership of CSO Social Development Division',
      'Focus on areas of mutual interest and specific operational modalities to start and sustain such collaborations.',
      'Developing joint projects, MOUs and joint funding',
      'Concluding remarks - this will sum up the outcomes & evaluation of the day and address next steps.',
    ],
    records: [
      {
        noun: 'session',
        values: { type: 'workshop', status: 'draft', days: tbc(1, '09:00'), venue: null, host: 'LUNGOS' },
      },
      ...[
        'NGO and Government views on what principles should guide partnership working',
        'Specific examples of good practice where NGOs and government work well together',
        'Features identified that constitute a good partnership and barriers that prevent a partnership from working',
        'Ideas for how to manage relationships in the future through greater awareness of the pitfalls, challenges and opportunities offered by closer working arrangements between NGOs and Government',
      ].map((statement) => ({ noun: 'output', values: { statement } })),
      { noun: 'quota', values: { field: 'side', value: 'government', target: 15 } },
      { noun: 'quota', values: { field: 'side', value: 'ngo', target: 15 } },
      { noun: 'quota', values: { field: 'side', value: 'other', label: 'LUNGOS staff and relevant associates' } },
      { noun: 'block', values: { category: 'break', fixedStart: '12:30', durationMin: 60 } },
      { noun: 'group', values: {}, count: 4 },
    ],
  },
  turkiye: {
    organisations: [],
    texts: [
      'conducted by the Ministry of Family, Labour and Social Services and Ministry of Foreign Affairs, Directorate for EU Affairs within the scope of Civil Society Sector 2014 Programming.',
      'As being the lead institution of civil society sub-sector, Directorate for EU Affairs is responsible for the coordination and monitoring of the project.',
      'will be implemented between May 2018 – May 2020, for 24 months in total.',
      'The overall purpose of the Project is to strengthen the cooperation between public sector and CSOs in general and between the Ministry of Family, Labour and Social Services and CSOs involved in social policy sphere in particular.',
      'The project aims at supporting civil society development by ensuring more active and democratic participation in policy and decision-making processes, promoting fundamental rights and enhancing dialogue.',
      'Project activities will be carried out with the participation from 10 pilot and their neighbouring provinces.',
      'co-financed by the Republic of Turkey and the European Union',
    ],
    records: [
      {
        noun: 'programme',
        values: {
          title:
            'Technical Assistance for Strengthening the Capacity of the Ministry of Family, Labour and Social Services for Public-CSO Cooperation',
          programmeYear: '2014',
          reference: '2014 Action Document',
          implementer: 'Ministry of Family, Labour and Social Services',
          contractType: 'Technical Assistance',
          startsOn: '2018-05-14',
          durationMonths: 24,
          lead: 'Ministry of Foreign Affairs, Directorate for EU Affairs',
          contractingBody: 'Ministry of Treasury and Finance, Central Finance and Contracts Unit',
        },
      },
      ...[
        'Increasing the capacity of the MoFLSS and CSOs in terms of mutual policy making, implementation, monitoring and evaluation',
        'Increasing the capacity of CSOs regarding legal assistance and counselling',
        'Preparing Code of Conduct and increasing the capacity and experience of both public sector and CSOs on negotiation within the scope of negotiation preparations for the “Chapter 19: Social Policy and Employment” during the accession process',
        'Strengthening the cooperation among CSOs and between CSOs and the MoFLSS and relevant public institutions in the field of social policy',
      ].map((statement, at) => ({ noun: 'programmeOutput', values: { code: `Output ${at + 1}`, statement } })),
      { noun: 'session', values: { type: 'training', days: tbc(3, '09:30') }, count: 30 },
      ...Object.entries(neighbours).flatMap(([province, list]) => [
        { noun: 'register', values: { title: province, place: province } },
        { noun: 'session', values: { venue: province, participantsNote: `Neighbouring provinces: ${list}` }, count: 3 },
      ]),
      ...rounds.flatMap(([round, window, ...modules], at) => [
        { noun: 'session', values: { round, requirement: `${roundNames[at]}: ${window}` }, count: 10 },
        ...modules.map((title, day) => ({ noun: 'block', values: { day, title }, count: 10 })),
      ]),
      ...['İbrahim', 'IBRAHIM', 'Şule Çağrı'].map((givenName) => ({ noun: 'person', values: { givenName } })),
      ...['Iğdır', 'İğdır'].map((place) => ({ noun: 'person', values: { place } })),
    ],
  },
  'south-africa': {
    organisations: ['DSD', 'Khanya'],
    texts: [
      'The national support process has started with the workshop on 17-18 September and a detailed plan prepared on 16 November 2007.',
      'The objective of the national support is to assist DSD to take forward issues emerging from the ISRDP/URP evaluation of a national nature.',
      'National workshop (including provinces) feeds back learnings from nodes and provinces, implications of SLA and identifies priorities for national action',
      'National workshop held on 17-18 September with reasonable attendance from national and provincial departments.',
      'Key issues arising from the qualitative work identified with implications for DSD. Although challenging DSD accepted these and suggested the findings should be taken to EXCO. Key areas for support were identified.',
      'A presentation was prepared for EXCO for the DDG to present on the emerging findings.',
      'Plans developed for support on priority areas and agreed with CDs',
      'Due to DSD’s full diaries there was much difficulty with getting a meeting to take forward the support, but eventually a meeting was held on 16 November. This clarified the resources available in the extension of the project (including for support and training), and highlighted key priorities for support',
      'Support provided to Chief Directorates CD and PPU around priorities. Includes visits.',
      'First phase of support planned to be on adapted version of SLA for DSD. DSD are working on revising this and it will be discussed with Khanya on 4 December 2007.',
      'Training in SLA has been planned for week of 22 and 29 January.',
      'Monitor implementation and promote learning',
      'Not started yet.',
      'The workshop of 17-18 September came up with the following priorities for support',
      'Other points made by the way forward group included',
      'Khanya has produced a number of guidelines (eg the Guidelines for CBWs) and ideally this would be done as a participatory process with a number of people with relevant skills to offer.',
      'There would not be sufficient resources under the national support component to complete this, but at least an outline could be drawn up with the contents of such a toolkit, and how this could link to the work being done in each province.',
      'In terms of allocation of Khanya’s 29 days, a suggested allocation was',
      'Qualitative research training – 5-10 days (for S&T)',
      'Customizing SLA approach for DSD framework – 2.5 days',
      'Policy/Exco – 2 days may be needed to support DDG',
      'Tool kit – 2 days prep, 2 days event, 1 day write up for 2 people – 10 days',
      'Other issues emerging from the research – 0-5 days',
      'Planning way forward to take forward what is emerging 5 days',
      'In addition there is support on 2 trainings for DSD staff in the SLA, which is planned for January.',
    ],
    records: [
      { noun: 'programme', values: { title: 'DSD national support' } },
      ...['4', '4.1', '4.2', '4.3', '4.4'].map((code) => ({ noun: 'programmeOutput', values: { code } })),
      {
        noun: 'session',
        values: {
          type: 'workshop',
          noActions: true,
          days: [
            { date: '2007-09-17', startsAt: '09:00' },
            { date: '2007-09-18', startsAt: '09:00' },
          ],
        },
      },
      { noun: 'session', values: { type: 'meeting', days: [{ date: '2007-11-16', startsAt: '10:00' }] } },
      { noun: 'session', values: { type: 'training', status: 'draft' }, count: 2 },
      ...[
        'Improving integration and coordination within DSD and with others stakeholders',
        'Clarifying within DSD on what we mean by social/ community development (and fast-track finalization of community development policy (and so DSD’s role in social and community development)',
        'Defining appropriate services and delivery to address this policy',
        'Building capacity of DSD staff to undertake this',
        'Developing an approach to reflecting, M&E, learning and dissemination within DSD',
        'Further research',
        'Budgeting for supporting this rollout process',
        'Developing political buy in from provinces – run provincial workshops on the emerging findings',
        'Mainstream SLA in DSD – develop a DSD-specific SL approach',
        'Develop concrete ideas of how livelihoods can be improved and the role of DSD',
        'Ensure alignment strategies at different levels',
        'Longer-term – look at quality of the working environment and retention of staff',
        'Develop and implement a communication strategy for sharing research results.',
        'Qualitative research training – support by S&T primarily for Population Development',
        'Customizing SLA approach for DSD framework',
        'Policy/Exco – supporting the DDG',
        'Preparing the contents of a possible tool kit for CDPs',
        'Addressing other issues emerging from the research eg community development policy',
        'Planning way forward to take forward what is emerging',
      ].map((text) => ({ noun: 'capture', values: { kind: 'idea', starred: true, text } })),
      {
        noun: 'capture',
        values: {
          kind: 'lesson',
          text: 'The work has just started so no particular lessons, except the difficulty of organising meetings as DSD staff are so busy mean many delays in processes.',
        },
      },
      {
        noun: 'capture',
        values: {
          kind: 'decision',
          text: 'In discussions on 16 November the idea was agreed of developing a toolkit that could be used by the CDPs.',
        },
      },
      { noun: 'capture', values: { kind: 'action', dueOn: '2007-12-04' } },
    ],
  },
};
