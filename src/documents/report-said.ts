/** What was said, by block, group and kind; the barriers side by side; and what follows from it all. */
import { refPrefix } from '#domain/capture-ref.ts';
import { barrierCategories, type Kind, type Side, sides } from '#domain/nouns/vocabulary.ts';
import type { BundleCapture } from '#domain/session-bundle.ts';
import { alsoWritten, wordOf } from './field-cells.ts';
import { sideName, type Speech } from './language.ts';
import { kindOf, linesByKind, listedLater, reportLine } from './report-lines.ts';
import type { Piece, ReportColumn } from './report-model.ts';
import type { Chapter, Part, SessionView } from './session-view.ts';
import { lines } from './table.ts';

export function saidChapter(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const heading: Piece = { piece: 'heading', level: 1, text: t('documents.report.whatWasSaid') };
  const told = view.chapters.filter(({ block, parts }) =>
    parts.some(({ captures }) => captures.some((capture) => block !== undefined || !listedLater.has(kindOf(capture)))),
  );
  if (told.length === 0) return [heading, { piece: 'text', tone: 'answer', text: t('documents.nothingRecorded') }];
  return [
    heading,
    { piece: 'text', tone: 'quiet', text: t('documents.report.languageNote') },
    ...told.flatMap((chapter) => [
      { piece: 'heading' as const, level: 2 as const, text: titled(view, chapter, undefined, chapter.title) },
      ...chapter.parts.flatMap((part) => partOf(view, speech, chapter, part)),
    ]),
  ];
}

function partOf(view: SessionView, speech: Speech, chapter: Chapter, part: Part): Piece[] {
  const { t } = speech;
  const { group, captures } = part;
  if (captures.length === 0) return [];
  const alone = chapter.parts.length === 1;
  const here = captures.filter((capture) => !listedLater.has(kindOf(capture)));
  const later = captures.filter((capture) => listedLater.has(kindOf(capture)));
  const references = later.map(
    (capture) => `${view.placeOf.get(capture.id)?.ref ?? ''} (${t(`words.kind.${kindOf(capture)}`)})`,
  );
  return [
    ...(alone ? [] : [{ piece: 'heading' as const, level: 3 as const, text: titled(view, chapter, part, part.title) }]),
    ...[group?.question, ...(group ? alsoWritten(speech, group, 'question') : [])].flatMap((text): Piece[] =>
      text ? [{ piece: 'text', tone: 'question', text }] : [],
    ),
    ...(group?.rapporteur
      ? [
          {
            piece: 'text' as const,
            tone: 'quiet' as const,
            text: t('documents.report.rapporteur', { name: group.rapporteur }),
          },
        ]
      : []),
    ...linesByKind(view, speech, here),
    ...(references.length > 0
      ? [
          {
            piece: 'text' as const,
            tone: 'quiet' as const,
            text: t('documents.report.elsewhere', { list: references.join(', ') }),
          },
        ]
      : []),
  ];
}

/** A heading begins with what the references of its lines begin with: `B2 · Policy`. */
function titled({ bundle }: SessionView, { block }: Chapter, part: Part | undefined, title: string): string {
  const prefix = refPrefix(
    { ...(block && { blockId: block.id }), ...(part?.group && { groupId: part.group.id }) },
    bundle.blocks,
    bundle.groups,
  );
  return prefix === '' ? title : `${prefix} · ${title}`;
}

