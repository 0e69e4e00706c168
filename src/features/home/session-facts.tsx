/** What a list says of a session under its title: when, where, how many people and lines. */
import { useFormatter, useTranslations } from 'use-intl';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import type { Entity } from '#storage/row.ts';

const calendarDay = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The days of a session that have a date, in order. */
export const datesOf = ({ days }: Pick<Entity<'session'>, 'days'>): readonly string[] =>
  (days ?? []).flatMap(({ date }) => (date === null ? [] : [date])).sort();

export const SessionFacts = ({ overview }: { readonly overview: SessionOverview }) => {
  const t = useTranslations('home.row');
  const format = useFormatter();
  const { session, peopleCount, captureCount } = overview;
  const dates = datesOf(session);
  const [first, last] = [dates[0], dates.at(-1)];
  const when =
    first === undefined || last === undefined
      ? undefined
      : first === last
        ? format.dateTime(noon(first), calendarDay)
        : format.dateTimeRange(noon(first), noon(last), calendarDay);
  const where = session.venue || undefined;
  const facts = [
    ...(when === undefined && where === undefined ? [t('bothTbc')] : [when ?? t('dateTbc'), where ?? t('placeTbc')]),
    ...(peopleCount + captureCount === 0
      ? [t('notStarted')]
      : [t('people', { count: peopleCount }), t('lines', { count: captureCount })]),
    ...(session.status === 'closed' ? [t('closed')] : []),
  ];
  return facts.join(' · ');
};
