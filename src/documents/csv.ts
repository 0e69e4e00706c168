/**
 * A table as CSV that Excel, LibreOffice and a script read alike: UTF-8 with a byte order mark (else Excel breaks
 * Turkish letters), CRLF, dates as `2026-11-22 09:30`. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers stay numbers.
 */
import Papa from 'papaparse';
import { type CellValue, type Column, printable, type Table } from './table.ts';
import { wallTime } from './time.ts';

export type Separator = ',' | ';';

export function csvOf(table: Table, { separator, timeZone }: { separator: Separator; timeZone: string }): Uint8Array {
  const text = Papa.unparse(
    {
      fields: table.columns.map(({ label }) => neutral(label)),
      data: table.rows.map((row) => table.columns.map((column, at) => valueOf(column, row[at] ?? null, timeZone))),
    },
    { delimiter: separator, newline: '\r\n', header: true },
  );
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function valueOf({ type }: Column, value: CellValue, timeZone: string): string | number {
  if (value === null) return '';
  if (type === 'number') return typeof value === 'number' ? value : neutral(value);
  if (type === 'date-time' && typeof value === 'number') {
    const { date, clock } = wallTime(value, timeZone);
    return `${date} ${clock}`;
  }
  return neutral(String(value));
}

/** A text that no spreadsheet takes for a formula, whatever blanks or invisible signs stand before the sign. */
export const neutral = (text: string): string => {
  const clean = printable(text);
  return beginsFormula.test(clean) ? `'${clean}` : clean;
};

/** `=`, `+`, `-`, `@`, also full-width and the minus sign, after any blanks; or a tab or line break at the start. */
const beginsFormula =
  /^(?:[\s\u200B-\u200F\u2060\uFEFF\u00AD]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B]|[\t\n\r])/;
