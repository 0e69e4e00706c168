/** The programme as it was run beside how it was planned, and the agenda as an annex. */
import { clockOfMinutes, type PlannedBlock } from '#domain/agenda.ts';
import type { BundleRecord } from '#domain/session-bundle.ts';
import { alsoWritten, wordOf } from './field-cells.ts';
import type { Speech } from './language.ts';
import type { Piece } from './report-model.ts';
import { blockTitle, type SessionView } from './session-view.ts';
import { lines } from './table.ts';

type Planned = PlannedBlock<BundleRecord<'block'>>;

export function programmeAsRun(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const heading: Piece = { piece: 'heading', level: 1, text: t('documents.report.programmeAsRun') };
  const isTimed = view.plan.some(({ blocks }) => blocks.some(({ block }) => block.startedAt != null));
  if (!isTimed && !isBlank(view)) {
    return [heading, { piece: 'text', tone: 'answer', text: t('documents.report.timesNotRecorded') }];
  }
  return [
    heading,
    ...byDay(view, speech, (blocks) => ({
      piece: 'table',
      columns: [
        { label: t('documents.report.planned'), share: 20 },
        { label: t('documents.report.actual'), share: 20 },
        { label: t('documents.report.block'), share: 60 },
      ],
      rows: blocks.map((planned) => [plannedTime(planned), actualTime(speech, planned), titlesOf(speech, planned)]),
    })),
  ];
}

export function agendaAnnex(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  return [
    { piece: 'heading', level: 1, text: t('documents.report.annexAgenda'), newPage: !isBlank(view) },
    ...byDay(view, speech, (blocks) => ({
      piece: 'table',
      columns: [
        { label: t('documents.report.time'), share: 18 },
        { label: t('documents.report.block'), share: 44 },
        { label: t('documents.report.method'), share: 20 },
        { label: t('documents.report.facilitator'), share: 18 },
      ],
      rows: blocks.map((planned) => {
        const { block } = planned;
        const category = block.category ? wordOf(speech, 'block', 'category', block.category) : null;
        return [
          plannedTime(planned),
          lines([titlesOf(speech, planned), block.goal, ...alsoWritten(speech, block, 'goal')]) ?? '',
          lines([block.method ?? category]) ?? '',
          block.facilitator ?? '',
        ];
      }),
    })),
  ];
}

const isBlank = ({ plan }: SessionView): boolean => plan.every(({ blocks }) => blocks.length === 0);

function byDay(view: SessionView, speech: Speech, tableOf: (blocks: readonly Planned[]) => Piece): Piece[] {
  const { t } = speech;
  if (isBlank(view)) {
    return [{ piece: 'text', tone: 'answer', text: t('documents.report.noAgenda') }];
  }
  return view.plan.flatMap(({ day, blocks }): Piece[] => {
    const date = view.days[day]?.date;
    const name = t('documents.dayOn', {
      day: day + 1,
      date: date ? speech.weekday(date) : t('documents.toBeConfirmed'),
    });
    return [
      ...(view.days.length > 1 ? [{ piece: 'heading', level: 2, text: name } as const] : []),
      blocks.length > 0 ? tableOf(blocks) : { piece: 'text', tone: 'answer', text: t('documents.report.noAgenda') },
    ];
  });
}

const plannedTime = ({ startMin, endMin }: Planned): string => `${clockOfMinutes(startMin)}–${clockOfMinutes(endMin)}`;

function actualTime({ t, clock }: Speech, { block: { startedAt, endedAt } }: Planned): string {
  if (startedAt == null) return t('documents.report.notRecorded');
  return endedAt == null
    ? t('documents.report.from', { time: clock(startedAt) })
    : `${clock(startedAt)}–${clock(endedAt)}`;
}

const titlesOf = (speech: Speech, { block }: Planned): string =>
  [blockTitle(speech, block), ...alsoWritten(speech, block, 'title')].join('\n');
