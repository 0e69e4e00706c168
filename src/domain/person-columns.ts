/**
 * Reads a people's list as it comes out of a spreadsheet: which column holds what, and the people in it.
 * Nothing is dropped unsaid: what is not taken is listed. Rules PL1-PL8 in RULES.md.
 */
import {
  type ColumnRole,
  guessByContent,
  isTcNumber,
  looksNational,
  passesTcCheck,
  type Table,
} from '#domain/column-content.ts';
import { foldedWords, splitName } from '#domain/name-key.ts';
import { type Side, sides } from '#domain/nouns/vocabulary.ts';
import {
  type AgeBand,
  bandAges,
  headWords,
  nationalIdWords,
  overWords,
  type PersonTarget,
  personTargets,
  type Sex,
  sexWords,
  sideWords,
  underWords,
} from '#domain/person-words.ts';

export interface Columns {
  /** Index of the row that holds the headings, or -1. Rows above it are no people. */
  readonly headRow: number;
  /** One role a column; each target is given once. */
  readonly roles: readonly ColumnRole[];
}

export interface PersonValues {
  givenName?: string;
  familyName?: string;
  organisation?: string;
  function?: string;
  side?: Side;
  place?: string;
  sex?: Sex;
  ageBand?: AgeBand;
  phone?: string;
  email?: string;
  sector?: string;
  accessNeeds?: string;
}

export type RowProblem =
  /** The row says something, but not who. */
  | { readonly type: 'no-name' }
  /** An answer that is none of the known ones: left empty. */
  | { readonly type: 'not-understood'; readonly target: PersonTarget; readonly text: string }
  /** A number with the check digits of a national id, in a column of something else: left out, and not repeated. */
  | { readonly type: 'national-id'; readonly target: PersonTarget }
  /** Longer than a field holds: left empty. */
  | { readonly type: 'too-long'; readonly target: PersonTarget; readonly length: number };

export interface ListedPerson {
  /** As the spreadsheet counts its lines, from 1. */
  readonly line: number;
  readonly values: PersonValues;
  readonly problems: readonly RowProblem[];
}

/** What the sides are called in this programme, beside the usual words. */
export type SideLabels = Partial<Record<Side, string | undefined>>;

/** The longest text that a one-line field takes, in UTF-16 units. */
export const maxLineLength = 500;

/** Says what each column seems to hold: by its heading, or by what stands in it where there are no headings. */
export function guessColumns(table: Table, sideLabels: SideLabels = {}): Columns {
  const headRow = findHeadRow(table);
  return { headRow, roles: headRow === -1 ? guessByContent(table) : rolesUnder(table, headRow, sideLabels) };
}

/** The roles of the columns under the headings of a row, or by content where `headRow` is -1. */
export function rolesUnder(table: Table, headRow: number, sideLabels: SideLabels = {}): ColumnRole[] {
  if (headRow === -1) return guessByContent(table);
  const body = table.slice(headRow + 1);
  const width = widthOf(table);
  const heads = Array.from({ length: width }, (_, column) => table[headRow]?.[column] ?? '');
  const roles = heads.map((head, column) => {
    const values = body.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    const role = roleOfHead(head);
    if (role === 'nationalId' || looksNational(values, role)) return 'nationalId';
    return isClosed(role) && values.length > 0 && !values.some((value) => understands(role, value, sideLabels))
      ? 'none'
      : role;
  });
  return eachOnce(namesTogether(roles));
}

/** The people of a list, line by line. Empty lines are passed over. */
export function peopleOf(table: Table, { headRow, roles }: Columns, sideLabels: SideLabels = {}): ListedPerson[] {
  return table.slice(headRow + 1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    return [personOf(row, headRow + index + 2, roles, sideLabels)];
  });
}

/** The columns of which nothing is taken, with their headings or first values, so that a screen can list them. */
export const columnsLeftOut = (
  table: Table,
  { headRow, roles }: Columns,
): { readonly column: number; readonly head: string; readonly nationalId: boolean }[] =>
  roles.flatMap((role, column) => {
    if (role !== 'none' && role !== 'nationalId') return [];
    const filled = table.slice(headRow + 1).some((row) => (row[column] ?? '').trim() !== '');
    const head = headRow === -1 ? '' : (table[headRow]?.[column] ?? '').trim();
    return filled || head !== '' ? [{ column, head, nationalId: role === 'nationalId' }] : [];
  });

/** Whether a list with these roles says who its people are. */
export const hasNames = (roles: readonly ColumnRole[]): boolean =>
  roles.some((role) => role === 'fullName' || role === 'givenName' || role === 'familyName');

/** Whether a column is one of national id numbers beyond doubt, so that it may not be given another role. */
export function isSurelyNational(table: Table, { headRow }: Columns, column: number): boolean {
  if (headRow !== -1 && roleOfHead(table[headRow]?.[column] ?? '') === 'nationalId') return true;
  const values = table.slice(headRow + 1).map((row) => (row[column] ?? '').trim());
  return passesTcCheck(values.filter((value) => value !== ''));
}

/** The side a word stands for, in any of the three languages or as the programme calls it. */
export function sideOfWord(text: string, labels: SideLabels = {}): Side | undefined {
  const word = foldedWords(text).join(' ');
  if (word === '') return undefined;
  return (
    sides.find((side) => foldedWords(labels[side] ?? '').join(' ') === word) ??
    sides.find((side) => sideWords[side].includes(word) || sideWords[side].includes(word.replaceAll(' ', '')))
  );
}

export function sexOfWord(text: string): Sex | undefined {
  const word = foldedWords(text).join(' ');
  return (Object.keys(sexWords) as Sex[]).find((sex) => sexWords[sex].includes(word));
}

