/** Reads back what the product writes, as Word and Excel would: by unzipping it. */
import { strFromU8, unzipSync } from 'fflate';
import { appearance } from './xml-text.ts';

export interface SheetCell {
  readonly text: string;
  /** `text` for words, `number` for numbers, days and times. */
  readonly kind: 'text' | 'number';
}

export interface ReadSheet {
  readonly name: string;
  readonly heads: readonly string[];
  /** Each row by the heads of its cells; empty cells are left out. */
  readonly rows: readonly Readonly<Record<string, SheetCell>>[];
  readonly xml: string;
}

/** The pictures of a Word file in the order of the page: their bytes, size in points, and what a screen reader says. */
export function picturesOf(file: Uint8Array): readonly ReadPicture[] {
  const parts = unzipSync(file);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    [...text('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([relation]) => [
      /Id="([^"]*)"/.exec(relation)?.[1] ?? '',
      /Target="([^"]*)"/.exec(relation)?.[1] ?? '',
    ]),
  );
  const emuPerPoint = 12_700;
  return [...text('word/document.xml').matchAll(/<w:drawing>(.*?)<\/w:drawing>/gs)].map(([, drawing = '']) => {
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing) ?? [];
    return {
      bytes: parts[`word/${targets.get(/r:embed="([^"]*)"/.exec(drawing)?.[1] ?? '') ?? ''}`] ?? new Uint8Array(),
      width: Number(width) / emuPerPoint,
      height: Number(height) / emuPerPoint,
      description: appearance(/descr="([^"]*)"/.exec(drawing)?.[1] ?? ''),
    };
  });
}

export interface ReadPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The sheets of a workbook, in order. */
export function sheetsOf(file: Uint8Array): readonly ReadSheet[] {
  const parts = partsOf(file);
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)];
  return names.map(([, name = ''], at) => {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
    const [heads = new Map<string, SheetCell>(), ...rows] = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(
      ([, row = '']) => cellsOf(row),
    );
    const labelOf = (column: string): string => heads.get(column)?.text ?? column;
    return {
      name: appearance(name),
      heads: [...heads.values()].map(({ text }) => text),
      rows: rows.map((row) => Object.fromEntries([...row].map(([column, cell]) => [labelOf(column), cell]))),
      xml,
    };
  });
}

/** The sheet of this name; throws where there is none. */
export function sheetOf(file: Uint8Array, name: string): ReadSheet {
  const found = sheetsOf(file).find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no sheet "${name}".`);
  return found;
}

/** A row's cells by the letters of their columns. */
const cellsOf = (row: string): Map<string, SheetCell> =>
  new Map(
    [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)].map(([, column = '', attributes = '', inside = '']) => [
      column,
      { text: appearance(inside), kind: attributes.includes('t="inlineStr"') ? 'text' : 'number' },
    ]),
  );

export interface ReadDocument {
  /** Each paragraph of the body with the id of its style; cells of tables are paragraphs too. */
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  /** Of each table its rows, and of each row the words of its cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** The heads and feet of pages, joined. */
  readonly margins: string;
  readonly styles: string;
}

/** A Word file. */
export function documentOf(file: Uint8Array): ReadDocument {
  const parts = partsOf(file);
  const body = parts['word/document.xml'] ?? '';
  const paragraphsIn = (xml: string) =>
    [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) => ({
      style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
      text: appearance(paragraph),
    }));
  const wordsIn = (xml: string): string =>
    paragraphsIn(xml)
      .map(({ text }) => text)
      .join('\n');
  return {
    paragraphs: paragraphsIn(body),
    tables: [...body.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) =>
      [...table.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => wordsIn(cell)),
      ),
    ),
    margins: Object.entries(parts)
      .filter(([name]) => /^word\/(?:header|footer)\d/.test(name))
      .map(([, xml]) => wordsIn(xml))
      .join('\n'),
    styles: parts['word/styles.xml'] ?? '',
  };
}

/** What stands under a heading, up to the next one of its level or a higher one. */
export function chapterOf({ paragraphs }: ReadDocument, heading: string): readonly string[] {
  const start = paragraphs.findIndex(({ style, text }) => /^Heading\d$/.test(style) && text === heading);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const level = paragraphs[start]?.style ?? '';
  const rest = paragraphs.slice(start + 1);
  const end = rest.findIndex(({ style }) => /^Heading\d$/.test(style) && style <= level);
  return rest.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
}
