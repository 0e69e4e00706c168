/**
 * Tables as an Excel workbook: a frozen, filtered header row, typed numbers, dates and times, and texts that are
 * texts (no formula is ever written). Made in one go and in this thread: libraries that compress large sheets in a
 * worker of their own are stopped by the Content-Security-Policy.
 */
import { strToU8, zipSync } from 'fflate';
import { type CellValue, type Column, printable, type Table } from './table.ts';
import { serialOfDate, serialOfInstant } from './time.ts';

export interface WorkbookOptions {
  readonly timeZone: string;
  /** Excel's own words for a day and a time, e.g. `dd/mm/yyyy`. */
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
  readonly title: string;
  readonly madeAt: number;
  /** Stands at the end of a text that is longer than a cell can hold. */
  readonly cutNote: string;
}

/** A cell holds no more, in UTF-16 units. */
export const maxCellLength = 32_767;

export function xlsxOf(tables: readonly Table[], options: WorkbookOptions): Uint8Array {
  const names = sheetNames(tables.map(({ name }) => name));
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': part(contentTypes(tables.length)),
    '_rels/.rels': part(packageRelations),
    'docProps/core.xml': part(coreProperties(options)),
    'xl/workbook.xml': part(workbook(tables, names)),
    'xl/_rels/workbook.xml.rels': part(workbookRelations(tables.length)),
    'xl/styles.xml': part(styles(options)),
  };
  for (const [at, table] of tables.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = part(sheet(table, at, options));
  return zipSync(files, { level: 6, mtime: new Date(options.madeAt) });
}

/** A sheet's name has at most 31 characters, none of `[]:*?/\`, and is no other's. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      printable(name)
        .replaceAll(/[[\]:*?/\\\n\t]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || '-';
    let free = [...clean].slice(0, 31).join('');
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${clean.slice(0, 27)} (${count})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function sheet({ columns, rows, frozenColumns = 0 }: Table, at: number, options: WorkbookOptions): string {
  const last = address(Math.max(0, columns.length - 1), rows.length);
  const pane =
    frozenColumns > 0
      ? `<pane xSplit="${frozenColumns}" ySplit="1" topLeftCell="${address(frozenColumns, 1)}" activePane="bottomRight" state="frozen"/>`
      : `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`;
  const fits = columns.reduce((sum, { width }) => sum + width, 0) <= widestPage;
  const rowOf = (row: readonly CellValue[], index: number) => {
    const height = Math.max(...columns.map((column, c) => linesIn(row[c] ?? null, column.width)), 1) * lineHeight;
    const cells = columns.map((column, c) => cell(address(c, index + 1), column, row[c] ?? null, options)).join('');
    return `<row r="${index + 2}" ht="${Math.min(height + rowAir, tallestRow)}" customHeight="1">${cells}</row>`;
  };
  const headLines = Math.max(2, ...columns.map(({ label, width }) => linesIn(label, width * boldWidth)));
  const heads = columns.map(({ label, type }, c) =>
    textCell(address(c, 0), type === 'number' ? style.numberHead : style.head, label, options),
  );
  return (
    `<worksheet xmlns="${main}">${fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}<dimension ref="A1:${last}"/>` +
    `<sheetViews><sheetView workbookViewId="0"${at === 0 ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${lineHeight}"/><cols>${columns
      .map(({ width }, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`)
      .join(
        '',
      )}</cols><sheetData><row r="1" ht="${headLines * lineHeight + 4}" customHeight="1">${heads.join('')}</row>` +
    `${rows.map(rowOf).join('')}</sheetData><autoFilter ref="A1:${last}"/><printOptions gridLines="1"/>` +
    `<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="landscape"${fits ? ' fitToHeight="0"' : ' scale="70" pageOrder="overThenDown"'}/>` +
    `<headerFooter><oddHeader>${escaped(`&L${printedTitle(options.title)}&R&A`)}</oddHeader>` +
    `<oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
  );
}

/** Above each printed page, at most 160 characters; Excel reads signs after `&` as orders. */
const printedTitle = (title: string): string =>
  [...printable(title).replaceAll(/\s+/g, ' ')].slice(0, 160).join('').replaceAll('&', '&&');

/** Points. */
const lineHeight = 15;
/** Between the text and the lines of the grid. */
const rowAir = 3;
/** Excel allows 409 points. */
const tallestRow = 405;
/** Characters of all columns that are still legible when they are fitted to a landscape page. */
const widestPage = 230;

/** How many lines a text takes in a column so wide; programs differ about fitting rows to their text by themselves. */
const linesIn = (value: CellValue, width: number): number =>
  typeof value === 'string' ? value.split('\n').reduce((sum, line) => sum + wrappedLines(line, width), 0) : 1;

/** A column's width is said in digits, and letters are narrower on average. */
const lettersPerUnit = 1.08;
const boldWidth = 0.88;

