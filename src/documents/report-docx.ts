/** The report as a Word file: real styles, tables whose heads repeat, photos, a table of contents, numbered pages. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { WordPhoto } from './photo-for-word.ts';
import { colours, pageStyles, tableStyles } from './report-styles.ts';
import type { Cover, Piece, Report, ReportCell, ReportLine } from './report-model.ts';
import { printable } from './table.ts';

/** Inside the margins of an A4 page, in twentieths of a point. */
const textWidth = 11_906 - 2 * 1247;

/** A photo and the line under it, twice on a page. Pixels, of which Word has 96 an inch. */
const photoBox = { width: Math.floor(textWidth / 15), height: 400 };

/** The picture of a name; undefined where it is not to be had. */
export type PhotoOf = (sha256: string) => Promise<WordPhoto | undefined>;

export async function docxOf(report: Report, photoOf: PhotoOf): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  // One photo after the other: there may be many.
  for (const piece of report.pieces) {
    children.push(
      ...(piece.piece === 'photo' ? photoParagraphs(piece, await photoOf(piece.sha256)) : childrenOf(piece)),
    );
  }
  const document = new Document({
    title: plain(report.cover.title.join(' ')),
    creator: 'Baraza',
    lastModifiedBy: 'Baraza',
    description: plain(report.cover.kind),
    features: { updateFields: false },
    externalStyles: tableStyles,
    styles: pageStyles(report.languageTag),
    numbering: { config: [bulletList] },
    sections: [
      {
        properties: { page: pageOf, titlePage: true },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: header(report) },
        footers: { first: new Footer({ children: [new Paragraph('')] }), default: footer(report) },
        children: [...coverOf(report.cover), ...contentsOf(report), ...children],
      },
    ],
  });
  return Packer.pack(document, 'uint8array');
}

const pageOf = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1474, bottom: 1247, left: 1247, right: 1247, header: 624, footer: 624 },
};

const bulletList = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: 'bullet' as const,
      text: '•',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 397, hanging: 284 } } },
    },
  ],
};

const header = ({ header: text, headerMark }: Report) =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          run(text),
          ...(headerMark === undefined
            ? []
            : [new TextRun({ children: [new Tab(), plain(headerMark)], bold: true, color: colours.draft })]),
        ],
      }),
    ],
  });

