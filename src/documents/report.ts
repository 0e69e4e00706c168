/** The report of a session: what it was for, who came, how it ran, what was said, what follows from it. */
import type { SessionBundle } from '#domain/session-bundle.ts';
import { formatOf } from '#language/locales.ts';
import { alsoWritten } from './field-cells.ts';
import type { DocumentLanguage, Speech } from './language.ts';
import { sessionTitle } from './language.ts';
import { agendaAnnex, programmeAsRun } from './report-agenda.ts';
import { barriersChapter, closingChapters, saidChapter } from './report-said.ts';
import type { Cover, Piece, Report } from './report-model.ts';
import { photosChapter } from './report-photos.ts';
import { participantsChapter, registerAnnex } from './report-people.ts';
import { datesOf, venueOf } from './session-facts.ts';
import type { SessionView } from './session-view.ts';

export interface ReportOptions {
  readonly madeAt: number;
  readonly language: DocumentLanguage;
}

export function reportOf(view: SessionView, speech: Speech, { madeAt, language }: ReportOptions): Report {
  const { t } = speech;
  return {
    cover: coverOf(view, speech, madeAt),
    contentsTitle: t('documents.report.contents'),
    pieces: [
      ...purposeChapter(view, speech),
      ...participantsChapter(view, speech),
      ...programmeAsRun(view, speech),
      ...saidChapter(view, speech),
      ...barriersChapter(view, speech),
      ...closingChapters(view, speech),
      ...photosChapter(view, speech),
      ...agendaAnnex(view, speech),
      ...registerAnnex(view, speech),
    ],
    header: shortened(sessionTitle(speech, view.bundle)),
    headerMark: isOver(view) ? undefined : t('documents.report.draftMark'),
    page: [t('documents.report.page'), t('documents.report.pageOf')],
    languageTag: formatOf(language.locale).format,
  };
}

/** Until a session is closed its report says that it is a draft. */
const isOver = ({ bundle: { session } }: SessionView): boolean =>
  session.status === 'closed' || session.status === 'archived';

function coverOf(view: SessionView, speech: Speech, madeAt: number): Cover {
  const { t } = speech;
  const { programme, session } = view.bundle;
  const fact = (label: string, value: string | null | undefined): [string, string][] => (value ? [[label, value]] : []);
  return {
    programme: programme?.title ? [programme.title, ...alsoWritten(speech, programme, 'title')] : [],
    kind: session.type ? t(`documents.report.titles.${session.type}`) : t('documents.report.title'),
    title: [sessionTitle(speech, view.bundle), ...alsoWritten(speech, session, 'title')],
    facts: [
      [t('documents.about.dates'), datesOf(speech, view.bundle)],
      [t('documents.about.venue'), venueOf(speech, view.bundle)],
      ...fact(t('nouns.session.host'), session.host),
      ...fact(t('nouns.session.round'), session.round == null ? undefined : speech.number(session.round)),
      ...fact(t('nouns.programme.reference'), programme?.reference),
      ...fact(t('nouns.programme.programmeYear'), programme?.programmeYear),
      ...fact(t('nouns.programme.contractType'), programme?.contractType),
      ...fact(t('nouns.programme.implementer'), programme?.implementer),
      ...fact(t('nouns.programme.lead'), programme?.lead),
      ...fact(t('nouns.programme.contractingBody'), programme?.contractingBody),
      ...fact(t('nouns.programme.funders'), programme?.funders),
    ],
    draft: isOver(view) ? undefined : t('documents.report.draft'),
    fundingStatement: programme?.fundingStatement
      ? [programme.fundingStatement, ...alsoWritten(speech, programme, 'fundingStatement')]
      : [],
    made: t('documents.report.madeOn', { date: speech.moment(madeAt) }),
  };
}

function purposeChapter({ bundle }: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const { session, outputs } = bundle;
  const said = (field: 'aim' | 'requirement' | 'summary', text: string | null | undefined): Piece[] =>
    [text, ...alsoWritten(speech, session, field)].flatMap((paragraph): Piece[] =>
      paragraph ? [{ piece: 'text', text: paragraph }] : [],
    );
  const part = (heading: string, pieces: Piece[]): Piece[] =>
    pieces.length > 0 ? [{ piece: 'heading', level: 2, text: heading }, ...pieces] : [];
  const pieces = [
    ...part(t('documents.report.summary'), said('summary', session.summary)),
    ...part(t('documents.report.aim'), said('aim', session.aim)),
    ...part(t('documents.report.requirement'), said('requirement', session.requirement)),
    ...part(t('documents.report.outputs'), outputsOf(outputs, speech)),
  ];
  return [
    { piece: 'heading', level: 1, text: t('documents.report.purpose'), newPage: true },
    ...(pieces.length > 0
      ? pieces
      : [{ piece: 'text', tone: 'answer', text: t('documents.nothingRecorded') } as const]),
  ];
}

/** With their codes in the margin where they have codes, else as a list. */
function outputsOf(outputs: SessionBundle['outputs'], speech: Speech): Piece[] {
  const stated = outputs.filter(({ code, statement }) => (code ?? '') !== '' || (statement ?? '') !== '');
  if (stated.length === 0) return [];
  if (stated.every(({ code }) => (code ?? '') === '')) {
    return [
      {
        piece: 'bullets',
        texts: stated.map((output) => [output.statement ?? '', ...alsoWritten(speech, output, 'statement')].join('\n')),
      },
    ];
  }
  return [
    {
      piece: 'lines',
      lines: stated.map((output) => ({
        ref: output.code ?? '',
        text: output.statement ?? '',
        mark: '',
        more: alsoWritten(speech, output, 'statement'),
      })),
    },
  ];
}

/** One line at the head of each page. */
const shortened = (title: string): string => {
  const letters = [...title];
  return letters.length <= 90 ? title : `${letters.slice(0, 89).join('').trimEnd()}…`;
};
