import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { make, textOf } from '#tests/support/documents.ts';
import { sheetOf, sheetsOf } from '#tests/support/office-files.ts';
import { partnershipDay } from './partnership-day.ts';

/** The day with these lines and no others, in the plenary. */
const saying = (...texts: readonly string[]): SessionBundle => {
  const day = partnershipDay();
  const [first] = day.captures;
  if (!first) throw new Error('The day has lines.');
  return {
    ...day,
    captures: texts.map((text, at) => ({ ...first, others: {}, id: `t${at}` as typeof first.id, text })),
  };
};

const hostile = [
  '=1+1',
  '+41 what',
  '-1 meeting',
  '@here',
  '\tbegins with a tab',
  '\rbegins with a return',
  '\nbegins with a break',
  '  =HYPERLINK("http://x","y")',
  '\u200B=1+1',
  '＝1+1',
  '−1 with a real minus',
];
const harmless = ['1 = 1', 'a+b', 'İzmir’de ığdır, Şule Çağrı Öztürk', 'says "quoted", twice', 'one\ntwo', "'quoted'"];

const rowsOf = (csv: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, delimiter, skipEmptyLines: true });

describe('the lines as CSV', () => {
  it.each([',', ';'] as const)('has a byte order mark, CRLF and one line a row with %s', async (separator) => {
    const day = partnershipDay();
    const file = await make({ kind: 'captures-csv', separator }, day);
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.name).toContain(separator === ',' ? ' lines comma.csv' : ' lines semicolon.csv');
    const text = textOf(file);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\r/);
    const { data, errors } = rowsOf(text, separator);
    expect(errors).toEqual([]);
    expect(data).toHaveLength(day.captures.length);
    expect(data[0]).toMatchObject({
      Reference: 'B-01',
      Kind: 'Principle',
      Side: 'NGO',
      Text: 'Be at the table when the policy is drafted, not when it is launched',
      Theme: 'Trust',
      'Written at': '2026-11-22 09:19',
    });
  });

  it.each([',', ';'] as const)('keeps spreadsheets from running what was typed, with %s', async (separator) => {
    const { data } = rowsOf(textOf(await make({ kind: 'captures-csv', separator }, saying(...hostile))), separator);
    expect(data).toHaveLength(hostile.length);
    for (const [at, { Text = '' }] of data.entries()) {
      expect(Text).toBe(`'${(hostile[at] ?? '').replace('\r', '\n')}`);
    }
  });

  it.each([',', ';'] as const)('leaves all else as it was typed, with %s', async (separator) => {
    const { data } = rowsOf(textOf(await make({ kind: 'captures-csv', separator }, saying(...harmless))), separator);
    expect(data.map(({ Text }) => Text)).toEqual(harmless);
  });

  it('carries both texts of a line that two people wrote at once', async () => {
    const { data } = rowsOf(textOf(await make({ kind: 'captures-csv', separator: ',' }, partnershipDay())), ',');
    const line = data.find(({ Text }) => Text === 'One contact person on each side');
    expect(line?.['Also written as']).toBe('One named contact person in each ministry and each NGO');
  });

  it('says what a group was asked, and where each line is', async () => {
    const { data } = rowsOf(textOf(await make({ kind: 'captures-csv', separator: ',' }, partnershipDay())), ',');
    const line = data.find(({ Text }) => Text === 'No rule on who is consulted, or when');
    expect(line).toMatchObject({
      Reference: 'D2-01',
      Block: 'Barriers: group work',
      Group: 'Policy',
      Question: 'Which policies stand in the way?',
      Category: 'Policy',
    });
    expect(new Set(data.map((row) => row['Where it is']))).toEqual(new Set(['On this tablet', 'On the server']));
  });

  it('tells times by the clock of the place that was chosen', async () => {
    const csv = textOf(await make({ kind: 'captures-csv', separator: ',' }, partnershipDay(), 'en', 'Europe/Istanbul'));
    expect(rowsOf(csv, ',').data[0]?.['Written at']).toBe('2026-11-22 08:19');
  });
});

describe('the lines as a workbook', () => {
  it('has the lines, the actions and where the file comes from, with no formula anywhere', async () => {
    const day = partnershipDay();
    const { bytes } = await make({ kind: 'captures-xlsx' }, day);
    const sheets = sheetsOf(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Lines', 'Actions', 'About this file']);
    expect(sheets.filter(({ xml }) => /<f[ >]/.test(xml))).toEqual([]);
    expect(sheetOf(bytes, 'Lines').rows).toHaveLength(day.captures.length);
  });

  it('holds what a spreadsheet could run as text, unchanged', async () => {
    const { rows } = sheetOf((await make({ kind: 'captures-xlsx' }, saying(...hostile, ...harmless))).bytes, 'Lines');
    expect(rows.map(({ Text }) => Text)).toEqual(
      [...hostile, ...harmless].map((text) => ({ kind: 'text', text: text.replace('\r', '\n') })),
    );
  });

  it('holds days and times as numbers that sort', async () => {
    const { bytes } = await make({ kind: 'captures-xlsx' }, partnershipDay());
    const line = sheetOf(bytes, 'Lines').rows.find(({ Text }) => Text?.text === 'Send the list of contact persons');
    // 4 December 2026, counted by hand: 46 360 days after 30 December 1899.
    expect(line?.['Due on']).toEqual({ kind: 'number', text: '46360' });
    expect(line?.['Written at']?.kind).toBe('number');
  });

  it('lists actions and commitments, and says "None" or "Nothing recorded" where there are none', async () => {
    const day = partnershipDay();
    const actionsOf = async (bundle: SessionBundle) =>
      sheetOf((await make({ kind: 'captures-xlsx' }, bundle)).bytes, 'Actions').rows.map(({ Text }) => Text?.text);
    expect(await actionsOf(day)).toEqual([
      'Draft the yearly review',
      'Send the list of contact persons',
      'Call for joint projects',
    ]);
    const without = { ...day, captures: [] };
    expect(await actionsOf(without)).toEqual(['Nothing recorded']);
    expect(await actionsOf({ ...without, session: { ...day.session, noActions: true } })).toEqual(['None']);
  });

  it('marks a text that is longer than a cell holds', async () => {
    const { rows } = sheetOf((await make({ kind: 'captures-xlsx' }, saying('x'.repeat(40_000)))).bytes, 'Lines');
    expect(rows[0]?.['Text']?.text.length).toBeLessThanOrEqual(32_767);
    expect(rows[0]?.['Text']?.text).toMatch(/the whole text is in the report and in the backup\)$/);
  });

  it('speaks the language that was chosen', async () => {
    const { bytes } = await make({ kind: 'captures-xlsx' }, partnershipDay(), 'tr');
    const sheet = sheetOf(bytes, 'Satırlar');
    expect(sheet.rows[0]?.['Tür']?.text).toBe('İlke');
  });
});
