/** The one entry: what is wanted, of which session, in which language -> a file, or a look at what it will hold. */
import type { SessionBundle } from '#domain/session-bundle.ts';
import { type BackupFacts, type BackupFile, writeBackup } from './backup.ts';
import { actionsTable, capturesTable } from './captures-tables.ts';
import { fileName } from './file-name.ts';
import { type DocumentLanguage, sessionTitle, type Speech, speechOf } from './language.ts';
import { attendanceTable, peopleTable, summaryTable } from './register-tables.ts';
import { photoForWord } from './photo-for-word.ts';
import { reportOf } from './report.ts';
import { aboutTable } from './session-facts.ts';
import { type SessionView, viewOf } from './session-view.ts';
import { summaryText } from './summary-text.ts';
import type { Table } from './table.ts';

export type DocumentJob =
  | { readonly kind: 'report' }
  | { readonly kind: 'captures-xlsx' }
  | { readonly kind: 'captures-csv'; readonly separator: ',' | ';' }
  | { readonly kind: 'register-xlsx'; readonly contactDetails: boolean }
  | { readonly kind: 'summary' };

export interface DocumentRequest {
  readonly job: DocumentJob;
  readonly bundle: SessionBundle;
  readonly language: DocumentLanguage;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

export interface BackupRequest {
  readonly job: { readonly kind: 'backup' };
  readonly name: string;
  readonly facts: BackupFacts;
  readonly records: readonly object[];
  readonly files?: readonly BackupFile[];
  /** As text, for a browser that hands on nothing else. */
  readonly plain?: boolean;
}

export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A share of the work, 0-1. */
export type OnProgress = (share: number) => void;

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  baraza: 'application/gzip',
  plain: 'text/plain',
} as const;

/** A file that a document shows, by its name; undefined where it is not to be had. */
export type FileOf = (sha256: string) => Promise<Blob | undefined>;

/** Makes a file. Each format's library is loaded when it is first asked for. */
export async function makeFile(
  request: DocumentRequest | BackupRequest,
  onProgress: OnProgress = () => undefined,
  fileOf: FileOf = async () => undefined,
): Promise<MadeFile> {
  if (request.job.kind === 'backup') {
    const { name, facts, records, files, plain } = request as BackupRequest;
    const bytes = writeBackup(facts, records, files, { onProgress, ...(plain !== undefined && { plain }) });
    return { name, mediaType: mediaTypes[plain === true ? 'plain' : 'baraza'], bytes };
  }
  const { job, bundle, language, madeAt } = request as DocumentRequest;
  const speech = speechOf(language);
  const { t } = speech;
  const view = viewOf(bundle, speech);
  onProgress(0.2);
  const named = (
    what: 'captures' | 'comma' | 'semicolon' | 'register' | 'report' | 'summary',
    extension: keyof typeof mediaTypes,
    bytes: Uint8Array,
  ): MadeFile => ({
    name: fileName(bundle, speech, t(`documents.files.${what}`), extension, madeAt),
    mediaType: mediaTypes[extension],
    bytes,
  });
  switch (job.kind) {
    case 'report': {
      const { docxOf } = await import('./report-docx.ts');
      const report = reportOf(view, speech, { madeAt, language });
      onProgress(0.3);
      const photos = report.pieces.filter(({ piece }) => piece === 'photo').length;
      let drawn = 0;
      const bytes = await docxOf(report, async (sha256) => {
        const file = await fileOf(sha256);
        const photo = file && (await photoForWord(file));
        onProgress(0.3 + (0.6 * (drawn += 1)) / photos);
        return photo;
      });
      return named('report', 'docx', bytes);
    }
    case 'captures-csv': {
      const { csvOf } = await import('./csv.ts');
      const { separator } = job;
      const bytes = csvOf(capturesTable(view, speech), { separator, timeZone: language.timeZone });
      // Two files of one name would be one "(1)" away from being taken for each other.
      return named(separator === ',' ? 'comma' : 'semicolon', 'csv', bytes);
    }
    case 'captures-xlsx':
    case 'register-xlsx': {
      const { xlsxOf } = await import('./xlsx.ts');
      const tables = tablesOf(job, view, speech, request as DocumentRequest);
      onProgress(0.6);
      const bytes = xlsxOf(tables, {
        timeZone: language.timeZone,
        dateFormat: speech.dateFormat,
        dateTimeFormat: speech.dateTimeFormat,
        title: sessionTitle(speech, bundle),
        madeAt,
        cutNote: t('documents.cut'),
      });
      return named(job.kind === 'captures-xlsx' ? 'captures' : 'register', 'xlsx', bytes);
    }
    case 'summary':
      return named('summary', 'txt', new TextEncoder().encode(`${summaryText(view, speech)}\n`));
  }
}

