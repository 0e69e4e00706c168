import { describe, expect, it } from 'vitest';
import type { Table } from '#domain/column-content.ts';
import {
  ageBandOfWord,
  columnsLeftOut,
  guessColumns,
  peopleOf,
  roleOfHead,
  sexOfWord,
  sideOfWord,
} from '#domain/person-columns.ts';

const roles = (table: Table) => guessColumns(table).roles;
const people = (table: Table) => peopleOf(table, guessColumns(table));

describe('the headings of a list', () => {
  it.each([
    ['Name', 'fullName'],
    ['Full name', 'fullName'],
    ['FULL NAME (block letters)', 'fullName'],
    ['Name of organisation', 'organisation'],
    ['Organization', 'organisation'],
    ['Surname', 'familyName'],
    ['First name(s)', 'givenName'],
    ['Phone no.', 'phone'],
    ['E-mail', 'email'],
    ['Gender (F/M)', 'sex'],
    ['Adı Soyadı', 'fullName'],
    ['ADI SOYADI', 'fullName'],
    ['Ad-Soyad', 'fullName'],
    ['Soyadı', 'familyName'],
    ['Kurumu', 'organisation'],
    ['Temsil Ettiği Kurum', 'organisation'],
    ['Görevi', 'function'],
    ['İli', 'place'],
    ['Cinsiyet', 'sex'],
    ['Cep Telefonu', 'phone'],
    ['E-posta adresi', 'email'],
    ['Yaş Grubu', 'ageBand'],
    ['Nom et prénom', 'fullName'],
    ['Prénom', 'givenName'],
    ['Nom de l’organisme', 'organisation'],
    ['Fonction', 'function'],
    ['Téléphone', 'phone'],
    ['Tranche d’âge', 'ageBand'],
    ['Signature', 'none'],
    ['İmza', 'none'],
    ['No', 'none'],
    ['', 'none'],
    ['T.C. Kimlik No', 'nationalId'],
    ['TC KİMLİK NUMARASI (11 hane)', 'nationalId'],
    ['ID number', 'nationalId'],
    ['Participant ID', 'nationalId'],
    ['Passport No', 'nationalId'],
    ['N° carte d’identité', 'nationalId'],
  ])('[PL1] "%s" is %s', (head, role) => {
    expect(roleOfHead(head)).toBe(role);
  });

  it('[PL2] are found under lines of title, which are no people', () => {
    const table = [
      ['KATILIMCI LİSTESİ'],
      [],
      ['', 'Adı Soyadı', 'Kurumu'],
      ['1', 'İbrahim Işık', 'Ağrı İl Müdürlüğü (örnek)'],
    ];
    const columns = guessColumns(table);
    expect(columns).toEqual({ headRow: 2, roles: ['none', 'fullName', 'organisation'] });
    expect(peopleOf(table, columns)).toEqual([
      {
        line: 4,
        values: { givenName: 'İbrahim', familyName: 'Işık', organisation: 'Ağrı İl Müdürlüğü (örnek)' },
        problems: [],
      },
    ]);
  });

  it('[PL3] are given once each, and every column not taken is listed', () => {
    const table = [
      ['Name', 'Phone', 'Mobile', 'Signature'],
      ['Ayşe Demir', '0532 000 00 01', '0532 000 00 02', ''],
    ];
    const columns = guessColumns(table);
    expect(columns.roles).toEqual(['fullName', 'phone', 'none', 'none']);
    expect(columnsLeftOut(table, columns)).toEqual([
      { column: 2, head: 'Mobile', nationalId: false },
      { column: 3, head: 'Signature', nationalId: false },
    ]);
  });

  it('[PL3] that promise a side, but hold none, are listed as not taken', () => {
    expect(
      roles([
        ['Name', 'Group'],
        ['Ayşe Demir', 'Table 4'],
      ]),
    ).toEqual(['fullName', 'none']);
    expect(
      roles([
        ['Name', 'Group'],
        ['Ayşe Demir', 'NGO'],
      ]),
    ).toEqual(['fullName', 'side']);
  });

  it('[PL5] part names, or pair them', () => {
    expect(
      roles([
        ['Adı', 'Soyadı'],
        ['Ayşe', 'Demir'],
      ]),
    ).toEqual(['givenName', 'familyName']);
    expect(
      roles([
        ['Nom', 'Prénom'],
        ['Demir', 'Ayşe'],
      ]),
    ).toEqual(['familyName', 'givenName']);
    expect(people([['Nom'], ['Ayşe Demir']])[0]?.values).toEqual({ givenName: 'Ayşe', familyName: 'Demir' });
  });
});

describe('the people of a list', () => {
  it('[PL7] tells what was not understood or too long, with its line, and leaves it empty', () => {
    const table = [
      ['Name', 'Sex', 'Organisation'],
      ['Ayşe Demir', 'F', 'x'.repeat(501)],
      ['İbrahim Işık', 'yes', ''],
    ];
    expect(people(table)).toEqual([
      {
        line: 2,
        values: { givenName: 'Ayşe', familyName: 'Demir', sex: 'female' },
        problems: [{ type: 'too-long', target: 'organisation', length: 501 }],
      },
      {
        line: 3,
        values: { givenName: 'İbrahim', familyName: 'Işık' },
        problems: [{ type: 'not-understood', target: 'sex', text: 'yes' }],
      },
    ]);
  });

  it('[PL8] tells a line that says no name, and passes over empty ones', () => {
    const found = people([
      ['Name', 'Organisation'],
      ['', ' '],
      [' ', 'Health Promotion Unit (example)'],
      ['Ayşe Demir'],
    ]);
    expect(found.map(({ line, problems }) => [line, problems[0]?.type])).toEqual([
      [3, 'no-name'],
      [4, undefined],
    ]);
  });

  it('[PL7] reads sides in three languages and as the programme calls them', () => {
    expect(
      ['Government', 'KAMU', 'Gouv.', 'STK', 'C.S.O', 'ONG', 'Sivil Toplum', 'Diğer', 'staff', 'nobody'].map((word) =>
        sideOfWord(word),
      ),
    ).toEqual(['government', 'government', 'government', 'ngo', 'ngo', 'ngo', 'ngo', 'other', 'other', undefined]);
    expect(sideOfWord('lungos', { other: 'LUNGOS' })).toBe('other');
    expect(
      people([
        ['Name', 'Side'],
        ['Ayşe Demir', 'STK'],
      ])[0]?.values.side,
    ).toBe('ngo');
  });

  it('[PL7] reads ages and their bands', () => {
    expect(['17', '18', '24', '35', '36', '54', '64', '65', '99'].map(ageBandOfWord)).toEqual([
      'under_18',
      '18_24',
      '18_24',
      '30_35',
      '36_54',
      '36_54',
      '55_64',
      '65_plus',
      '65_plus',
    ]);
    expect(
      ['18-24', '30 – 35', '65+', '65 ve üstü', 'Under 18', '18 yaş altı', '<18', 'not said'].map(ageBandOfWord),
    ).toEqual(['18_24', '30_35', '65_plus', '65_plus', 'under_18', 'under_18', 'under_18', 'not_said']);
    expect(['25-34', '1985', '40+', 'young', '', '130'].map(ageBandOfWord)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('[PL7] reads sexes', () => {
    expect(['F', 'Kadın', 'femme', 'E', 'H', 'm', '?'].map(sexOfWord)).toEqual([
      'female',
      'female',
      'female',
      'male',
      'male',
      'male',
      undefined,
    ]);
  });
});
