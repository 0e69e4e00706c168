/** What a column holds, told from what stands in it. Rules PL4 and PL6 in RULES.md. */
import { foldedWords } from '#domain/name-key.ts';
import { bodyWords, type PersonTarget, sexWords, sideWords } from '#domain/person-words.ts';

/** Rows of cells, all text; rows may differ in length. */
export type Table = readonly (readonly string[])[];

/** `nationalId`: left out, and said so. `none`: not taken, and listed. */
export type ColumnRole = PersonTarget | 'none' | 'nationalId';

/** Roles of the columns of a list without headings. A role is given once, to the first column it fits. */
export function guessByContent(table: Table): ColumnRole[] {
  const width = table.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    table.map((row) => (row[column] ?? '').trim()).filter((value) => value !== ''),
  );
  const roles: ColumnRole[] = columns.map(() => 'none');
  const give = (role: ColumnRole, fits: (values: readonly string[]) => boolean) => {
    if (role !== 'nationalId' && roles.includes(role)) return;
    const found = columns.flatMap((values, column) =>
      roles[column] === 'none' && values.length > 0 && fits(values) ? [column] : [],
    );
    for (const column of role === 'nationalId' ? found : found.slice(0, 1)) roles[column] = role;
  };
  give('email', (values) => mostly(values, isEmail));
  give('nationalId', (values) => looksNational(values, 'none'));
  give('phone', (values) => mostly(values, isPhone));
  give('side', (values) => values.every((value) => inLists(sideWords, value)));
  give('sex', (values) => values.every((value) => inLists(sexWords, value)));
  give('ageBand', (values) => mostly(values, isAge) && !counts(values));
  nameColumns(columns, roles);
  give('organisation', (values) => mostly(values, isBody));
  give('organisation', (values) => mostly(values, isWords));
  return roles;
}

/** Whether most values are bare numbers of a national id's length. A heading that says phone is believed, unless the check digits of most are a national id's. */
export function looksNational(values: readonly string[], role: ColumnRole): boolean {
  if (passesTcCheck(values)) return true;
  return role === 'none' && mostly(values, (value) => /^[1-9](?:\d{10}|\d{12})$/.test(value.replaceAll(/[\s.]/g, '')));
}

/** Whether most values carry the check digits of a Turkish identity number, which other numbers have by a chance of 1 in 100. */
export const passesTcCheck = (values: readonly string[]): boolean => mostly(values, isTcNumber);

/** Whether a value is a Turkish identity number by its length and check digits. */
export function isTcNumber(value: string): boolean {
  const compact = value.replaceAll(/\s/g, '');
  if (!/^[1-9]\d{10}$/.test(compact)) return false;
  const digits = [...compact].map(Number);
  const sumOf = (from: number, to: number, step: number) => {
    let sum = 0;
    for (let at = from; at <= to; at += step) sum += digits[at] ?? 0;
    return sum;
  };
  const tenth = (((sumOf(0, 8, 2) * 7 - sumOf(1, 7, 2)) % 10) + 10) % 10;
  return digits[9] === tenth && digits[10] === sumOf(0, 9, 1) % 10;
}

/** Names in one column, or given and family names in two that stand side by side. */
function nameColumns(columns: readonly (readonly string[])[], roles: ColumnRole[]): void {
  const isText = (column: number) => {
    const values = columns[column] ?? [];
    return roles[column] === 'none' && values.length > 0 && mostly(values, isWords) && !mostly(values, isBody);
  };
  const whole = columns.findIndex((values, column) => isText(column) && mostly(values, isSeveralWords));
  const pair = columns.findIndex(
    (_, column) => isText(column) && isText(column + 1) && mostly(columns[column + 1] ?? [], isOneWord),
  );
  if (pair !== -1 && (whole === -1 || pair < whole)) {
    roles[pair] = 'givenName';
    roles[pair + 1] = 'familyName';
  } else if (whole !== -1) roles[whole] = 'fullName';
  else if (columns.length === 1 && isText(0)) roles[0] = 'fullName';
}

/** At least six in ten, and at least one. */
const mostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length >= values.length * 0.6;

const inLists = (lists: Readonly<Record<string, readonly string[]>>, value: string): boolean => {
  const word = foldedWords(value).join(' ');
  return Object.values(lists).some((list) => list.includes(word));
};

/** Line numbers: each one more than the one before. */
const counts = (values: readonly string[]): boolean =>
  values.length > 2 && values.every((value, at) => at === 0 || Number(value) === Number(values[at - 1]) + 1);

const isEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value);
const isPhone = (value: string): boolean =>
  /^\+?[\d\s()./-]{7,24}$/.test(value) && /^\d{7,15}$/.test(value.replaceAll(/\D/g, ''));
const isAge = (value: string): boolean => /^\d{2}(?:\s*[-\u2013]\s*\d{2})?$/.test(value);
const isWords = (value: string): boolean => /\p{L}/u.test(value) && !/\d{3}/.test(value);
const isBody = (value: string): boolean => bodyWords.test(foldedWords(value).join(' '));
const isOneWord = (value: string): boolean => foldedWords(value).length === 1;
const isSeveralWords = (value: string): boolean => foldedWords(value).length > 1;
