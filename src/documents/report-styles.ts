/** How the report looks in Word: one typeface, one accent, hairlines. Every paragraph has a named style. */
import type { IStylesOptions } from 'docx';

export const colours = {
  ink: '1A2226',
  muted: '56605C',
  accent: '0B5F5A',
  hairline: 'C9C6BA',
  draft: '7A4A00',
} as const;

const font = 'Calibri';

/** `languageTag` is the language that Word spells in, e.g. `tr-TR`. Sizes are half points, spaces twentieths of a point. */
export const pageStyles = (languageTag: string): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: 22, color: colours.ink, language: { value: languageTag } },
      paragraph: { spacing: { after: 120, line: 269, lineRule: 'auto' } },
    },
    title: {
      run: { font, size: 56, bold: true, color: colours.ink },
      paragraph: { spacing: { before: 60, after: 120, line: 252, lineRule: 'auto' } },
    },
    heading1: {
      run: { font, size: 34, bold: true, color: colours.accent },
      paragraph: { spacing: { before: 440, after: 140 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: { font, size: 26, bold: true, color: colours.ink },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, outlineLevel: 1 },
    },
    heading3: {
      run: { font, size: 23, bold: true, color: colours.accent },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true, outlineLevel: 2 },
    },
  },
  characterStyles: [
    { id: 'Reference', name: 'Reference', run: { color: colours.accent, bold: true, size: 19 } },
    { id: 'Mark', name: 'Mark', run: { color: colours.muted, size: 20 } },
  ],
  paragraphStyles: [
    style('BodyText', 'Body Text', {}),
    style('Subtitle', 'Subtitle', { run: { size: 28, color: colours.muted } }),
    style('Header', 'header', {
      run: { size: 17, color: colours.muted },
      paragraph: {
        spacing: { after: 0 },
        border: { bottom: { style: 'single', size: 4, space: 4, color: colours.hairline } },
      },
    }),
    style('Footer', 'footer', {
      run: { size: 17, color: colours.muted },
      paragraph: { spacing: { after: 0 } },
    }),
    style('CoverProgramme', 'Cover Programme', {
      run: { size: 26, color: colours.muted },
      paragraph: { spacing: { after: 60 } },
    }),
    style('CoverKind', 'Cover Kind', {
      run: { size: 24, bold: true, color: colours.accent, allCaps: false },
      paragraph: {
        spacing: { before: 2400, after: 60 },
        border: { top: { style: 'single', size: 24, space: 14, color: colours.accent } },
      },
    }),
    style('CoverDraft', 'Cover Draft', {
      run: { size: 22, bold: true, color: colours.draft },
      paragraph: { spacing: { after: 200 } },
    }),
    style('CoverFunding', 'Cover Funding', {
      run: { size: 21 },
      paragraph: {
        spacing: { before: 600, after: 200 },
        border: { left: { style: 'single', size: 18, space: 10, color: colours.accent } },
        indent: { left: 227 },
      },
    }),
    style('CoverMade', 'Cover Made', {
      run: { size: 20, color: colours.muted },
      paragraph: { spacing: { before: 240 } },
    }),
    style('ContentsHeading', 'Contents Heading', {
      run: { size: 34, bold: true, color: colours.accent },
      paragraph: { spacing: { after: 160 } },
    }),
    style('TOC1', 'toc 1', { run: { bold: true }, paragraph: { spacing: { before: 100, after: 20 } } }),
    style('TOC2', 'toc 2', { paragraph: { spacing: { after: 0 }, indent: { left: 340 } } }),
    style('Quiet', 'Quiet', { run: { size: 20, color: colours.muted } }),
    style('Answer', 'Answer', { run: { bold: true } }),
    style('Question', 'Question', {
      run: { italics: true },
      paragraph: { keepNext: true, spacing: { after: 80 } },
    }),
    style('KindLabel', 'Kind Label', {
      run: { bold: true, size: 21, color: colours.muted },
      paragraph: { keepNext: true, spacing: { before: 140, after: 50 } },
    }),
    style('Line', 'Line', {
      paragraph: { spacing: { after: 70 }, indent: { left: 964, hanging: 964 } },
    }),
    style('LineMore', 'Line More', {
      run: { size: 20, color: colours.muted },
      paragraph: { spacing: { after: 50 }, indent: { left: 964 } },
    }),
    style('Photo', 'Photo', {
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    }),
    style('TableHead', 'Table Head', {
      run: { bold: true, size: 20, color: 'FFFFFF' },
      paragraph: { spacing: { after: 0, line: 250, lineRule: 'auto' }, keepNext: true },
    }),
    style('TableText', 'Table Text', {
      run: { size: 20 },
      paragraph: { spacing: { after: 40, line: 250, lineRule: 'auto' } },
    }),
    style('TableTotal', 'Table Total', {
      run: { bold: true, size: 20 },
      paragraph: { spacing: { after: 40, line: 250, lineRule: 'auto' } },
    }),
    style('TableMore', 'Table More', {
      run: { size: 18, color: colours.muted },
      paragraph: { spacing: { after: 40, line: 240, lineRule: 'auto' } },
    }),
    style('FactLabel', 'Fact Label', {
      run: { size: 20, color: colours.muted },
      paragraph: { spacing: { after: 40, line: 250, lineRule: 'auto' } },
    }),
    style('AfterTable', 'After Table', {
      run: { size: 8 },
      paragraph: { spacing: { after: 60, line: 120, lineRule: 'auto' } },
    }),
  ],
});

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function style(id: string, name: string, look: Pick<ParagraphStyle, 'run' | 'paragraph'>): ParagraphStyle {
  return { id, name, basedOn: 'Normal', next: id, quickFormat: true, ...look };
}

const line = `w:val="single" w:sz="4" w:space="0" w:color="${colours.hairline}"`;
const margins = `<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="96" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="96" w:type="dxa"/></w:tblCellMar>`;

/** The styles of the tables, which the library takes as XML only. */
export const tableStyles =
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
  `<w:style w:type="table" w:customStyle="1" w:styleId="BarazaTable"><w:name w:val="Baraza Table"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders><w:top ${line}/><w:left ${line}/><w:bottom ${line}/><w:right ${line}/><w:insideH ${line}/><w:insideV ${line}/></w:tblBorders>${margins}</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${colours.accent}"/></w:tcPr></w:tblStylePr></w:style>` +
  `<w:style w:type="table" w:customStyle="1" w:styleId="BarazaFacts"><w:name w:val="Baraza Facts"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders><w:insideH ${line}/></w:tblBorders>${margins}</w:tblPr></w:style>` +
  `</w:styles>`;
