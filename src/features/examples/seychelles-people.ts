/**
 * The register of example A. Every name is invented: given names as they sound in Creole, family names of plants,
 * birds and fish. Organisations that do not exist say so.
 */
import type { AgeBand, Sex } from './example-person.ts';
import { examplePerson } from './example-person.ts';
import type { ExamplePerson, ExampleRegistration } from './example.ts';

const division = 'Social Development Division';
const health = 'Health Promotion Unit (example)';
const housing = 'Housing Support Office (example)';
const districts = 'District Councils Desk (example)';
const care = 'Zil Pasifik Care Network (example)';
const family = 'Anse Lespwar Family Support (example)';
const nurses = 'Seselwa Nurses’ Circle (example)';
const youth = 'Lavwa Lakour Youth (example)';
const social = 'Social & Health';
const professional = 'Professional Organisation';

type Line = readonly [given: string, familyName: string, body: string, job: string, sex: Sex, age: AgeBand];

const government: readonly Line[] = [
  ['Marilin', 'Bwadroz', division, 'Head of division', 'female', '55_64'],
  ['Zan-Pol', 'Takamaka', division, 'Social worker', 'male', '36_54'],
  ['Terez', 'Kokodmer', division, 'Social worker', 'female', '30_35'],
  ['Antwan', 'Bilenbi', division, 'Planning officer', 'male', '25_29'],
  ['Wiliana', 'Vakwa', division, 'Family counsellor', 'female', '36_54'],
  ['Dezire', 'Kapisen', health, 'Health educator', 'male', '36_54'],
  ['Izabel', 'Zirofle', health, 'Community nurse', 'female', '55_64'],
  ['Fransis', 'Karanbol', health, 'Data clerk', 'male', '18_24'],
  ['Odet', 'Frangipan', housing, 'Case officer', 'female', '36_54'],
  ['Rozalin', 'Sitronel', housing, 'Case officer', 'female', 'not_said'],
  ['Klod', 'Bourzwa', districts, 'District administrator', 'male', '55_64'],
  ['Lina', 'D’Alizé', districts, 'District administrator', 'female', '36_54'],
  ['Stefann', 'Kordonnyen', districts, 'Youth officer', 'male', '30_35'],
];

const ngo: readonly Line[] = [
  ['Zozef', 'Payanke', care, 'Coordinator', 'male', '55_64'],
  ['Mari-Anz', 'Torti', care, 'Volunteer', 'female', '65_plus'],
  ['Elvina', 'Katiti', care, 'Volunteer', 'female', '65_plus'],
  ['Danyel', 'Kannel', care, 'Driver and visitor', 'male', '36_54'],
  ['Perpeti', 'Golan', family, 'Director', 'female', '36_54'],
  ['Rene', 'Lanbi', family, 'Counsellor', 'male', '30_35'],
  ['Zanin', 'Vetiver', family, 'Volunteer', 'female', '25_29'],
  ['Gaëtan', 'Patatran', family, 'Treasurer', 'male', '55_64'],
  ['Felisi', 'Kolibri', nurses, 'Chair', 'female', '55_64'],
  ['Ogis', 'Zourit', nurses, 'Nurse', 'male', '36_54'],
  ['Natali', 'Lalyann', nurses, 'Nurse', 'female', '30_35'],
  ['Véronik', 'Sousouri', nurses, 'Midwife', 'female', '36_54'],
  ['Kevin', 'Tektek', youth, 'Youth leader', 'male', '18_24'],
  ['Chrisla', 'Bigorno', youth, 'Youth leader', 'female', '18_24'],
  ['Zilyen', 'Kapten', youth, 'Sports coach', 'male', '25_29'],
  ['Anriyet', 'Zanmalak', youth, 'Secretary', 'female', '25_29'],
];

const lungos: readonly Line[] = [
  ['Beatris', 'Latanyen', 'LUNGOS', 'Programme officer', 'female', '30_35'],
  ['Marselin', 'Filao', 'LUNGOS', 'Rapporteur', 'male', '25_29'],
  ['Sibil', 'Tamaren', 'LUNGOS', 'Associate', 'female', '36_54'],
  ['Edwar', 'Badamye', 'LUNGOS', 'Associate', 'male', '65_plus'],
];

const of = (side: 'government' | 'ngo' | 'other', prefix: string, lines: readonly Line[]): readonly ExamplePerson[] =>
  lines.map(([givenName, familyName, organisation, job, sex, ageBand], at) =>
    examplePerson(`${prefix}${at + 1}`, {
      givenName,
      familyName,
      organisation,
      function: job,
      side,
      sex,
      ageBand,
      ...(side === 'ngo' && { sector: organisation === nurses ? professional : social }),
    }),
  );

export const seychellesPeople: readonly ExamplePerson[] = [
  ...of('government', 'g', government),
  ...of('ngo', 'n', ngo),
  ...of('other', 'l', lungos),
];

/** The morning: three did not come, one withdrew, one walked in. */
const morning: Readonly<Record<string, Omit<ExampleRegistration, 'person'>>> = {
  g4: { status: 'confirmed', source: 'invited', halfDays: '-' },
  g10: { status: 'withdrawn', source: 'invited' },
  n6: { status: 'confirmed', source: 'invited', halfDays: '-' },
  n13: { status: 'confirmed', source: 'walk_in', halfDays: '+' },
  n16: { status: 'invited', source: 'invited', halfDays: '-' },
};

export const seychellesRegistrations: readonly ExampleRegistration[] = seychellesPeople.map(({ key }) => ({
  person: key,
  ...(morning[key] ?? { status: 'confirmed', source: 'invited', halfDays: '+' }),
}));