/** All barriers of the session: a row a category, a column a side. */
export function barriersChapter(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const barriers = view.captures.filter(({ kind }) => kind === 'barrier');
  if (barriers.length === 0) return [];
  const has = (side: Side | undefined) => barriers.some((barrier) => (barrier.side ?? undefined) === side);
  const heard = [...sides.filter(has), ...(has(undefined) ? [undefined] : [])];
  const share = 82 / heard.length;
  const columns: ReportColumn[] = [
    { label: t('nouns.capture.category'), share: 18 },
    ...heard.map((side) => ({ label: sideName(speech, view.bundle, side) || t('documents.sideNotSaid'), share })),
  ];
  const row = (label: string, ofCategory: readonly BundleCapture[]) => [
    label,
    ...heard.map((side) =>
      ofCategory
        .filter((barrier) => (barrier.side ?? undefined) === side)
        .map((barrier) => ({ ...reportLine(view, speech, barrier), mark: '' })),
    ),
  ];
  const unsorted = barriers.filter(({ category }) => !category);
  return [
    { piece: 'heading', level: 1, text: t('documents.report.barriers') },
    {
      piece: 'table',
      columns,
      rows: [
        ...barrierCategories.flatMap((category) => {
          const ofCategory = barriers.filter((barrier) => barrier.category === category);
          return ofCategory.length > 0 ? [row(wordOf(speech, 'capture', 'category', category), ofCategory)] : [];
        }),
        ...(unsorted.length > 0 ? [row(t('documents.report.noCategory'), unsorted)] : []),
      ],
    },
  ];
}

/** Decisions, issues, commitments, actions, lessons. "None" is an answer; without one, nothing was recorded. */
export function closingChapters(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const { session } = view.bundle;
  const of = (kind: Kind) => view.captures.filter((capture) => kindOf(capture) === kind);
  const chapter = (
    title: string,
    found: readonly BundleCapture[],
    none: boolean,
    pieces: (found: readonly BundleCapture[]) => Piece[],
  ): Piece[] => [
    { piece: 'heading', level: 1, text: title },
    ...(found.length > 0
      ? pieces(found)
      : [
          {
            piece: 'text' as const,
            tone: 'answer' as const,
            text: t(none ? 'documents.none' : 'documents.nothingRecorded'),
          },
        ]),
  ];
  const asLines = (found: readonly BundleCapture[]): Piece[] => [
    { piece: 'lines', lines: found.map((capture) => owned(view, speech, capture)) },
  ];
  return [
    ...chapter(t('documents.report.decisions'), of('decision'), session.noDecisions === true, asLines),
    ...chapter(t('documents.report.issues'), of('issue'), session.noIssues === true, asLines),
    ...chapter(t('documents.report.commitments'), of('commitment'), false, (found) => [
      promises(view, speech, found, 'parties'),
    ]),
    ...chapter(t('documents.report.actions'), of('action'), session.noActions === true, (found) => [
      promises(view, speech, found, 'owner'),
    ]),
    ...chapter(t('documents.report.lessons'), of('lesson'), session.noLessons === true, asLines),
  ];
}

/** A decision or an issue with who answers for it, where somebody does. */
function owned(view: SessionView, speech: Speech, capture: BundleCapture) {
  const { t } = speech;
  const line = reportLine(view, speech, capture);
  const fact = (label: string, value: string | null | undefined) =>
    value ? [t('documents.labelled', { label, value })] : [];
  const facts = [
    ...fact(t('documents.report.who'), capture.owner),
    ...fact(t('documents.report.byWhen'), capture.dueOn && speech.day(capture.dueOn)),
    ...fact(t('nouns.capture.status'), capture.status && wordOf(speech, 'capture', 'status', capture.status)),
  ];
  return { ...line, more: [...line.more, ...(facts.length > 0 ? [facts.join(' · ')] : [])] };
}

/** Actions and commitments: what, who, by when, how far. */
function promises(view: SessionView, speech: Speech, found: readonly BundleCapture[], who: 'owner' | 'parties'): Piece {
  const { t } = speech;
  return {
    piece: 'table',
    columns: [
      { label: t('documents.report.what'), share: 46 },
      { label: t(who === 'owner' ? 'documents.report.who' : 'documents.report.between'), share: 20 },
      { label: t('documents.report.byWhen'), share: 18 },
      { label: t('nouns.capture.status'), share: 16 },
    ],
    rows: found.map((capture) => [
      [reportLine(view, speech, capture)],
      lines(who === 'owner' ? [capture.owner] : [capture.parties, capture.owner]) ?? t('documents.report.notSet'),
      speech.day(capture.dueOn),
      wordOf(speech, 'capture', 'status', capture.status ?? 'open'),
    ]),
  };
}