/** Words go to the next line whole; one that is wider than the column is broken. */
function wrappedLines(line: string, width: number): number {
  let [count, used] = [1, 0];
  const room = width * lettersPerUnit;
  for (const { length } of line.split(' ')) {
    if (used > 0 && used + 1 + length > room) [count, used] = [count + 1, 0];
    if (length > room) count += Math.ceil(length / room) - 1;
    used += (used > 0 ? 1 : 0) + (length > room ? length % room : length);
  }
  return count;
}

function cell(ref: string, column: Column, value: CellValue, options: WorkbookOptions): string {
  if (value === null || value === '') return '';
  if (column.type === 'text' || typeof value === 'string') {
    const isDate = column.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value));
    if (isDate) return numberCell(ref, style.date, serialOfDate(String(value)));
    return textCell(ref, column.centred === true ? style.centred : style.text, String(value), options);
  }
  if (column.type === 'date-time') return numberCell(ref, style.dateTime, serialOfInstant(value, options.timeZone));
  return numberCell(ref, style.number, value);
}

const numberCell = (ref: string, s: number, value: number): string =>
  Number.isFinite(value) ? `<c r="${ref}" s="${s}"><v>${value}</v></c>` : '';

function textCell(ref: string, s: number, text: string, { cutNote }: WorkbookOptions): string {
  const clean = printable(text);
  const whole =
    clean.length <= maxCellLength ? clean : clean.slice(0, maxCellLength - cutNote.length - 1).toWellFormed() + cutNote;
  // Excel reads `_x0041_` as a letter: the underscore itself is written so.
  const literal = whole.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<c r="${ref}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(literal)}</t></is></c>`;
}

/** `B3` for the second column of the third row; both count from 0. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** Places in the list of cell formats below. */
const style = { head: 1, text: 2, centred: 3, number: 4, date: 5, dateTime: 6, numberHead: 7 } as const;

const styles = ({ dateFormat, dateTimeFormat }: WorkbookOptions): string => {
  const aligned = (attributes: string) => `<alignment vertical="top" ${attributes}/>`;
  const format = (id: number, font: number, fill: number, inside: string) =>
    `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${inside}</xf>`;
  return (
    `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${escaped(dateFormat)}"/>` +
    `<numFmt numFmtId="165" formatCode="${escaped(dateTimeFormat)}"/></numFmts>` +
    `<fonts count="2"><font><sz val="11"/><color rgb="FF1A2226"/><name val="Calibri"/><family val="2"/></font>` +
    `<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>` +
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `<fill><patternFill patternType="solid"><fgColor rgb="FF0B5F5A"/><bgColor indexed="64"/></patternFill></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">` +
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    format(49, 1, 2, `<alignment vertical="center" wrapText="1"/>`) +
    format(49, 0, 0, aligned('wrapText="1"')) +
    format(49, 0, 0, aligned('horizontal="center"')) +
    format(0, 0, 0, aligned('horizontal="right" indent="1"')) +
    format(164, 0, 0, aligned('horizontal="left"')) +
    format(165, 0, 0, aligned('horizontal="left"')) +
    format(49, 1, 2, `<alignment horizontal="right" vertical="center" indent="1" wrapText="1"/>`) +
    `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
};

const workbook = (tables: readonly Table[], names: readonly string[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets><definedNames>${tables
    .map(({ columns, rows }, at) => {
      const quoted = `'${(names[at] ?? '').replaceAll("'", "''")}'`;
      const last = address(Math.max(0, columns.length - 1), rows.length).replace(/(\d+)/, '$$$1');
      return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escaped(`${quoted}!$A$1:$${last}`)}</definedName>`;
    })
    .join('')}${tables
    .map(({ frozenColumns = 0 }, at) => {
      const quoted = `'${(names[at] ?? '').replaceAll("'", "''")}'`;
      const first = frozenColumns > 0 ? `${quoted}!$A:$${address(frozenColumns - 1, 0).slice(0, -1)},` : '';
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(`${first}${quoted}!$1:$1`)}</definedName>`;
    })
    .join('')}</definedNames></workbook>`;

const contentTypes = (sheets: number): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/>${Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${office}.worksheet+xml"/>`,
  ).join('')}</Types>`;

const workbookRelations = (sheets: number): string =>
  `<Relationships xmlns="${packageNamespace}">${Array.from(
    { length: sheets },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  ).join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

const coreProperties = ({ title, madeAt }: WorkbookOptions): string =>
  `<cp:coreProperties xmlns:cp="${metadata}/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<dc:title>${escaped(printable(title))}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${new Date(madeAt).toISOString()}</dcterms:created></cp:coreProperties>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const metadata = 'http://schemas.openxmlformats.org/package/2006/metadata';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packageRelations =
  `<Relationships xmlns="${packageNamespace}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${metadata.replace('metadata', 'relationships/metadata')}/core-properties" Target="docProps/core.xml"/></Relationships>`;

const part = (xml: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
