import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import { maxTableBytes, maxTableRows, readPasted, readTableFile } from '#documents/read-table.ts';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;
const rowsOf = (answer: ReturnType<typeof readPasted>) =>
  answer.ok ? answer.value.map(({ rows }) => rows) : answer.error;

describe('a pasted list', () => {
  it('is read by its tabs, with quoted cells whole', () => {
    expect(rowsOf(readPasted('Name\tOrganisation\r\nAyşe Demir\t"Boğaz\nPlatformu (örnek)"\r\n\r\n'))).toEqual([
      [
        ['Name', 'Organisation'],
        ['Ayşe Demir', 'Boğaz\nPlatformu (örnek)'],
      ],
    ]);
  });

  it('is read by the sign that its lines share, and as one column where they share none', () => {
    expect(rowsOf(readPasted('Name;Organisation, place\nAyşe Demir;Boğaz (örnek), İstanbul\nAli Su;x'))).toEqual([
      [
        ['Name', 'Organisation, place'],
        ['Ayşe Demir', 'Boğaz (örnek), İstanbul'],
        ['Ali Su', 'x'],
      ],
    ]);
    expect(rowsOf(readPasted('Ayşe Demir, Boğaz (örnek)\nAli Su, x'))).toEqual([
      [
        ['Ayşe Demir', 'Boğaz (örnek)'],
        ['Ali Su', 'x'],
      ],
    ]);
    expect(rowsOf(readPasted('Ayşe Demir\nAli Su'))).toEqual([[['Ayşe Demir'], ['Ali Su']]]);
  });

  it('keeps empty lines between its lines, so that they keep their numbers', () => {
    expect(rowsOf(readPasted('a\tb\n\nc\td\n\n\n'))).toEqual([[['a', 'b'], [''], ['c', 'd']]]);
  });

  it('gives back what a spreadsheet was kept from running', () => {
    expect(rowsOf(readPasted("Phone\tx\n'+90 532 000 00 01\ty"))).toEqual([
      [
        ['Phone', 'x'],
        ['+90 532 000 00 01', 'y'],
      ],
    ]);
  });

  it('says when there is nothing in it, or too much', () => {
    expect(rowsOf(readPasted(' \n\t\n'))).toEqual({ type: 'table/empty' });
    expect(rowsOf(readPasted('a\tb\n'.repeat(maxTableRows + 1)))).toEqual({
      type: 'table/too-many-rows',
      rows: maxTableRows + 1,
      maxRows: maxTableRows,
    });
  });
});

describe('a file of a list', () => {
  it('is read from every encoding Excel saves text in', async () => {
    const text = 'Adı;Kurumu\nİbrahim Işık;Ağrı Şubesi (örnek)';
    const expected = [
      [
        ['Adı', 'Kurumu'],
        ['İbrahim Işık', 'Ağrı Şubesi (örnek)'],
      ],
    ];
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    const turkish: Readonly<Record<string, number>> = { ı: 0xfd, İ: 0xdd, ğ: 0xf0, Ğ: 0xd0, ş: 0xfe, Ş: 0xde, ö: 0xf6 };
    const ansi = new Uint8Array([...text].map((sign) => turkish[sign] ?? sign.charCodeAt(0)));
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), utf16.buffer, ansi.buffer]) {
      expect(rowsOf(await readTableFile(bytes))).toEqual(expected);
    }
  });

  it('is read from a workbook, each sheet that has rows, numbers and days as a person reads them', async () => {
    const blob = await writeXlsx([
      { sheet: 'Cover', data: [] },
      {
        sheet: 'List',
        data: [
          ['Name', 'Phone', 'When'],
          ['Ayşe Demir', 5_320_000_001, { type: Date, value: new Date(Date.UTC(2026, 10, 22)), format: 'dd/mm/yyyy' }],
        ],
      },
    ]).toBlob();
    const answer = await readTableFile(await blob.arrayBuffer());
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          name: 'List',
          rows: [
            ['Name', 'Phone', 'When'],
            ['Ayşe Demir', '5320000001', '2026-11-22'],
          ],
        },
      ],
    });
  });

  it('says what it is where it is no table', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const broken = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0]);
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    const types = [];
    for (const bytes of [
      old.buffer,
      broken.buffer,
      picture.buffer,
      bytesOf('%PDF-1.7\n1 0 obj'),
      new ArrayBuffer(maxTableBytes + 1),
      bytesOf(''),
    ]) {
      const answer = await readTableFile(bytes);
      types.push(answer.ok ? 'ok' : answer.error.type);
    }
    expect(types).toEqual([
      'table/old-excel',
      'table/unreadable',
      'table/no-table',
      'table/no-table',
      'table/too-large',
      'table/empty',
    ]);
  });
});
