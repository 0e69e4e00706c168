/** A sheet before it is a file: named columns of one type each, and rows of plain values. */

/**
 * `text`: words. `number`: a number. `date`: a calendar day as `2026-11-22`. `date-time`: milliseconds since 1970,
 * shown at the session's place. A cell without a value is null.
 */
export type ColumnType = 'text' | 'number' | 'date' | 'date-time';
export type CellValue = string | number | null;

export interface Column {
  readonly label: string;
  readonly type: ColumnType;
  /** In characters of the body font. */
  readonly width: number;
  /** A person knows a row by it: shown where there is room for a few columns only. */
  readonly key?: boolean;
  /** In the middle: ticks. */
  readonly centred?: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns that stay in view at the start. */
  readonly frozenColumns?: number;
}

/** Text as any of the formats can hold it: no half characters and no control signs but tab and line break. */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, '\uFFFD');

/** Several texts in one cell, each on its own line. */
export const lines = (texts: readonly (string | null | undefined)[]): string | null => {
  const said = texts.filter((text) => (text ?? '') !== '');
  return said.length > 0 ? said.join('\n') : null;
};

/** What XML 1.0 forbids; a file with one of them does not open. */
// oxlint-disable-next-line no-control-regex -- the control signs are what it is for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
