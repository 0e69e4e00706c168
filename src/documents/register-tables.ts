/** The register: who was asked, who came when, and the three figures, each with the rule by which it is counted. */
import { halfDayKey, type HalfDay, presentByHalfDay } from '#domain/attendance.ts';
import { type NounName, nouns } from '#domain/registry.ts';
import type { Messages } from '#language/catalogue.ts';
import { fieldCell, fieldColumn, wordOf } from './field-cells.ts';
import { sideName, type Speech } from './language.ts';
import { halfDays, type Participant, type SessionView } from './session-view.ts';
import type { CellValue, Column, Table } from './table.ts';

/** Fields that are written only where a person asked for contact details. */
const contactFields: ReadonlySet<string> = new Set(['phone', 'email', 'accessNeeds']);

export interface RegisterOptions {
  readonly contactDetails: boolean;
}

interface Described extends Column {
  readonly cell: (participant: Participant, at: number) => CellValue;
}

const tick = '✓';
const dash = '–';

export function peopleTable(view: SessionView, speech: Speech, { contactDetails }: RegisterOptions): Table {
  const { t } = speech;
  const personFields = [...nouns.person.columns, 'accessNeeds'].filter(
    (field) => contactDetails || !contactFields.has(field),
  );
  const columns: Described[] = [
    numberColumn(speech),
    ...personFields.map((field) => fieldOf(view, speech, 'person', field)),
    ...['source', 'status'].map((field) => fieldOf(view, speech, 'registration', field)),
    { label: t('documents.columns.halfDays'), type: 'number', width: 12, cell: ({ present }) => present.size },
    {
      label: t('documents.columns.completer'),
      type: 'text',
      width: 12,
      centred: true,
      cell: ({ completer }) =>
        view.totals.neededHalfDays === 0 ? null : t(completer ? 'words.yesNo.yes' : 'words.yesNo.no'),
    },
  ];
  return { ...tableOf(t('documents.sheets.people'), columns, view.participants), frozenColumns: 3 };
}

/** A tick for present, a dash for marked absent, nothing where nobody has marked. */
export function attendanceTable(view: SessionView, speech: Speech): Table {
  const { t } = speech;
  const columns: Described[] = [
    numberColumn(speech),
    { label: t('nouns.person.name'), type: 'text', width: 30, key: true, cell: ({ name }) => name },
    fieldOf(view, speech, 'person', 'organisation'),
    fieldOf(view, speech, 'person', 'side'),
    ...halfDays(view).map((halfDay): Described => {
      const key = halfDayKey(halfDay);
      return {
        label: halfDayLabel(view, speech, halfDay),
        key: true,
        type: 'text',
        width: 16,
        centred: true,
        cell: ({ present, absent }) => (present.has(key) ? tick : absent.has(key) ? dash : null),
      };
    }),
    { label: t('documents.columns.halfDays'), type: 'number', width: 12, cell: ({ present }) => present.size },
  ];
  return { ...tableOf(t('documents.sheets.attendance'), columns, view.participants), frozenColumns: 2 };
}

type SummaryRow = readonly [
  what: string,
  figure: string,
  count: number,
  wanted: number | null,
  present: number | null,
  rule: string,
];

