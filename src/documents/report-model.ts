/** A report before it is a file: pieces in reading order, which a page can outline and Word can print. */

export type Piece =
  | { readonly piece: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly newPage?: boolean }
  /** `answer`: None, to be confirmed, nothing recorded. `quiet`: a remark. `question`: what a group was asked. */
  | { readonly piece: 'text'; readonly text: string; readonly tone?: 'quiet' | 'answer' | 'question' }
  /** Stands over the lines that follow: their kind. */
  | { readonly piece: 'label'; readonly text: string }
  | { readonly piece: 'lines'; readonly lines: readonly ReportLine[] }
  /** The picture itself is asked for when it is printed; `unread` stands in its place where it cannot be. */
  | { readonly piece: 'photo'; readonly sha256: string; readonly line: ReportLine; readonly unread: string }
  | { readonly piece: 'bullets'; readonly texts: readonly string[] }
  | {
      readonly piece: 'table';
      readonly columns: readonly ReportColumn[];
      readonly rows: readonly (readonly ReportCell[])[];
      /** The last row sums up the others. */
      readonly total?: boolean;
    };

/** One thing that was said. */
export interface ReportLine {
  readonly ref: string;
  readonly text: string;
  /** Whose view it is and of what category: short, after the text. */
  readonly mark: string;
  /** Other versions, and what else is known of it: each a line beneath. */
  readonly more: readonly string[];
}

export interface ReportColumn {
  readonly label: string;
  /** Of the width of the page, 1-100 %. */
  readonly share: number;
  readonly numeric?: boolean;
}

/** One paragraph or several. A line in a table keeps its reference. */
export type ReportCell = string | readonly ReportLine[];

export interface Cover {
  /** The programme and its reference, where there is one. */
  readonly programme: readonly string[];
  readonly kind: string;
  readonly title: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly draft: string | undefined;
  readonly fundingStatement: readonly string[];
  readonly made: string;
}

export interface Report {
  readonly cover: Cover;
  readonly contentsTitle: string;
  readonly pieces: readonly Piece[];
  readonly header: string;
  /** At the head of each page beside it: that this is a draft. */
  readonly headerMark: string | undefined;
  /** The words around a page's number: `Page 2 of 9`. */
  readonly page: readonly [string, string];
  /** Of Word's spelling, e.g. `en-GB`. */
  readonly languageTag: string;
}
