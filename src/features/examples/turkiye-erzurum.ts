/**
 * The register of Erzurum in example B. Names are invented and hard on purpose: dotted and dotless i, letters that
 * other languages lack, and one name twice, once in plain capitals as an imported list has it.
 */
import { type AgeBand, examplePerson, type Sex } from './example-person.ts';
import type { ExamplePerson, ExampleRegistration } from './example.ts';

const women = 'Palandöken Kadın Dayanışma Derneği (örnek)';
const access = 'Çoruh Engelsiz Yaşam Derneği (örnek)';
const agri = 'Ağrı İl Müdürlüğü (örnek)';
const erzurum = 'Erzurum İl Müdürlüğü (örnek)';

type Line = readonly [
  key: string,
  given: string,
  familyName: string,
  body: string,
  job: string,
  place: string,
  sex: Sex,
  age: AgeBand,
];

const lines: readonly Line[] = [
  ['ibrahim', 'İbrahim', 'Işık', access, 'Gönüllü koordinatörü', 'Erzurum', 'male', '36_54'],
  ['ibrahim-capitals', 'IBRAHIM', 'ISIK', access, 'Gönüllü', 'Erzurum', 'male', 'not_said'],
  ['sule', 'Şule Çağrı', 'Öztürk', women, 'Başkan', 'Erzurum', 'female', '36_54'],
  ['ilgin', 'Ilgın', 'Gökkuşağı', women, 'Üye', 'Iğdır', 'female', '25_29'],
  ['ipek', 'İpek', 'Uçurtma', women, 'Gönüllü', 'İğdır', 'female', '18_24'],
  ['cigdem', 'Çiğdem', 'Kardelen', erzurum, 'Sosyal çalışmacı', 'Erzurum', 'female', '30_35'],
  ['ozgur', 'Özgür', 'Ağaçkakan', erzurum, 'Psikolog', 'Erzurum', 'male', '30_35'],
  ['gulus', 'Gülüş', 'Şelale', agri, 'Şube müdürü', 'Ağrı', 'female', '55_64'],
  ['umit', 'Ümit', 'Salıncak', agri, 'Sosyolog', 'Ağrı', 'male', '36_54'],
  ['nazli', 'Nazlı', 'Kırçiçeği', access, 'Proje görevlisi', 'Artvin', 'female', '25_29'],
  ['kerem', 'Kerem', 'Fırıldak', access, 'Muhasip', 'Ardahan', 'male', '36_54'],
  ['ayse', 'Ayşe', 'Pusula', women, 'Gönüllü', 'Kars', 'female', '65_plus'],
  ['mujde', 'Müjde', 'Çıngırak', women, 'Gönüllü', 'Muş', 'female', '55_64'],
  ['yigit', 'Yiğit', 'Mızıka', access, 'Gönüllü', 'Bingöl', 'male', '18_24'],
  ['isil', 'Işıl', 'İncirağacı', erzurum, 'Avukat', 'Erzincan', 'female', '30_35'],
];

const publicBodies = new Set([agri, erzurum]);

export const erzurumPeople: readonly ExamplePerson[] = lines.map(
  ([key, givenName, familyName, organisation, job, place, sex, ageBand]) =>
    examplePerson(key, {
      givenName,
      familyName,
      organisation,
      function: job,
      place,
      sex,
      ageBand,
      side: publicBodies.has(organisation) ? 'government' : 'ngo',
    }),
);

const present = (person: string, halfDays: string): ExampleRegistration => ({
  person,
  status: 'confirmed',
  source: 'invited',
  halfDays,
});

/** Three days: the second pair of marks is day 2. */
export const erzurumFirstRound: readonly ExampleRegistration[] = [
  present('ibrahim', '++++++'),
  present('sule', '++--++'),
  present('ilgin', '++++++'),
  { ...present('ipek', '++++++'), source: 'walk_in' },
  present('cigdem', '++++++'),
  present('ozgur', '+++++-'),
  present('gulus', '++++++'),
  present('umit', '+-++++'),
  present('nazli', '++++++'),
  present('ayse', '++++++'),
  present('mujde', '++----'),
  { ...present('isil', ''), status: 'withdrawn' },
];

export const erzurumThirdRound: readonly ExampleRegistration[] = [
  present('ibrahim', '++++++'),
  { ...present('ibrahim-capitals', ''), source: 'imported', status: 'invited' },
  present('ilgin', '++++++'),
  present('cigdem', '++++++'),
  present('gulus', '++++--'),
  present('nazli', '++++++'),
  present('kerem', '++++++'),
  present('mujde', '++++++'),
  present('yigit', '--++++'),
  present('isil', '++++++'),
];
