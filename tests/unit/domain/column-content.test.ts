import { describe, expect, it } from 'vitest';
import type { Table } from '#domain/column-content.ts';
import { columnsLeftOut, guessColumns, hasNames, isSurelyNational, peopleOf } from '#domain/person-columns.ts';

const roles = (table: Table) => guessColumns(table).roles;
const people = (table: Table) => peopleOf(table, guessColumns(table));
/** Invented, with valid check digits: the sample number of Turkish forms. */
const tcSample = '10000000146';

describe('a list without headings', () => {
  it('[PL4] is told from what stands in it', () => {
    expect(
      roles([
        [
          '1',
          'Ayşe Demir',
          'Palandöken Kadın Dayanışma Derneği (örnek)',
          'STK',
          'K',
          '34',
          '0532 000 00 01',
          'a@example.org',
        ],
        ['2', 'İbrahim Işık', 'Ağrı İl Müdürlüğü (örnek)', 'Kamu', 'E', '18-24', '+90 532 000 00 02', 'b@example.org'],
        [
          '3',
          'Şule Çağrı Öztürk',
          'Boğaz Çocuk Hakları Platformu (örnek)',
          'STK',
          'K',
          '51',
          '05320000003',
          'c@example.org',
        ],
      ]),
    ).toEqual(['none', 'fullName', 'organisation', 'side', 'sex', 'ageBand', 'phone', 'email']);
  });

  it('[PL4] may hold given and family names apart, or nothing but names', () => {
    expect(
      roles([
        ['Ayşe', 'Demir', 'Ministry of Family (example)'],
        ['İbrahim', 'Işık', 'Health Promotion Unit (example)'],
      ]),
    ).toEqual(['givenName', 'familyName', 'organisation']);
    expect(roles([['Ayşe'], ['İbrahim']])).toEqual(['fullName']);
    expect(
      guessColumns([
        ['Ayşe Demir', 'Erzurum'],
        ['İbrahim Işık', 'Ağrı'],
      ]).headRow,
    ).toBe(-1);
  });

  it('[PL4] that is no list of people has no names', () => {
    expect(
      hasNames(
        roles([
          ['Item', 'Price'],
          ['Tea', '12'],
          ['Cups', '30'],
        ]),
      ),
    ).toBe(false);
    expect(hasNames(roles([]))).toBe(false);
  });
});

describe('national id numbers', () => {
  it('[PL6] are left out by their heading, and no other role can be given', () => {
    const table = [
      ['Adı Soyadı', 'T.C. Kimlik No'],
      ['Ayşe Demir', '12345678901'],
    ];
    const columns = guessColumns(table);
    expect(columns.roles).toEqual(['fullName', 'nationalId']);
    expect(isSurelyNational(table, columns, 1)).toBe(true);
    expect(JSON.stringify(peopleOf(table, columns))).not.toContain('12345678901');
    expect(columnsLeftOut(table, columns)).toEqual([{ column: 1, head: 'T.C. Kimlik No', nationalId: true }]);
  });

  it('[PL6] are left out under any heading when their check digits hold, a phone’s included', () => {
    const table = [
      ['Name', 'Telefon'],
      ['Ayşe Demir', tcSample],
    ];
    expect(roles(table)).toEqual(['fullName', 'nationalId']);
    expect(isSurelyNational(table, guessColumns(table), 1)).toBe(true);
    expect(roles([['Ayşe Demir', tcSample]])).toEqual(['fullName', 'nationalId']);
  });

  it('[PL6] that stand alone in a column of something else are left out and told', () => {
    const table = [
      ['Name', 'Phone'],
      ['Ayşe Demir', tcSample],
      ['İbrahim Işık', '0532 000 00 01'],
      ['Şule Öztürk', '0532 000 00 02'],
    ];
    expect(people(table)[0]).toEqual({
      line: 2,
      values: { givenName: 'Ayşe', familyName: 'Demir' },
      problems: [{ type: 'national-id', target: 'phone' }],
    });
  });

  it('[PL6] are suspected in 11 or 13 bare digits, but a person may say that it is a phone', () => {
    const table = [
      ['Ayşe Demir', '27821234567'],
      ['İbrahim Işık', '27831234567'],
    ];
    expect(roles(table)).toEqual(['fullName', 'nationalId']);
    expect(isSurelyNational(table, guessColumns(table), 1)).toBe(false);
    expect(
      roles([
        ['Name', 'Mobile'],
        ['Ayşe Demir', '27821234567'],
      ]),
    ).toEqual(['fullName', 'phone']);
    expect(
      roles([
        ['Name', 'Phone'],
        ['Ayşe Demir', '05320000001'],
      ]),
    ).toEqual(['fullName', 'phone']);
  });
});