const footer = ({ page: [word, of], cover }: Report) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          run(cover.fundingStatement[0] ?? ''),
          new TextRun({ children: [new Tab(), `${word} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

function coverOf(cover: Cover): (Paragraph | Table)[] {
  return [
    ...cover.programme.map((text) => paragraph('CoverProgramme', text)),
    paragraph('CoverKind', cover.kind),
    ...cover.title.map((text, at) =>
      at === 0 ? new Paragraph({ style: 'Title', children: runs(text) }) : paragraph('Subtitle', text),
    ),
    ...(cover.draft === undefined ? [] : [paragraph('CoverDraft', cover.draft)]),
    tableOf(
      {
        columns: [
          { label: '', share: 30 },
          { label: '', share: 70 },
        ],
        rows: cover.facts,
      },
      'facts',
    ),
    ...cover.fundingStatement.map((text, at) => paragraph(at === 0 ? 'CoverFunding' : 'Quiet', text)),
    paragraph('CoverMade', cover.made),
  ];
}

const contentsOf = ({ contentsTitle }: Report): (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [run(contentsTitle)] }),
  // Without page numbers: nothing here lays the pages out, and a wrong number is worse than none.
  new TableOfContents(plain(contentsTitle), {
    hyperlink: true,
    headingStyleRange: '1-2',
    pageNumbersEntryLevelsRange: '1-2',
    beginDirty: false,
  }),
];

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const tones = { quiet: 'Quiet', answer: 'Answer', question: 'Question' } as const;

function childrenOf(piece: Exclude<Piece, { piece: 'photo' }>): (Paragraph | Table)[] {
  switch (piece.piece) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[piece.level],
          ...(piece.newPage === true && { pageBreakBefore: true, spacing: { before: 0, after: 140 } }),
          children: runs(piece.text),
        }),
      ];
    case 'text':
      return [paragraph(piece.tone ? tones[piece.tone] : 'BodyText', piece.text)];
    case 'label':
      return [paragraph('KindLabel', piece.text)];
    case 'lines':
      return piece.lines.flatMap((line) => lineParagraphs(line, 'Line', 'LineMore'));
    case 'bullets':
      return piece.texts.map(
        (text) =>
          new Paragraph({ style: 'BodyText', numbering: { reference: 'bullets', level: 0 }, children: runs(text) }),
      );
    case 'table':
      // Word joins tables that touch: a thin paragraph stands between.
      return [tableOf(piece, 'grid'), new Paragraph({ style: 'AfterTable', children: [] })];
  }
}

function photoParagraphs(
  { line, unread }: Extract<Piece, { piece: 'photo' }>,
  photo: WordPhoto | undefined,
): Paragraph[] {
  const description = plain([line.ref, line.text, ...line.more].filter((part) => part !== '').join(' · '));
  const share = photo ? Math.min(1, photoBox.width / photo.width, photoBox.height / photo.height) : 0;
  return [
    photo
      ? new Paragraph({
          style: 'Photo',
          children: [
            new ImageRun({
              type: photo.type,
              data: photo.bytes,
              transformation: {
                width: Math.max(1, Math.round(photo.width * share)),
                height: Math.max(1, Math.round(photo.height * share)),
              },
              altText: { name: plain(line.ref) || 'photo', description },
            }),
          ],
        })
      : new Paragraph({ style: 'Answer', keepNext: true, children: runs(unread) }),
    ...lineParagraphs(line, 'Line', 'LineMore'),
  ];
}

/** The reference in the margin, the words, whose they are; beneath, what else is known. */
const lineParagraphs = (line: ReportLine, style: string, moreStyle: string): Paragraph[] => [
  new Paragraph({
    style,
    keepLines: true,
    keepNext: line.more.length > 0,
    children: [
      ...(line.ref === ''
        ? []
        : [
            new TextRun({ style: 'Reference', text: plain(line.ref) }),
            new TextRun({ children: [style === 'Line' ? new Tab() : '  '] }),
          ]),
      ...runs(line.text),
      ...(line.mark === '' ? [] : [new TextRun({ style: 'Mark', text: plain(` (${line.mark})`) })]),
    ],
  }),
  ...line.more.map((text) => paragraph(moreStyle, text)),
];

type Tabular = Pick<Extract<Piece, { piece: 'table' }>, 'columns' | 'rows' | 'total'>;

function tableOf({ columns, rows, total = false }: Tabular, look: 'grid' | 'facts'): Table {
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / 100));
  const styleOf = (at: number, sum: boolean) =>
    sum ? 'TableTotal' : look === 'facts' && at === 0 ? 'FactLabel' : 'TableText';
  const cellOf = (children: Paragraph[], at: number, head: boolean) =>
    new TableCell({
      children,
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: head ? VerticalAlign.CENTER : VerticalAlign.TOP,
      ...(head && { shading: { type: ShadingType.CLEAR, fill: colours.accent, color: 'auto' } }),
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label, numeric }, at) => cellOf([cellParagraph('TableHead', label, numeric)], at, true)),
  });
  return new Table({
    style: look === 'grid' ? 'BarazaTable' : 'BarazaFacts',
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: look === 'grid', noHBand: true, noVBand: true, firstColumn: look === 'facts' },
    rows: [
      ...(look === 'grid' ? [head] : []),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ numeric }, at) =>
              cellOf(
                cellParagraphs(row[at] ?? '', styleOf(at, total && place === rows.length - 1), numeric),
                at,
                false,
              ),
            ),
          }),
      ),
    ],
  });
}

function cellParagraphs(cell: ReportCell, style: string, numeric: boolean | undefined): Paragraph[] {
  if (typeof cell === 'string') return [cellParagraph(style, cell, numeric)];
  const paragraphs = cell.flatMap((line) => lineParagraphs(line, 'TableText', 'TableMore'));
  return paragraphs.length > 0 ? paragraphs : [cellParagraph('TableText', '', numeric)];
}

const cellParagraph = (style: string, text: string, numeric: boolean | undefined) =>
  new Paragraph({ style, ...(numeric === true && { alignment: AlignmentType.END }), children: runs(text) });

const paragraph = (style: string, text: string) => new Paragraph({ style, children: runs(text) });

/** A text with its line breaks. */
const runs = (text: string): TextRun[] =>
  plain(text)
    .split('\n')
    .map((part, at) => new TextRun({ text: part, ...(at > 0 && { break: 1 }) }));

const run = (text: string) => new TextRun(plain(text));
const plain = printable;
