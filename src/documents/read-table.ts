/**
 * A pasted list or a file of one, as tables of text: .xlsx, or text with commas, semicolons or tabs in whatever
 * encoding Excel saved it. A cell is what a person would read in it.
 */
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/universal';
import { err, ok, type Result } from '#domain/result.ts';

export interface ReadSheet {
  /** Empty where the format has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type ReadFailure =
  | { readonly type: 'table/empty' }
  | { readonly type: 'table/too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly type: 'table/too-many-rows'; readonly rows: number; readonly maxRows: number }
  /** An Excel file of before 2007. */
  | { readonly type: 'table/old-excel' }
  /** An .xlsx or .ods that is damaged, locked or something else. */
  | { readonly type: 'table/unreadable' }
  /** A picture, a PDF, a Word file... */
  | { readonly type: 'table/no-table' };

export const maxTableRows = 2000;
export const maxTableBytes = 5_000_000;

/** Reads a file; sheets without a row are left out, and at least one is answered. */
export async function readTableFile(bytes: ArrayBuffer): Promise<Result<readonly ReadSheet[], ReadFailure>> {
  if (bytes.byteLength > maxTableBytes) {
    return err({ type: 'table/too-large', bytes: bytes.byteLength, maxBytes: maxTableBytes });
  }
  const head = new Uint8Array(bytes.slice(0, 8));
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) return err({ type: 'table/old-excel' });
  if (begins(head, [0x50, 0x4b])) return readWorkbook(bytes);
  const text = decode(bytes);
  return text === undefined ? err({ type: 'table/no-table' }) : readPasted(text);
}

/** Reads text as it is pasted from a spreadsheet, or typed line by line. */
export function readPasted(text: string): Result<readonly ReadSheet[], ReadFailure> {
  const delimiter = text.includes('\t') ? '\t' : separatorOf(text);
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: false });
  return checked([{ name: '', rows: data.map((row) => row.map(cellOf)) }]);
}

async function readWorkbook(bytes: ArrayBuffer): Promise<Result<readonly ReadSheet[], ReadFailure>> {
  try {
    const sheets = await readXlsx(bytes);
    return checked(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })));
  } catch {
    return err({ type: 'table/unreadable' });
  }
}

function checked(sheets: readonly ReadSheet[]): Result<readonly ReadSheet[], ReadFailure> {
  const trimmed = sheets
    .map(({ name, rows }) => ({ name, rows: withoutTail(rows) }))
    .filter(({ rows }) => rows.length > 0);
  if (trimmed.length === 0) return err({ type: 'table/empty' });
  const fitting = trimmed.filter(({ rows }) => rows.length <= maxTableRows);
  const rows = Math.max(...trimmed.map((sheet) => sheet.rows.length));
  return fitting.length > 0 ? ok(fitting) : err({ type: 'table/too-many-rows', rows, maxRows: maxTableRows });
}

/** Without the empty rows at its end; those between stay, so that lines keep their numbers. */
function withoutTail(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}

/** A cell as text. The apostrophe before a sign, which keeps a spreadsheet from running it, is not part of it. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return (typeof value === 'string' ? value : String(value as number | boolean)).trim().replace(/^'(?=[=+\-@])/, '');
}

/** The sign that most lines hold equally often; none: one column. */
function separatorOf(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best = { sign: ',', lines: 0 };
  for (const sign of [';', ',', '|']) {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const agreeing = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    if (agreeing > best.lines) best = { sign, lines: agreeing };
  }
  return best.sign;
}

/** UTF-8 or UTF-16 with its mark, else what Excel in Türkiye and western Europe saves; undefined: this is no text. */
function decode(bytes: ArrayBuffer): string | undefined {
  const head = new Uint8Array(bytes.slice(0, 2));
  if (begins(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const sample = new Uint8Array(bytes.slice(0, 4096));
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
  if (begins(sample, [0x25, 0x50, 0x44, 0x46])) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254').decode(bytes);
  }
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);