/** The band of an age or of a band as written; a year of birth is not understood, for it needs today's date. */
export function ageBandOfWord(text: string): AgeBand | undefined {
  if (sexOfWord(text) === 'not_said') return 'not_said';
  const found = foldedWords(text);
  const [first, second] = found.flatMap((word) => (/^\d{1,3}$/.test(word) ? [Number(word)] : []));
  if (first === undefined || first > 120) return undefined;
  const exact = (from: number, to: number) => bandAges.find(([, low, high]) => low === from && high === to)?.[0];
  if (second !== undefined) return exact(first, second);
  if (/[+>]/.test(text) || found.some((word) => overWords.has(word)))
    return first === 65 || (first === 64 && text.includes('>')) ? '65_plus' : undefined;
  if (text.includes('<') || found.some((word) => underWords.has(word))) return first === 18 ? 'under_18' : undefined;
  return bandAges.find(([, low, high]) => first >= low && first <= high)?.[0];
}

/** The role a heading names, or `none`. */
export function roleOfHead(head: string): ColumnRole {
  const words = foldedWords(head.replaceAll(/['\u2019]/g, ' '));
  const text = words.join(' ');
  if (text === '') return 'none';
  if (nationalIdWords.includes(text) || words.some((word) => idTokens.has(word))) return 'nationalId';
  let best: { readonly role: ColumnRole; readonly length: number } = { role: 'none', length: 0 };
  for (const [role, known] of heads) {
    for (const word of known) {
      const isExact = word === text;
      if (!isExact && (word.length < 3 || !` ${text} `.includes(` ${word} `))) continue;
      const length = isExact ? Number.POSITIVE_INFINITY : word.length;
      if (length > best.length) best = { role, length };
    }
  }
  return best.role;
}

const heads: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ...personTargets.map((target) => [target, headWords[target]] as const),
  ['nationalId', nationalIdWords],
];
const idTokens: ReadonlySet<string> = new Set([
  'id',
  'tc',
  'tckn',
  'kimlik',
  'passport',
  'pasaport',
  'passeport',
  'identite',
]);

/** Of the top ten rows the one that names the most columns, where one is of names or two are of any sort; or -1. */
function findHeadRow(table: Table): number {
  let best = { row: -1, named: 0 };
  for (const [row, cells] of table.slice(0, 10).entries()) {
    const roles = cells.map((cell) => (isHeading(cell) ? roleOfHead(cell) : 'none')).filter((role) => role !== 'none');
    if ((hasNames(roles) || roles.length > 1) && roles.length > best.named) best = { row, named: roles.length };
  }
  return best.row;
}

/** Short, and without a digit or an @: a value that happens to hold a heading's word is seldom so. */
function isHeading(cell: string): boolean {
  const words = foldedWords(cell.replaceAll(/['\u2019]/g, ' '));
  const text = words.join(' ');
  if (text === '' || /[@\d]/.test(cell)) return false;
  const starts = (known: readonly string[]) =>
    known.some((word) => word === text || (word.length > 3 && words.length < 6 && text.startsWith(`${word} `)));
  return words.some((word) => idTokens.has(word)) || heads.some(([, known]) => starts(known));
}

/** `Name` beside `Surname` is the given name, and `Nom` beside `Prénom` the family name. */
function namesTogether(roles: readonly ColumnRole[]): ColumnRole[] {
  const [given, family] = [roles.includes('givenName'), roles.includes('familyName')];
  if (given === family) return [...roles];
  return roles.map((role) => (role === 'fullName' ? (family ? 'givenName' : 'familyName') : role));
}

/** The first column of a role keeps it; the others are listed as not taken. */
const eachOnce = (roles: readonly ColumnRole[]): ColumnRole[] =>
  roles.map((role, at) => (role === 'nationalId' || roles.indexOf(role) === at ? role : 'none'));

type ClosedTarget = 'side' | 'sex' | 'ageBand';
const isClosed = (role: ColumnRole): role is ClosedTarget => role === 'side' || role === 'sex' || role === 'ageBand';

const understand = (target: ClosedTarget, text: string, labels: SideLabels) =>
  target === 'side' ? sideOfWord(text, labels) : target === 'sex' ? sexOfWord(text) : ageBandOfWord(text);
const understands = (target: ClosedTarget, text: string, labels: SideLabels): boolean =>
  understand(target, text, labels) !== undefined;

function personOf(
  row: readonly string[],
  line: number,
  roles: readonly ColumnRole[],
  labels: SideLabels,
): ListedPerson {
  const values: PersonValues = {};
  const problems: RowProblem[] = [];
  roles.forEach((role, column) => {
    const text = (row[column] ?? '').trim().replaceAll(/\s+/g, ' ');
    if (text === '' || role === 'none' || role === 'nationalId') return;
    if (isTcNumber(text)) problems.push({ type: 'national-id', target: role });
    else if (text.length > maxLineLength) problems.push({ type: 'too-long', target: role, length: text.length });
    else if (role === 'fullName') Object.assign(values, splitName(text));
    else if (isClosed(role)) {
      const understood = understand(role, text, labels);
      if (understood === undefined) problems.push({ type: 'not-understood', target: role, text });
      else Object.assign(values, { [role]: understood });
    } else values[role] = text;
  });
  if ((values.givenName ?? '') === '' && (values.familyName ?? '') === '') problems.unshift({ type: 'no-name' });
  return { line, values, problems };
}

const widthOf = (table: Table): number => table.reduce((widest, row) => Math.max(widest, row.length), 0);
