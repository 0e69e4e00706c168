/** The register of İstanbul in example B. Names and bodies are invented. */
import { examplePerson } from './example-person.ts';
import type { ExamplePerson, ExampleRegistration } from './example.ts';

const children = 'Boğaz Çocuk Hakları Platformu (örnek)';
const directorate = 'İstanbul İl Müdürlüğü (örnek)';

export const istanbulPeople: readonly ExamplePerson[] = [
  examplePerson('ilkay', {
    givenName: 'İlkay',
    familyName: 'Martıgil',
    organisation: children,
    function: 'Savunuculuk sorumlusu',
    place: 'İstanbul',
    side: 'ngo',
    sex: 'female',
    ageBand: '30_35',
  }),
  examplePerson('cagla', {
    givenName: 'Çağla',
    familyName: 'Deniztarağı',
    organisation: children,
    function: 'Gönüllü',
    place: 'Tekirdağ',
    side: 'ngo',
    sex: 'female',
    ageBand: '18_24',
  }),
  examplePerson('sukru', {
    givenName: 'Şükrü',
    familyName: 'Fenerci',
    organisation: directorate,
    function: 'Sosyal çalışmacı',
    place: 'İstanbul',
    side: 'government',
    sex: 'male',
    ageBand: '36_54',
  }),
];

export const istanbulFirstRound: readonly ExampleRegistration[] = istanbulPeople.map(({ key }) => ({
  person: key,
  status: 'confirmed',
  source: 'invited',
  halfDays: '++++++',
}));
