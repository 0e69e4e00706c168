/** A few people for the workshop of example C. Every name is invented: family names are plants of the country. */
import { examplePerson } from './example-person.ts';
import type { ExamplePerson, ExampleRegistration } from './example.ts';

const national = 'DSD';
const province = (name: string) => `${name} provincial department (example)`;

export const southAfricaPeople: readonly ExamplePerson[] = [
  examplePerson('protea', {
    givenName: 'Nomvula',
    familyName: 'Protea',
    organisation: national,
    function: 'Director, population development',
    side: 'government',
    sex: 'female',
    ageBand: '36_54',
  }),
  examplePerson('marula', {
    givenName: 'Sipho',
    familyName: 'Marula',
    organisation: national,
    function: 'Community development policy',
    side: 'government',
    sex: 'male',
    ageBand: '30_35',
  }),
  examplePerson('baobab', {
    givenName: 'Lerato',
    familyName: 'Baobab',
    organisation: province('Limpopo'),
    function: 'Community development coordinator',
    place: 'Limpopo',
    side: 'government',
    sex: 'female',
    ageBand: '36_54',
  }),
  examplePerson('aloe', {
    givenName: 'Thandeka',
    familyName: 'Aloe',
    organisation: province('KwaZulu-Natal'),
    function: 'Community development practitioner',
    place: 'KwaZulu-Natal',
    side: 'government',
    sex: 'female',
    ageBand: '25_29',
  }),
  examplePerson('sneezewood', {
    givenName: 'Mzwandile',
    familyName: 'Sneezewood',
    organisation: province('Eastern Cape'),
    function: 'Community development coordinator',
    place: 'Eastern Cape',
    side: 'government',
    sex: 'male',
    ageBand: '55_64',
  }),
  examplePerson('rooibos', {
    givenName: 'Annelie',
    familyName: 'Rooibos',
    organisation: 'Khanya',
    function: 'Facilitator',
    side: 'other',
    sex: 'female',
    ageBand: '36_54',
  }),
];

/** Two days: reasonable attendance. */
const marks: Readonly<Record<string, string>> = { aloe: '++  ', sneezewood: '+++-' };

export const southAfricaRegistrations: readonly ExampleRegistration[] = southAfricaPeople.map(({ key }) => ({
  person: key,
  status: 'confirmed',
  source: 'invited',
  halfDays: marks[key] ?? '++++',
}));