export function summaryTable(view: SessionView, speech: Speech): Table {
  const { t } = speech;
  const r = (key: Exclude<keyof Messages['documents']['register'], 'completersRule'>) => t(`documents.register.${key}`);
  const { totals } = view;
  const came = view.participants.filter(({ present }) => present.size > 0);
  const marked = presentByHalfDay(new Map(view.participants.map(({ personId, present }) => [personId, present])));
  const rows: SummaryRow[] = [
    [r('totals'), r('registered'), totals.registered, null, null, r('registeredRule')],
    [r('totals'), r('people'), totals.people, null, null, r('peopleRule')],
    [r('totals'), r('personDays'), totals.personDays, null, null, r('personDaysRule')],
    [r('totals'), r('completers'), totals.completers, null, null, completersRule(view, speech)],
    ...view.fills.map(({ quota, target, registered, present }): SummaryRow => [
      r('quotas'),
      quotaLabel(view, speech, quota),
      registered,
      target,
      present,
      r('ofRegistered'),
    ]),
    ...view.bySide.map(({ side, registered, present }): SummaryRow => [
      r('bySide'),
      sideName(speech, view.bundle, side) || t('documents.sideNotSaid'),
      registered,
      null,
      present,
      r('ofRegistered'),
    ]),
    ...halfDays(view).map((halfDay): SummaryRow => {
      const count = marked.get(halfDayKey(halfDay)) ?? 0;
      return [r('byHalfDay'), halfDayLabel(view, speech, halfDay), count, null, count, ''];
    }),
    ...tally(came, ({ person }) => person?.organisation, speech).map(([name, count]): SummaryRow => [
      r('byOrganisation'),
      name,
      count,
      null,
      count,
      r('ofPresent'),
    ]),
    ...tally(came, ({ person }) => person?.sex && wordOf(speech, 'person', 'sex', person.sex), speech).map(
      ([name, count]): SummaryRow => [r('bySex'), name, count, null, count, r('ofPresent')],
    ),
    ...tally(came, ({ person }) => person?.ageBand && wordOf(speech, 'person', 'ageBand', person.ageBand), speech).map(
      ([name, count]): SummaryRow => [r('byAge'), name, count, null, count, r('ofPresent')],
    ),
    ...tally(came, ({ person }) => person?.place, speech).map(([name, count]): SummaryRow => [
      r('byPlace'),
      name,
      count,
      null,
      count,
      r('ofPresent'),
    ]),
  ];
  return {
    name: t('documents.sheets.summary'),
    columns: [
      { label: t('documents.columns.what'), type: 'text', width: 20 },
      { label: t('documents.columns.figure'), type: 'text', width: 44, key: true },
      { label: t('documents.columns.count'), type: 'number', width: 12, key: true },
      { label: t('documents.columns.wanted'), type: 'number', width: 12, key: true },
      { label: t('documents.columns.present'), type: 'number', width: 12 },
      { label: t('documents.columns.howCounted'), type: 'text', width: 70 },
    ],
    rows,
  };
}

/** The rule by which completers are counted, with its numbers. */
export const completersRule = ({ totals, bundle }: SessionView, { t }: Speech): string =>
  t('documents.register.completersRule', {
    needed: totals.neededHalfDays,
    held: totals.held.length,
    percent: bundle.programme?.completerPercent ?? 100,
  });

export function quotaLabel(view: SessionView, speech: Speech, quota: SessionView['fills'][number]['quota']): string {
  if (quota.label) return quota.label;
  const { field, value } = quota;
  if (field === 'side' && (value === 'government' || value === 'ngo' || value === 'other')) {
    return sideName(speech, view.bundle, value);
  }
  if (!field || !value) return speech.t('documents.notSaid');
  return Object.hasOwn(nouns.registration.fields, field)
    ? wordOf(speech, 'registration', field, value)
    : wordOf(speech, 'person', field, value);
}

/** `Day 2, 23 November 2026 · Morning` */
export function halfDayLabel({ days }: SessionView, { t, day: dayName }: Speech, { day, part }: HalfDay): string {
  const date = days[day]?.date;
  const number = day + 1;
  const which = date ? t('documents.dayOn', { day: number, date: dayName(date) }) : t('documents.day', { day: number });
  return `${which} · ${t(`words.dayPart.${part}`)}`;
}

/** How many by a value, most first; those without one last. */
export function tally(
  people: readonly Participant[],
  valueOf: (participant: Participant) => string | null | undefined,
  { t, compare }: Speech,
): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const one of people) {
    const value = valueOf(one)?.trim() ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const unsaid = counts.get('') ?? 0;
  counts.delete('');
  return [
    ...[...counts].sort(([a, x], [b, y]) => y - x || compare(a, b)),
    ...(unsaid > 0 ? [[t('documents.notSaid'), unsaid] as [string, number]] : []),
  ];
}

const numberColumn = ({ t }: Speech): Described => ({
  label: t('documents.columns.number'),
  type: 'number',
  width: 7,
  cell: (_, at) => at + 1,
});

function fieldOf(
  view: SessionView,
  speech: Speech,
  noun: NounName & ('person' | 'registration'),
  field: string,
): Described {
  return {
    ...fieldColumn(speech, noun, field),
    cell: (participant) => {
      if (field === 'side') return sideName(speech, view.bundle, participant.side) || null;
      if (field === 'familyName' && participant.person?.erased === true) return participant.name;
      const record = noun === 'person' ? participant.person : participant.registration;
      return record ? fieldCell<'person' | 'registration'>(speech, noun, record, field) : null;
    },
  };
}

const tableOf = (name: string, columns: readonly Described[], participants: readonly Participant[]): Table => ({
  name,
  columns,
  rows: participants.map((participant, at) => columns.map(({ cell }) => cell(participant, at))),
});