/** The sheets of a workbook, the last of which says where the others come from. */
function tablesOf(
  job: Extract<DocumentJob, { kind: 'captures-xlsx' | 'register-xlsx' }>,
  view: SessionView,
  speech: Speech,
  { bundle, madeAt, language }: DocumentRequest,
): Table[] {
  const { t } = speech;
  if (job.kind === 'captures-xlsx') {
    return [
      capturesTable(view, speech),
      actionsTable(view, speech),
      aboutTable(bundle, speech, { madeAt, language, more: [] }),
    ];
  }
  const { contactDetails } = job;
  const more = [
    [t('documents.about.marks'), t('documents.register.marks')],
    [t('documents.about.contactDetails'), t(contactDetails ? 'documents.about.included' : 'documents.about.leftOut')],
  ] as const;
  return [
    peopleTable(view, speech, { contactDetails }),
    attendanceTable(view, speech),
    summaryTable(view, speech),
    aboutTable(bundle, speech, { madeAt, language, more }),
  ];
}

/** What a file will hold, short enough for a screen. */
export type Preview =
  | { readonly type: 'tables'; readonly tables: readonly PreviewTable[] }
  | { readonly type: 'outline'; readonly entries: readonly PreviewEntry[] }
  | { readonly type: 'text'; readonly text: string };

export interface PreviewTable {
  readonly name: string;
  /** Rows of the whole sheet; `rows` holds the first of them. */
  readonly count: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PreviewEntry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** What was said beneath it, and rows of tables; absent where there is text alone. */
  readonly lines?: number;
  readonly rows?: number;
  readonly photos?: number;
  /** "None", "nothing recorded". */
  readonly answer?: string;
}

const previewRows = 5;
const previewColumns = 5;

export function previewOf(request: DocumentRequest): Preview {
  const { job, bundle, language, madeAt } = request;
  const speech = speechOf(language);
  const view = viewOf(bundle, speech);
  switch (job.kind) {
    case 'report':
      return { type: 'outline', entries: outlineOf(reportOf(view, speech, { madeAt, language }).pieces) };
    case 'summary':
      return { type: 'text', text: summaryText(view, speech) };
    case 'captures-csv':
      return { type: 'tables', tables: [shortened(capturesTable(view, speech), speech)] };
    case 'captures-xlsx':
    case 'register-xlsx':
      return { type: 'tables', tables: tablesOf(job, view, speech, request).map((table) => shortened(table, speech)) };
  }
}

function outlineOf(pieces: ReturnType<typeof reportOf>['pieces']): PreviewEntry[] {
  const entries: PreviewEntry[] = [];
  for (const piece of pieces) {
    const last = entries.at(-1);
    const tell = (more: Partial<PreviewEntry>) => {
      if (last) entries[entries.length - 1] = { ...last, ...more };
    };
    if (piece.piece === 'heading') entries.push({ level: piece.level, text: piece.text });
    else if (piece.piece === 'lines') tell({ lines: (last?.lines ?? 0) + piece.lines.length });
    else if (piece.piece === 'photo') tell({ photos: (last?.photos ?? 0) + 1 });
    else if (piece.piece === 'table') tell({ rows: (last?.rows ?? 0) + piece.rows.length });
    else if (piece.piece === 'text' && piece.tone === 'answer') tell({ answer: piece.text });
  }
  return entries;
}

/** The first rows, and of them the columns that a person knows a row by. */
function shortened(table: Table, speech: Speech): PreviewTable {
  const first = table.rows.slice(0, previewRows);
  const known = table.columns.flatMap(({ key }, at) => (key === true ? [at] : []));
  const all = known.length > 0 ? known : table.columns.map((_, at) => at);
  const columns = all
    .filter((at) => first.length === 0 || first.some((row) => row[at] != null))
    .slice(0, previewColumns);
  return {
    name: table.name,
    count: table.rows.length,
    columns: columns.map((at) => table.columns[at]?.label ?? ''),
    rows: first.map((row) =>
      columns.map((at) => {
        const value = row[at] ?? null;
        if (value === null) return '';
        const type = table.columns[at]?.type;
        if (type === 'date') return speech.day(String(value));
        return typeof value !== 'number' ? value : type === 'date-time' ? speech.moment(value) : speech.number(value);
      }),
    ),
  };
}
