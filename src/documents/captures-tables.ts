/** What was said, one row a line, and the actions and commitments among them. */
import { nouns } from '#domain/registry.ts';
import type { BundleCapture, BundleRecord } from '#domain/session-bundle.ts';
import { alsoWritten, fieldCell, fieldColumn, wordOf } from './field-cells.ts';
import { sideName, type Speech } from './language.ts';
import { shownText } from './report-lines.ts';
import type { SessionView } from './session-view.ts';
import { type CellValue, type Column, lines, type Table } from './table.ts';

interface Described extends Column {
  readonly cell: (capture: BundleCapture) => CellValue;
}

/** In view without scrolling, on a small screen too. */
const firstFields: readonly string[] = ['kind', 'text', 'side', 'category'];

export function capturesTable(view: SessionView, speech: Speech): Table {
  const { t } = speech;
  const themes = new Map(view.bundle.themes.map(({ id, title }) => [id as string, title ?? null]));
  const own = (field: string): Described => ({
    ...fieldColumn(speech, 'capture', field),
    cell: (capture) => cellOf(view, speech, capture, field),
  });
  const [reference, ...places] = placeColumns(view, speech);
  const columns: Described[] = [
    ...(reference ? [reference] : []),
    ...firstFields.map(own),
    {
      label: t('documents.alsoWrittenAs'),
      type: 'text',
      width: 36,
      cell: ({ others }) => lines(others?.text ?? []),
    },
    ...places,
    {
      label: t('nouns.group.question'),
      type: 'text',
      width: 36,
      cell: ({ id }) => questionOf(speech, view.placeOf.get(id)?.part.group),
    },
    ...nouns.capture.columns.filter((field) => !firstFields.includes(field)).map(own),
    {
      label: t('documents.columns.theme'),
      type: 'text',
      width: 24,
      cell: ({ themeId }) => themes.get(themeId ?? '') ?? null,
    },
    { label: t('nouns.record.createdBy'), type: 'text', width: 20, cell: ({ createdBy }) => createdBy ?? null },
    { label: t('nouns.record.createdAt'), type: 'date-time', width: 17, cell: ({ createdAt }) => createdAt ?? null },
    {
      label: t('documents.columns.state'),
      type: 'text',
      width: 16,
      cell: ({ whereabouts }) => (whereabouts ? t(`documents.whereabouts.${whereabouts}`) : null),
    },
    {
      label: t('documents.columns.remark'),
      type: 'text',
      width: 30,
      cell: ({ deletedChangedSince }) => (deletedChangedSince === true ? t('documents.deletedChangedSince') : null),
    },
  ];
  return tableOf(t('documents.sheets.captures'), columns, view.captures);
}

/** What somebody promised to do. Where there is nothing, one row says whether that is an answer. */
export function actionsTable(view: SessionView, speech: Speech): Table {
  const { t } = speech;
  const fields = ['kind', 'text', 'owner', 'dueOn', 'status', 'parties', 'firstStep', 'side'] as const;
  const columns: Described[] = [
    ...placeColumns(view, speech).slice(0, 1),
    ...fields.map((field): Described => {
      const column = fieldColumn(speech, 'capture', field);
      const cell = (capture: BundleCapture) => cellOf(view, speech, capture, field);
      if (field !== 'text') return { ...column, cell };
      return {
        ...column,
        width: 48,
        cell: (capture) => lines([shownText(speech, capture), ...alsoWritten(speech, capture, 'text')]),
      };
    }),
    ...placeColumns(view, speech).slice(1),
  ];
  const promised = view.captures.filter(({ kind }) => kind === 'action' || kind === 'commitment');
  const table = tableOf(t('documents.sheets.actions'), columns, promised);
  if (promised.length > 0) return table;
  const answer = t(view.bundle.session.noActions === true ? 'documents.none' : 'documents.nothingRecorded');
  return { ...table, rows: [columns.map(({ label }) => (label === t('nouns.capture.text') ? answer : null))] };
}

const tableOf = (name: string, columns: readonly Described[], captures: readonly BundleCapture[]): Table => ({
  name,
  columns,
  rows: captures.map((capture) => columns.map(({ cell }) => cell(capture))),
  frozenColumns: 1,
});

function placeColumns({ placeOf }: SessionView, { t }: Speech): Described[] {
  return [
    {
      label: t('documents.columns.reference'),
      type: 'text',
      width: 11,
      key: true,
      cell: ({ id }) => placeOf.get(id)?.ref ?? null,
    },
    {
      label: t('documents.columns.block'),
      type: 'text',
      width: 28,
      cell: ({ id }) => placeOf.get(id)?.chapter.title ?? null,
    },
    {
      label: t('documents.columns.group'),
      type: 'text',
      width: 18,
      cell: ({ id }) => placeOf.get(id)?.part.title ?? null,
    },
  ];
}

/** What the group was asked, in the words of all who wrote it. */
const questionOf = (speech: Speech, group: BundleRecord<'group'> | undefined): CellValue =>
  group ? lines([group.question, ...alsoWritten(speech, group, 'question')]) : null;

function cellOf(view: SessionView, speech: Speech, capture: BundleCapture, field: string): CellValue {
  if (field === 'side') return sideName(speech, view.bundle, capture.side) || null;
  if (field === 'kind') return wordOf(speech, 'capture', 'kind', capture.kind ?? 'note');
  // Its other versions have a column of their own.
  if (field === 'text') return shownText(speech, capture) || null;
  return fieldCell(speech, 'capture', capture, field);
}
